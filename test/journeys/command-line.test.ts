import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shirube, startServer, type TestServer } from '../support/server.ts'

const samples = join(import.meta.dirname, '../../samples')

describe('コマンド', () => {
  let server: TestServer
  let folder = ''
  const run = (...args: string[]) => shirube(server.dataDir, ...args)

  beforeAll(async () => {
    server = await startServer()
    folder = await mkdtemp(join(tmpdir(), 'shirube-cli-'))
  })
  afterAll(async () => {
    await server?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  test.each([
    'hitoyoshi-revitalization',
    'kumamoto-strategy-1',
    'kumamoto-strategy-2',
    'kumamoto-pref-strategy-2',
    'kumamoto-action-2024',
  ])('%s は、取り込んだファイルと一字一句同じに書き出せる', async (id) => {
    const { code, out } = await run('plan', 'export', id, '--format', 'yaml')
    expect(code).toBe(0)
    expect(out).toBe(await readFile(join(samples, `${id}.yaml`), 'utf8'))
    const json = await run('plan', 'export', id, '--format', 'json')
    expect(JSON.parse(json.out)).toMatchObject({ id })
  })

  test.each([
    ['ありえない年', (text: string) => text.replace('to: 2019', 'to: 20199'), '行目'],
    ['同じ id', (text: string) => text.replace('id: g2\n', 'id: g1\n'), '同じ id が二つあります'],
    ['壊れたファイル', (text: string) => `${text}\n  - [`, '行目'],
    [
      '10MB の爆弾',
      () =>
        `a: &a [${'x, '.repeat(3)}x]\nb: &b [${'*a, '.repeat(9)}*a]\n${`c: "${'x'.repeat(10_000)}"\n`.repeat(1_000)}`,
      '1行目',
    ],
  ])('%s は、行と理由をつけて断り、何も書かない', async (_, spoil, said) => {
    const file = join(folder, 'bad.yaml')
    await writeFile(file, spoil(await readFile(join(samples, 'kumamoto-strategy-1.yaml'), 'utf8')))
    const before = (await run('plan', 'list')).out
    const { code, err } = await run('plan', 'import', file)
    expect(code).toBe(1)
    expect(err).toContain(said)
    expect((await run('plan', 'list')).out).toBe(before)
  })

  test.each(['verify', 'seal', 'erase'])(
    'audit %s は、データベースのない場所では断り、何も作らない',
    async (command) => {
      const nowhere = join(folder, 'nowhere')
      const { code, out, err } = await shirube(nowhere, 'audit', command)
      expect([code, out]).toEqual([1, ''])
      expect(err).toContain(nowhere)
      expect(existsSync(nowhere)).toBe(false)
    },
  )

  test('使い方の誤りは 2、断られたときは 1 と理由', async () => {
    expect((await run('plan', 'show')).code).toBe(2)
    expect((await run('nonsense')).code).toBe(2)
    expect(await run('plan', 'show', 'no-such')).toMatchObject({
      code: 1,
      err: 'この計画は見つかりません。\n',
    })
    expect((await run('--help')).code).toBe(0)
  })

  test('過去の時点の計画も書き出せる', async () => {
    const then = await run('plan', 'list', '--json', '--government', '992011', '--as-of', '2018-04-01')
    const plans = (JSON.parse(then.out) as { id: string }[]).map(({ id }) => id)
    expect(plans).toEqual(['shirube-strategy-1', 'shirube-strategy-1'])
  })

  test('控えを取り、空のところへ戻すと、同じ計画が同じ値で読める', async () => {
    const file = join(folder, 'backup.gz')
    expect((await run('backup', file)).code).toBe(0)
    const elsewhere = await mkdtemp(join(tmpdir(), 'shirube-restore-'))
    try {
      expect((await shirube(elsewhere, 'restore', file)).code).toBe(0)
      const [here, there] = await Promise.all([
        run('judge', 'shirube-strategy-2', '--year', '2024', '--json'),
        shirube(elsewhere, 'judge', 'shirube-strategy-2', '--year', '2024', '--json'),
      ])
      expect(there.out).toBe(here.out)
    } finally {
      await rm(elsewhere, { recursive: true, force: true })
    }
  })

  test('ふさがった番号は、そう言って終わる', async () => {
    const busy = createServer()
    const port = await new Promise<number>((go) =>
      busy.listen(0, '127.0.0.1', () => go((busy.address() as { port: number }).port)),
    )
    await expect(startServer(server.dataDir, { PORT: String(port) })).rejects.toThrow(`ポート ${port} は`)
    busy.close()
  })
})
