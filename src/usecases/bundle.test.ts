import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Actor } from '#domain/access/can.ts'
import type { Seal } from '#domain/access/seal.ts'
import type { Manifest } from '#domain/cycle/bundle.ts'
import { type AnswerFields, EMPTY_ANSWER } from '#domain/cycle/report.ts'
import { readSamples } from '#main/samples.ts'
import { fingerprintOf, openBundle, readBundle } from '#readers/bundle.ts'
import { listQuestions } from '#store/questions.ts'
import { listAnswers } from '#store/reports.ts'
import type { WriteTx } from '#store/transaction.ts'
import { planner, rolledBack, useStore } from '#test/support/store.ts'
import { writeBundle } from '#writers/bundle.ts'
import { ask } from './ask.ts'
import { attach } from './attach.ts'
import { moveReports } from './collect.ts'
import { loadSample, type Sample } from './load-sample.ts'
import { makeBundle } from './make-bundle.ts'
import { openRound } from './open-round.ts'
import { receiveBundle } from './receive-bundle.ts'
import { registerGovernment } from './register-government.ts'
import { saveAnswerOf } from './save-answers.ts'
import { takeBundle } from './take-bundle.ts'
import { trustKey } from './trust.ts'
import { viewReports } from './view-reports.ts'
import { weighBundle } from './weigh-bundle.ts'

const code = '992011'
const city = (await readSamples()).find(({ government }) => government.code === code) as Sample
const YEAR = 2025
const NOW = '2026-11-10T00:00:00.000Z'
const dates = [{ stage: 'report', from: '05-01', to: '06-14' }] as const
const doing = { actor: { ...planner(code), role: 'administrator' } as Actor, now: NOW }

function sealOf(installation: string): Seal {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const shown = publicKey.export({ format: 'der', type: 'spki' })
  return {
    ...{ installation, publicKey: shown.toString('base64') },
    fingerprint: fingerprintOf(new Uint8Array(shown)),
    sign: (bytes) => new Uint8Array(sign(null, bytes, privateKey)),
  }
}
const [inside, outside] = [sealOf('内側'), sealOf('外側')]

