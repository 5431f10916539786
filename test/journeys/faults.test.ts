import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shirube, startServer, type TestServer } from '../support/server.ts'

const CITY = '/g/992011'

/** A signed-in way of sending forms, without a browser. */
async function signIn(
  server: TestServer,
): Promise<(path: string, form: Readonly<Record<string, string>>) => Promise<Response>> {
  const answer = await fetch(server.link, { redirect: 'manual' })
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  return (path, form) =>
    fetch(`${server.url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, origin: server.url },
      body: new URLSearchParams(form),
    })
}

const values = async (server: TestServer, indicator: string) =>
  (await (await fetch(`${server.url}${CITY}/indicators/${indicator}/series.csv`)).text()).split('\r\n')

describe('壊れても、受け取ったものは残る', () => {
  let server: TestServer

  beforeAll(async () => {
    server = await startServer()
  })
  afterAll(async () => {
    await server?.stop()
  })

  test('保存の途中でサーバーを切っても、返事をした値はすべてあり、していない値は一度しか書かれていない', async () => {
    const send = await signIn(server)
    const acknowledged: string[] = []
    const asked: string[] = []
    let killed = false
    const one = async (year: number) => {
      const value = String(10_000 + year)
      asked.push(value)
      const form = {
        year: String(year),
        value,
        why: '',
        source: '',
        note: '試し',
        reason: '',
        corrects: '',
        vintage: '',
        confirmed: 'on',
      }
      const answer = await send(`${CITY}/indicators/district-meetings/record`, form).catch(() => undefined)
      if (answer?.status === 302) acknowledged.push(value)
    }
    const saving = (async () => {
      for (let year = 1990; year < 2014 && !killed; year += 1) await Promise.all([one(year), one(year - 60)])
    })()
    // In the middle: some are acknowledged, others are on their way.
    while (acknowledged.length < 3) await new Promise((go) => setTimeout(go, 5))
    killed = true
    await server.kill()
    await saving
    server = await startServer(server.dataDir)
    const kept = (await values(server, 'district-meetings')).map((line) => line.split(',')[4] ?? '')
    expect(acknowledged.length).toBeGreaterThan(0)
    for (const value of acknowledged) expect(kept.filter((each) => each === value)).toEqual([value])
    for (const value of asked) expect(kept.filter((each) => each === value).length).toBeLessThanOrEqual(1)
  })

  test('データベースを切っても、サーバーは自分で立て直し、値は残る', async () => {
    const send = await signIn(server)
    const form = {
      year: '1985',
      value: '4321',
      why: '',
      source: '',
      note: '',
      reason: '',
      corrects: '',
      vintage: '',
      confirmed: 'on',
    }
    expect((await send(`${CITY}/indicators/district-meetings/record`, form)).status).toBe(302)
    const pid = Number(
      (await readFile(join(server.dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0],
    )
    process.kill(pid, 'SIGKILL')
    expect((await values(server, 'district-meetings')).some((line) => line.includes(',1985,4321,'))).toBe(
      true,
    )
  })

  test('コマンドが先に終わっても、動いているサーバーのデータベースは止まらない', async () => {
    await new Promise((go) => setTimeout(go, 11_000)) // longer than an idle connection lives in the pool
    expect(await shirube(server.dataDir, 'plan', 'list')).toMatchObject({ code: 0 })
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  })
})
