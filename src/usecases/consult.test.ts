import { describe, expect, test } from 'vitest'
import type { CommentGroup, ConsultationFields } from '#domain/cycle/consultation.ts'
import { commentPeople, listComments, listGroups } from '#store/consultations.ts'
import type { WriteTx } from '#store/transaction.ts'
import { actAs, inCity, planner, smallPlan, useStore } from '#test/support/store.ts'
import { verifyAudit } from './audit.ts'
import {
  erasePeople,
  extendConsultation,
  findConsultation,
  openConsultation,
  publishComments,
  publishedTable,
  stateOn,
  type ToComment,
  takeComment,
  takeComments,
  withdrawConsultation,
  writeGroup,
} from './consult.ts'
import { importPlan } from './import-plan.ts'

const code = '992011'
const at = (now: string) => ({ actor: planner(code), now })
const [before, during, after] = ['2026-09-20', '2026-10-10', '2026-11-05'].map(
  (day) => `${day}T00:00:00.000Z`,
) as [string, string, string]
const draft = { ...smallPlan, edition: { id: 'draft-1', label: '改訂案', stage: 'draft' as const } }
const fields: ConsultationFields = {
  ...{ plan: smallPlan.id, edition: 'draft-1', title: '第3期戦略（案）', about: 'ご意見をお寄せください' },
  ...{ from: '2026-10-01', until: '2026-10-31', asks: 'name' },
}
const comment = (token: string, over: Partial<ToComment> = {}): ToComment => ({
  ...{ token, channel: 'form', receivedOn: '2026-10-10', about: '基本目標1', text: '道を直してほしい' },
  person: { name: '海野 渚', contact: '港町1-2' },
  ...over,
})
const group = (comments: readonly string[], over: Partial<CommentGroup> = {}): CommentGroup => ({
  ...{ heading: '道路', summary: '道を直す', comments, answer: '直します', outcome: 'in-draft' },
  ...{ change: '', department: '', ...over },
})