describe('束', () => {
  const store = useStore()
  const must = <T>(outcome: { ok: true; value: T } | { ok: false; why: string; detail?: unknown }): T => {
    if (!outcome.ok) throw new Error(`${outcome.why} ${JSON.stringify(outcome.detail)}`)
    return outcome.value
  }

  /** The inner side: the sample with a round that runs. */
  const atHome = async (work: (tx: WriteTx, ids: readonly string[]) => Promise<void>) =>
    rolledBack(store.current, code, async (tx) => {
      must(await loadSample(tx, { ...doing, now: '2026-11-01T00:00:00.000Z' }, city))
      must(await openRound(tx, doing, { year: YEAR, dates }))
      must(
        await trustKey(tx, doing, {
          fingerprint: outside.fingerprint,
          name: '外側',
          own: inside.fingerprint,
        }),
      )
      const { rows } = await viewReports(tx, { year: YEAR })
      const free = rows.filter(
        ({ state, department, indicator }) =>
          state === 'empty' && department && indicator.accumulation !== 'cumulative' && !indicator.parts,
      )
      await work(
        tx,
        free.map(({ indicator }) => indicator.id),
      )
    })
  /** The outer side: a city that was only registered. */
  const away = async (work: (tx: WriteTx) => Promise<void>) =>
    rolledBack(store.current, code, async (tx) => {
      must(
        await registerGovernment(tx, doing, {
          ...{ code, name: 'しるべ市', kind: 'city', fictional: true, sample: false },
        }),
      )
      must(
        await trustKey(tx, doing, {
          fingerprint: inside.fingerprint,
          name: '内側',
          own: outside.fingerprint,
        }),
      )
      await work(tx)
    })
  let made = 0
  const make = async (tx: WriteTx, seal: Seal): Promise<Uint8Array> => {
    let bytes: Uint8Array = new Uint8Array()
    made += 1
    must(
      await makeBundle(tx, doing, {
        ...{ year: YEAR, id: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}` },
        ...{ installation: seal.installation, fingerprint: seal.fingerprint },
        write: (packed) => {
          const written = writeBundle(packed, seal)
          bytes = Uint8Array.from(written.bytes)
          return written
        },
      }),
    )
    return bytes
  }
  const read = (bytes: Uint8Array) => must(readBundle(must(openBundle(bytes))))
  const take = async (tx: WriteTx, bytes: Uint8Array, own: Seal, choices = new Map()) => {
    const carried = read(bytes)
    const { manifest, fingerprint } = carried
    must(await receiveBundle(tx, doing, { manifest, fingerprint, bytes, year: YEAR, own: own.fingerprint }))
    return takeBundle(tx, doing, {
      ...{ carried, year: YEAR, own: own.fingerprint, choices, file: carried.file },
      say: (state, by) => `${state} ${by}`,
    })
  }
  const save = async (tx: WriteTx, indicator: string, fields: Partial<AnswerFields>) => {
    const [now] = await listAnswers(tx, YEAR, [indicator])
    return must(
      await saveAnswerOf(tx, doing, {
        ...{ year: YEAR, indicator, via: 'page', seen: now?.id ?? '' },
        fields: { ...EMPTY_ANSWER, ...now?.fields, ...fields },
      }),
    )
  }
  const answered = async (tx: WriteTx, indicator: string) =>
    (await listAnswers(tx, YEAR, [indicator]))[0]?.fields.value

  test('行って帰ってくると、向こうで入れた値・状態・質問・資料がそろい、同じものは二度入らない', async () => {
    let [out, back]: Uint8Array[] = []
    let ids: readonly string[] = []
    await atHome(async (tx, found) => {
      ids = found.slice(0, 3)
      await save(tx, ids[0] as string, { value: '10' })
      must(
        await ask(tx, doing, { year: YEAR, department: '', indicator: ids[0] as string, text: '出典は？' }),
      )
      out = await make(tx, inside)
    })
    const [a, b, c] = ids as [string, string, string]
    await away(async (tx) => {
      const carried = read(out as Uint8Array)
      const would = await weighBundle(tx, carried, { choices: new Map(), own: outside.fingerprint })
      expect(would).toMatchObject({ round: 'open', unknown: [], merge: { conflicts: [] } })
      expect(would.plans.length).toBeGreaterThan(0)
      const took = must(await take(tx, out as Uint8Array, outside))
      expect(took).toMatchObject({ opened: true, answers: 1, questions: 1, left: [] })
      expect(took.plans).toBe(would.plans.length)
      expect(await take(tx, out as Uint8Array, outside).catch((error: Error) => error.message)).toContain(
        'bundle-taken-already',
      )
      expect(await answered(tx, a)).toBe('10')
      await save(tx, a, { value: '12' })
      await save(tx, b, { why: 'not-yet-published' })
      must(await moveReports(tx, doing, { year: YEAR, indicators: [b], move: 'submit' }))
      must(await moveReports(tx, doing, { year: YEAR, indicators: [b], move: 'approve' }))
      must(
        await attach(tx, doing, {
          ...{ year: YEAR, indicator: a, name: '集計.csv', shows: '月別' },
          bytes: new TextEncoder().encode('月,件\n4,1\n'),
        }),
      )
      back = await make(tx, outside)
    })
    await atHome(async (tx) => {
      // The home of another transaction has the same sample, and knows nothing of the outward bundle but its own answers.
      await save(tx, a, { value: '10' })
      await save(tx, c, { value: '7' })
      const carried = read(back as Uint8Array)
      expect(carried.manifest).toMatchObject({ direction: 'back', installation: '外側' })
      const took = must(await take(tx, back as Uint8Array, inside))
      expect(took).toMatchObject({ answers: 2, evidence: 1, submitted: 1, plans: 0, opened: false })
      expect(await answered(tx, a)).toBe('12')
      expect(await answered(tx, c)).toBe('7')
      const row = (await viewReports(tx, { year: YEAR })).rows.find(({ indicator }) => indicator.id === b)
      expect(row?.state).toBe('submitted')
      expect(row?.moves.at(-1)?.reason).toMatch(/^approved /)
      expect(row?.answer).toMatchObject({ via: 'bundle' })
    })
    await atHome(async (tx) => {
      await save(tx, a, { value: '10' })
      await save(tx, b, { why: 'not-yet-published' })
      must(await moveReports(tx, doing, { year: YEAR, indicators: [b], move: 'submit' }))
      expect(must(await take(tx, back as Uint8Array, inside)).left).toMatchObject([
        { what: 'approved-there' },
      ])
    })
  })

  test('両方で違う値にしたところは、選ぶまで何も書かず、選べばそのとおりになる', async () => {
    let [out, back]: Uint8Array[] = []
    let ids: readonly string[] = []
    await atHome(async (tx, found) => {
      ids = found.slice(0, 2)
      out = await make(tx, inside)
    })
    const [a, b] = ids as [string, string]
    await away(async (tx) => {
      must(await take(tx, out as Uint8Array, outside))
      await save(tx, a, { value: '5', note: '向こうの備考' })
      await save(tx, b, { value: '6' })
      back = await make(tx, outside)
    })
    await atHome(async (tx) => {
      await save(tx, a, { value: '4' })
      expect(await take(tx, back as Uint8Array, inside)).toMatchObject({
        why: 'bundle-conflicts-left',
        detail: { count: 1 },
      })
    })
    await atHome(async (tx) => {
      await save(tx, a, { value: '4' })
      const choices = new Map([[`${a} value`, 'page' as const]])
      expect(must(await take(tx, back as Uint8Array, inside, choices))).toMatchObject({ answers: 2 })
      expect(await answered(tx, a)).toBe('4')
      expect(await answered(tx, b)).toBe('6')
      expect((await listAnswers(tx, YEAR, [a]))[0]?.fields.note).toBe('向こうの備考')
    })
  })

  test('差し戻しの理由は、質問として向こうに届き、返事は持ち帰れる', async () => {
    let [out, back]: Uint8Array[] = []
    let a = ''
    await atHome(async (tx, ids) => {
      a = ids[0] as string
      await save(tx, a, { why: 'no-survey' })
      must(await moveReports(tx, doing, { year: YEAR, indicators: [a], move: 'submit' }))
      must(
        await moveReports(tx, doing, {
          ...{ year: YEAR, indicators: [a], move: 'return', reason: '出典を書いてください' },
        }),
      )
      out = await make(tx, inside)
    })
    await away(async (tx) => {
      expect(must(await take(tx, out as Uint8Array, outside))).toMatchObject({ answers: 1, questions: 1 })
      const [thread] = await listQuestions(tx, YEAR)
      expect(thread).toMatchObject({ indicator: a, side: 'planning', text: '出典を書いてください' })
      must(
        await ask(tx, doing, {
          ...{ year: YEAR, department: thread?.department ?? '', text: '書きました' },
          ...(thread ? { answers: thread.id } : {}),
        }),
      )
      back = await make(tx, outside)
    })
    await atHome(async (tx) => {
      const before = (await listQuestions(tx, YEAR)).length
      expect(must(await take(tx, back as Uint8Array, inside))).toMatchObject({ questions: 2 })
      const threads = await listQuestions(tx, YEAR)
      expect(threads).toHaveLength(before + 1)
      expect(threads.at(-1)).toMatchObject({
        text: '出典を書いてください',
        replies: [{ text: '書きました' }],
      })
    })
  })

  test('信頼していない鍵・運べない役割は断る', () =>
    away(async (tx) => {
      const stranger = sealOf('だれか')
      const manifest: Manifest = {
        ...{ format: 'shirube-bundle', version: 1, id: 'aaaaaaaa', government: code, year: YEAR },
        ...{ governmentName: 'しるべ市', stage: 'report', direction: 'out', madeAt: NOW, by: 'x' },
        ...{ installation: 'だれか', parts: [] },
        counts: { plans: 0, departments: 0, indicators: 0, answers: 0, questions: 0, evidence: 0 },
      }
      const asked = {
        ...{ manifest, fingerprint: stranger.fingerprint, bytes: new Uint8Array(1) },
        ...{ year: YEAR, own: outside.fingerprint },
      }
      expect(await receiveBundle(tx, doing, asked)).toMatchObject({
        why: 'bundle-key-unknown',
        detail: { fingerprint: stranger.fingerprint },
      })
      const reporter = { ...doing, actor: { ...doing.actor, role: 'reporter' as const } }
      expect(await receiveBundle(tx, reporter, asked)).toMatchObject({ why: 'not-allowed' })
      const planning = { ...doing, actor: planner(code) }
      expect(
        await trustKey(tx, planning, { ...asked, name: 'x', fingerprint: stranger.fingerprint }),
      ).toMatchObject({ why: 'not-allowed' })
    }))
})
