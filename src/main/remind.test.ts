import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Actor } from '#domain/access/can.ts'
import { USUAL_REMINDERS } from '#domain/cycle/reminder.ts'
import { EMPTY_ANSWER } from '#domain/cycle/report.ts'
import { personFor, saveMembership } from '#store/memberships.ts'
import { openStore, type Store } from '#store/open.ts'
import { lettersWaiting, saveDigestChoice } from '#store/outbox.ts'
import { reading, type WriteTx, writing } from '#store/transaction.ts'
import { Postbox, readLetter } from '#test/support/postbox.ts'
import { planner } from '#test/support/store.ts'
import { ask } from '#usecases/ask.ts'
import { moveReports } from '#usecases/collect.ts'
import { saveReminderRules } from '#usecases/cycle-settings.ts'
import { loadSample, type Sample } from '#usecases/load-sample.ts'
import { openRound } from '#usecases/open-round.ts'
import { saveAnswerOf } from '#usecases/save-answers.ts'
import { viewReports } from '#usecases/view-reports.ts'
import { makeAuth } from '#web/auth/auth.ts'
import { readConfig } from './config.ts'
import { deliver, openMail } from './mail.ts'
import { lookRound } from './remind.ts'
import { readSamples } from './samples.ts'

const code = '992011'
const department = 'commerce-tourism'
const YEAR = 2025