describe('意見募集', () => {
  const store = useStore()
  const run = (work: (tx: WriteTx, id: string) => Promise<void>) =>
    inCity(store.current, { plan: smallPlan, at: at(before) }, async (tx) => {
      expect(await importPlan(tx, at(before), { plan: draft })).toMatchObject({ ok: true })
      const opened = await openConsultation(tx, at(before), fields)
      if (!opened.ok) throw new Error(opened.why)
      await work(tx, opened.value)
    })
  /** A resident's form: the door itself takes it. */
  const say = async (tx: WriteTx, id: string, one: ToComment, now = during) => {
    await actAs(tx)
    const taken = await takeComment(tx, { now }, id, one)
    await actAs(tx, planner(code))
    return taken
  }

  test('受け付け、まとめ、答え、公表し、氏名を消すまで', () =>
    run(async (tx, id) => {
      const [first, second] = [
        await say(tx, id, comment('a')),
        await say(tx, id, comment('b', { text: '橋も' })),
      ]
      const ids = [first, second].map((each) => (each.ok ? each.value : ''))
      expect(await publishComments(tx, at(after), { id, reason: '' })).toMatchObject({
        why: 'comments-not-grouped',
      })
      await writeGroup(tx, at(after), id, { key: 'k', fields: group(ids, { answer: '' }), seen: '' })
      expect(await publishComments(tx, at(after), { id, reason: '' })).toMatchObject({
        why: 'comments-not-answered',
      })
      const [open] = await listGroups(tx, id)
      await writeGroup(tx, at(after), id, { key: 'k', fields: group(ids), seen: open?.id ?? '' })
      expect(await publishComments(tx, at(during), { id, reason: '' })).toMatchObject({
        why: 'consultation-running',
      })
      expect(await publishComments(tx, at(after), { id, reason: '' })).toMatchObject({ ok: true })
      const record = await findConsultation(tx, id)
      const published = record && publishedTable(record)
      expect(published?.table).toMatchObject({ received: 2, rows: [{ heading: '道路', count: 2 }] })
      expect(JSON.stringify(published)).not.toMatch(/海野|港町/)
      expect(await erasePeople(tx, at(after), id)).toMatchObject({ ok: true, value: { people: 2 } })
      expect((await commentPeople(tx, id)).size).toBe(0)
      expect((await listComments(tx, id)).length).toBe(2)
      await actAs(tx)
      expect((await verifyAudit(tx)).faults).toEqual([])
      expect(await publishComments(tx, at(after), { id, reason: '' })).toMatchObject({
        why: 'reason-missing',
      })
    }))

  test('同じ用紙を二度送っても一件だけ', () =>
    run(async (tx, id) => {
      expect(await say(tx, id, comment('a'))).toEqual(await say(tx, id, comment('a')))
      expect((await listComments(tx, id)).length).toBe(1)
    }))

  test.each([
    ['始まる前', before, {}, 'consultation-not-open'],
    ['終わったあと', after, {}, 'consultation-not-open'],
    ['何も書いていない', during, { text: ' ' }, 'comment-missing'],
    ['長すぎる', during, { text: 'あ'.repeat(5001) }, 'too-long'],
  ] as const)('%s は断る', (_, now, over, why) =>
    run(async (tx, id) =>
      expect(await say(tx, id, comment('a', over), now)).toMatchObject({ ok: false, why }),
    ),
  )

  test('紙で届いたものは、終わったあとでも職員が入れられ、表は全部か何もなし', () =>
    run(async (tx, id) => {
      const many = [comment('x', { channel: 'fax' }), comment('y', { receivedOn: '2026-02-30' })]
      expect(await takeComments(tx, at(after), id, many)).toMatchObject({
        ok: false,
        why: 'date-not-understood',
      })
      expect(await takeComments(tx, at(after), id, many.slice(0, 1))).toMatchObject({ ok: true })
    }))

  test('課は自分のまとまりの答えだけを書け、要旨は変わらない', () =>
    run(async (tx, id) => {
      const made = await say(tx, id, comment('a'))
      const ids = [made.ok ? made.value : '']
      const begun = await writeGroup(tx, at(after), id, {
        key: 'k',
        fields: group(ids, { answer: '' }),
        seen: '',
      })
      const seen = begun.ok ? begun.value.id : ''
      const reporter = {
        actor: { ...planner(code), role: 'reporter' as const, department: 'road' },
        now: after,
      }
      const answer = { key: 'k', fields: group(ids, { summary: '別の要旨', answer: '来年直します' }), seen }
      expect(await writeGroup(tx, reporter, id, answer)).toMatchObject({ ok: false, why: 'not-allowed' })
    }))

  test('二人が同じまとまりを書くと、遅れた人の書いたものは入らない', () =>
    run(async (tx, id) => {
      await writeGroup(tx, at(after), id, { key: 'k', fields: group([]), seen: '' })
      const late = { key: 'k', fields: group([], { heading: '橋' }), seen: '' }
      expect(await writeGroup(tx, at(after), id, late)).toMatchObject({
        ok: false,
        why: 'somebody-was-faster',
      })
    }))

  test('延ばすには理由と後の日が要り、取りやめると受け付けない', () =>
    run(async (tx, id) => {
      const until = '2026-11-10'
      expect(await extendConsultation(tx, at(during), { id, until, reason: '' })).toMatchObject({
        why: 'reason-missing',
      })
      expect(
        await extendConsultation(tx, at(during), { id, until: '2026-10-20', reason: 'x' }),
      ).toMatchObject({
        why: 'days-reversed',
      })
      expect(await extendConsultation(tx, at(during), { id, until, reason: '周知が遅れた' })).toMatchObject({
        ok: true,
      })
      expect(await say(tx, id, comment('a'), after)).toMatchObject({ ok: true })
      await withdrawConsultation(tx, at(after), { id, reason: '案を作り直す' })
      const record = await findConsultation(tx, id)
      expect(record && stateOn(record, after)).toBe('withdrawn')
      expect(await say(tx, id, comment('b'), after)).toMatchObject({ why: 'consultation-not-open' })
    }))

  test.each([
    ['採用した版', { edition: smallPlan.edition.id }, 'not-a-draft'],
    ['ない版', { edition: 'nothing' }, 'no-such-edition'],
    ['日が逆', { until: '2026-09-01' }, 'days-reversed'],
    ['題がない', { title: '' }, 'title-missing'],
  ])('%s では始められない', (_, over, why) =>
    run(async (tx) =>
      expect(await openConsultation(tx, at(before), { ...fields, ...over })).toMatchObject({
        ok: false,
        why,
      }),
    ),
  )
})
