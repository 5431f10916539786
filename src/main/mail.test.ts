import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lettersWaiting, queueLetter } from '#store/outbox.ts'
import { reading, writing } from '#store/transaction.ts'
import { Postbox, readLetter } from '#test/support/postbox.ts'
import { useStore } from '#test/support/store.ts'
import { makeAuth } from '#web/auth/auth.ts'
import { bearerOf } from '#web/auth/entry-link.ts'
import { readConfig } from './config.ts'
import { deliver, openMail, queueReset } from './mail.ts'

describe('手紙を送る', () => {
  const store = useStore()
  const postbox = new Postbox()
  let port = 0
  let time = Date.now()
  const now = () => new Date(time).toISOString()
  const user = crypto.randomUUID()
  beforeAll(async () => {
    port = await postbox.open()
    await store.current.authPool.query(
      'insert into "user" (id, name, email, "emailVerified") values ($1, $2, $3, true)',
      [user, '海野 渚', `${user}@city.example`],
    )
  })
  afterAll(async () => {
    await store.current.authPool.query('delete from "user" where id = $1', [user])
    await postbox.close()
  })
  const posting = () => {
    const config = readConfig({
      SHIRUBE_SMTP_URL: `smtp://127.0.0.1:${port}`,
      SHIRUBE_MAIL_FROM: 'しるべ <shirube@city.example>',
    })
    const mail = openMail(config)
    if (!mail) throw new Error('no mail')
    const auth = makeAuth({
      pool: store.current.authPool,
      ...{ baseUrl: 'https://shirube.example', secret: 'x'.repeat(40), onLink: () => {} },
    })
    return { store: store.current, auth, mail, now }
  }
  const waiting = () => reading(store.current, { government: '' }, lettersWaiting)

  test('断られれば間をおいてもう一度、届けば終わる。リンクは送るときに作られ、一人だけのもの', async () => {
    await queueReset(store.current, user, now())
    postbox.refuses = true
    const { mail, ...rest } = posting()
    expect(await deliver({ mail, ...rest })).toBe(0)
    expect((await waiting()).at(-1)?.attempts.at(-1)).toMatchObject({ what: 'failed' })
    postbox.refuses = false
    expect(await deliver({ mail, ...rest })).toBe(0)
    time += 60_000
    expect(await deliver({ mail, ...rest })).toBe(1)
    expect(await deliver({ mail, ...rest })).toBe(0)
    expect(await waiting()).toEqual([])
    mail.close()
    expect(postbox.received).toHaveLength(1)
    const [letter = ''] = postbox.received
    expect(letter).toMatch(/^Message-ID: <shirube\.\d+@shirube\.example>$/m)
    const token = /set-password\?token=([\w-]+)/.exec(readLetter(letter))?.[1] ?? ''
    expect(await bearerOf(store.current.authPool, token, now())).toMatchObject({ name: '海野 渚' })
    expect(
      await bearerOf(store.current.authPool, token, new Date(time + 3_700_000).toISOString()),
    ).toBeUndefined()
    const kept = await store.current.authPool.query('select identifier from verification where value = $1', [
      user,
    ])
    expect(JSON.stringify(kept.rows)).not.toContain(token)
  })

  test('しるべが落ちて途中になった手紙は、同じ Message-ID でもう一度出る', async () => {
    await writing(store.current, { government: '' }, (tx) =>
      queueLetter(tx, { kind: 'reset', user, lang: 'en', detail: {}, queuedAt: now(), queuedBy: 'x' }),
    )
    const { mail, ...rest } = posting()
    const cutOff = { ...mail, send: () => new Promise<void>(() => {}) }
    void deliver({ mail: cutOff, ...rest }).catch(() => {})
    await expect.poll(async () => (await waiting()).at(-1)?.attempts.at(-1)?.what).toBe('begun')
    expect(await deliver({ mail, ...rest })).toBe(0)
    time += 11 * 60_000
    expect(await deliver({ mail, ...rest })).toBe(1)
    mail.close()
    expect(readLetter(postbox.received.at(-1) ?? '')).toContain('Dear 海野 渚,')
  })

  test('設定がなければ、送る口はない', () => expect(openMail(readConfig({}))).toBeUndefined())
})