describe('進行の知らせ', () => {
  let store: Store
  let port = 0
  let time = ''
  const now = () => time
  /** A moment in Japan. */
  const at = (day: string, clock = '09:00') => {
    time = new Date(`${day}T${clock}:00+09:00`).toISOString()
  }
  const postbox = new Postbox()
  const people = { reporter: '', approver: '', planner: '', other: '' }
  let asked = ''
  const doing = (role: Actor['role'], name: string) => ({
    actor: { ...planner(code), id: name, name, role, department },
    now: time,
  })
  const write = <T>(work: (tx: WriteTx) => Promise<T>) => writing(store, { government: code }, work)
  const look = (seen = new Map<string, string>()) => lookRound({ store, now }, seen)
  /** What waits, as kind and to whom, and is then taken as sent. */
  const sent = async () => {
    const mail = openMail(
      readConfig({
        SHIRUBE_SMTP_URL: `smtp://127.0.0.1:${port}`,
        SHIRUBE_MAIL_FROM: 'しるべ <shirube@city.example>',
      }),
    )
    if (!mail) throw new Error('no mail')
    const auth = makeAuth({
      pool: store.authPool,
      ...{ baseUrl: 'https://shirube.example', secret: 'x'.repeat(40), onLink: () => {} },
    })
    const letters = await reading(store, { government: code }, lettersWaiting)
    const nameOf = new Map(Object.entries(people).map(([name, id]) => [id, name]))
    expect(await deliver({ store, auth, mail, now })).toBe(letters.length)
    mail.close()
    return letters.map(({ kind, user }) => `${kind} ${nameOf.get(user)}`).sort()
  }
  const lastLetter = () => readLetter(postbox.received.at(-1) ?? '')

  beforeAll(async () => {
    const url = new URL(inject('databaseUrl'))
    const client = new pg.Client(url.toString())
    await client.connect()
    await client.query('create database remind')
    await client.end()
    url.pathname = '/remind'
    store = await openStore({ dataDir: '', databaseUrl: url.toString(), poolSize: 6 })
    port = await postbox.open()
    const city = (await readSamples()).find(({ government }) => government.code === code) as Sample
    at('2026-05-10')
    await write(async (tx) => {
      await loadSample(tx, { actor: planner(code), now: time }, city)
      const join = async (name: string, role: Actor['role']) => {
        const user = await personFor(tx, { email: `${name}@city.example`, name }, time)
        const of = role === 'planner' ? {} : { department }
        await saveMembership(tx, { government: code, user, role, ...of }, time, 'x')
        return user
      }
      people.reporter = await join('reporter', 'reporter')
      people.approver = await join('approver', 'approver')
      people.planner = await join('planner', 'planner')
      people.other = await join('other', 'planner')
      await openRound(
        tx,
        { actor: planner(code), now: time },
        {
          ...{ year: YEAR, dates: [{ stage: 'report', from: '05-07', to: '06-19' }] },
        },
      )
      const { rows } = await viewReports(tx, { year: YEAR, department })
      asked = rows.find(({ state }) => state === 'empty')?.indicator.id ?? ''
    })
  })
  afterAll(async () => {
    await postbox.close()
    await store?.close()
  })

  test('収集を始めた日には、まだだれにも出ない', async () => {
    expect(await look()).toBe(0)
  })

  test('7日前の8時30分から出る。一人に一通、しごとをすべて並べ、値は書かない', async () => {
    at('2026-06-12', '08:29')
    expect(await look()).toBe(0)
    at('2026-06-12', '08:30')
    expect(await look()).toBe(3)
    expect(await sent()).toEqual(['digest other', 'digest planner', 'reminder reporter'])
    const letters = postbox.received.map(readLetter)
    const own = letters.find((text) => text.startsWith('reporter 様')) ?? ''
    expect(own).toContain('・実績を入れる: 創業件数（累計）（6月19日まで）')
    expect(own.match(/実績を入れる/g)).toHaveLength(2)
    expect(own).toContain(`https://shirube.example/g/${code}/cycle?year=${YEAR}`)
    expect(letters.find((text) => text.startsWith('planner 様'))).toContain('・商工観光課: 2件')
  })

  test('同じ日にもう一度見ても、次の日に動き直しても、二度は出ない', async () => {
    expect(await look()).toBe(0)
    at('2026-06-13')
    expect(await look()).toBe(0)
  })

  test('二つのサーバーが同時に見ても、前日の知らせは一通', async () => {
    at('2026-06-18')
    const queued = await Promise.all([look(), look(), look()])
    expect(queued.reduce((sum, each) => sum + each)).toBe(3)
    expect(await sent()).toEqual(['digest other', 'digest planner', 'reminder reporter'])
  })

  test('当日は、段階を終える企画課にだけ出る', async () => {
    at('2026-06-19')
    expect(await look()).toBe(2)
    expect(await sent()).toEqual(['reminder other', 'reminder planner'])
    expect(lastLetter()).toContain('・段階を終える（6月19日まで）')
  })

  test('止まっていた翌日のぶんは、動き出した日に出る', async () => {
    at('2026-06-21')
    expect(await look()).toBe(3)
    expect(await sent()).toEqual(['reminder other', 'reminder planner', 'reminder reporter'])
    expect(lastLetter()).toContain('（2日遅れ）')
    expect(await look()).toBe(0)
  })

  test('そのあとは週に一度。まとめを断った人には出さない', async () => {
    await write((tx) => saveDigestChoice(tx, { user: people.other, wanted: false, at: time }))
    at('2026-06-26')
    await look()
    expect(await sent()).toEqual(['digest planner'])
    at('2026-06-27')
    await look()
    expect(await sent()).toContain('reminder reporter')
  })

  test('差し戻し・質問・答えは、その日のうちに相手に出る', async () => {
    at('2026-06-28', '07:00')
    await write(async (tx) => {
      await saveAnswerOf(tx, doing('reporter', 'reporter'), {
        ...{ year: YEAR, indicator: asked, seen: '', via: 'page' },
        fields: { ...EMPTY_ANSWER, why: 'not-yet-published' },
      })
      const move = { year: YEAR, indicators: [asked] }
      await moveReports(tx, doing('reporter', 'reporter'), { ...move, move: 'submit' })
      return moveReports(tx, doing('approver', 'approver'), { ...move, move: 'return', reason: '確かめて' })
    })
    expect(await look()).toBe(1)
    expect(await sent()).toEqual(['returned reporter'])
    expect(lastLetter()).not.toContain('確かめて')
    const question = await write((tx) =>
      ask(tx, doing('reporter', 'reporter'), {
        year: YEAR,
        department,
        indicator: asked,
        text: 'ひみつの話',
      }),
    )
    if (!question.ok) throw new Error(question.why)
    await look()
    expect(await sent()).toEqual(['question other', 'question planner'])
    expect(lastLetter()).not.toContain('ひみつの話')
    await write((tx) =>
      ask(
        tx,
        { actor: planner(code), now: time },
        {
          ...{ year: YEAR, department, text: 'はい', answers: question.value.id },
        },
      ),
    )
    await look()
    expect(await sent()).toEqual(['answer reporter'])
    expect(await look()).toBe(0)
  })

  test('何も変わらなければ、何も計算しない', async () => {
    const seen = new Map<string, string>()
    await look(seen)
    const before = seen.get(code)
    expect(await look(seen)).toBe(0)
    expect(seen.get(code)).toBe(before)
  })

  test('団体が止めれば、遅れていても出ない', async () => {
    await write((tx) =>
      saveReminderRules(tx, { actor: planner(code), now: time }, { ...USUAL_REMINDERS, on: false }),
    )
    at('2026-07-18')
    expect(await look()).toBe(0)
  })
})
