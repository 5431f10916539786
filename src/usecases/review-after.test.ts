import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Actor } from '#domain/access/can.ts'
import { writeDown } from '#store/changes.ts'
import { saveDepartments } from '#store/departments.ts'
import type { WriteTx } from '#store/transaction.ts'
import {
  as,
  doing,
  meeting,
  member,
  now,
  opened as openedIn,
  opinion,
  program,
  seat,
  sent,
  year,
} from '#test/support/panel-room.ts'
import { actAs, smallPlan, useStore } from '#test/support/store.ts'
import { answerOpinion, chargeOpinion } from './answer-opinion.ts'
import { fixPack } from './fix-pack.ts'
import { handInOpinion, saveOpinionDraft } from './hand-in-opinion.ts'
import { moveRoom, openReview } from './open-review.ts'
import { saveRoomText } from './save-review-text.ts'
import { viewAnswers } from './view-answers.ts'
import { viewReviews, viewRoom } from './view-room.ts'
import { moveYear, publicYear } from './year.ts'

describe('意見のその後と、部屋の守り', () => {
  const store = useStore()
  const opened = (work: (tx: WriteTx, review: string) => Promise<void>) => openedIn(store.current, work)

  test('対応方針は担当課が書き、あとの対応が数えられ、期限を過ぎれば分かる', () =>
    opened(async (tx, review) => {
      const change = await writeDown(tx, {
        at: now,
        actor: 'a',
        role: 'planner',
        action: 'structure:save',
        subject: 'd',
      })
      await saveDepartments(tx, { id: change, at: now }, [
        { id: 'labour', name: '労政課' },
        { id: 'planning', name: '企画課' },
      ])
      const handed = await handInOpinion(tx, as('u-chair'), sent(review))
      const id = handed.ok ? handed.value.id : ''
      const labour = { actor: { ...member('u-l'), role: 'reporter', department: 'labour' } as Actor, now }
      const answer = {
        opinion: id,
        text: '調べて示す。',
        state: 'begun' as const,
        department: '',
        due: '2026-10-31',
        seen: '',
      }
      expect(await answerOpinion(tx, labour, answer)).toMatchObject({ why: 'not-allowed' })
      expect(await chargeOpinion(tx, labour, { opinion: id, department: 'labour' })).toMatchObject({
        why: 'not-allowed',
      })
      expect(
        await chargeOpinion(tx, doing, { opinion: id, department: 'labour', due: '2026-09-30' }),
      ).toMatchObject({
        ok: true,
      })
      expect(await answerOpinion(tx, labour, { ...answer, due: '' })).toMatchObject({ why: 'due-missing' })
      expect(await answerOpinion(tx, labour, { ...answer, state: 'not-taken', text: '' })).toMatchObject({
        why: 'reason-missing',
      })
      const first = await answerOpinion(tx, labour, answer)
      expect(first).toMatchObject({ ok: true })
      expect(await answerOpinion(tx, labour, answer)).toEqual(first)
      const late = await viewAnswers(tx, { actor: labour.actor, today: '2026-11-01', now })
      expect(late.rows.map(({ charged, overdue, may }) => [charged, overdue, may])).toEqual([
        ['labour', true, true],
      ])
      const done = { ...answer, text: '示した。', state: 'done' as const, due: '' }
      expect(await answerOpinion(tx, labour, done)).toMatchObject({ why: 'somebody-was-faster' })
      expect(
        await answerOpinion(tx, labour, { ...done, seen: first.ok ? first.value.id : '' }),
      ).toMatchObject({
        ok: true,
      })
      const now_ = await viewAnswers(tx, { actor: labour.actor, today: '2026-11-01', now })
      expect(now_.rows.map(({ responses, overdue }) => [responses.length, overdue])).toEqual([[2, false]])
    }))

  test('公表には、締めたあとの意見が、直した文で、一度だけ、名前なしで載る', () =>
    opened(async (tx, review) => {
      const handed = await handInOpinion(tx, as('u-chair'), sent(review))
      const id = handed.ok ? handed.value.id : ''
      const fields = { ...opinion, text: '直した文。' }
      await handInOpinion(tx, as('u-chair'), sent(review, { fields, edits: { id, seen: id } }))
      const publish = async (reason?: string) => {
        const at = { ...doing, now: reason ? '2026-10-02T00:00:00.000Z' : '2026-10-01T00:00:00.000Z' }
        for (const how of reason
          ? (['reopen', 'close', 'publish'] as const)
          : (['close', 'publish'] as const)) {
          const moved = await moveYear(tx, at, {
            plan: smallPlan.id,
            year,
            how,
            ...(reason ? { reason } : {}),
          })
          if (!moved.ok) throw new Error(moved.why)
        }
        return (await publicYear(tx, { plan: smallPlan.id, year }))?.snapshot
      }
      expect((await publish())?.opinions).toEqual([])
      await moveRoom(tx, doing, { review, move: 'close' })
      const snapshot = await publish('委員会の意見を加えた')
      expect(snapshot?.opinions.map(({ text, panel }) => [text, panel])).toEqual([
        ['直した文。', '学識経験者'],
      ])
      expect(JSON.stringify(snapshot)).not.toMatch(/u-chair|委員 u/)
    }))

  test('データベースも、委員には自分の部屋のほかを見せず、ほかの人の名で書かせない', () =>
    opened(async (tx, review) => {
      const other = await openReview(tx, doing, {
        year,
        plans: [smallPlan.id],
        meeting: { ...meeting, title: '第2回' },
      })
      const second = other.ok ? other.value.id : ''
      await seat(tx, second, 'u-other', '金融')
      await fixPack(tx, doing, { review: second, seen: 0, reason: '' })
      await saveOpinionDraft(tx, as('u-chair'), { review, place: program, fields: opinion })
      await saveRoomText(tx, doing, { review, kind: 'minutes', fields: { discussion: 'x' }, seen: '' })
      const change = await writeDown(tx, { at: now, actor: 'a', role: 'planner', action: 'x', subject: 'x' })
      const enter = (user: string) => actAs(tx, member(user))
      const seen = async () => {
        const counts: Record<string, number> = {}
        for (const table of [
          'review',
          'review_member',
          'review_move',
          'review_pack',
          'review_text',
          'opinion',
          'opinion_draft',
        ]) {
          const found = await sql<{
            count: number
          }>`select count(*)::int as count from ${sql.table(table)}`.execute(tx.db)
          counts[table] = found.rows[0]?.count ?? -1
        }
        return counts
      }
      await enter('u-chair')
      expect(await handInOpinion(tx, as('u-chair'), sent(review))).toMatchObject({ value: { number: 1 } })
      expect(await seen()).toEqual({
        ...{
          review: 1,
          review_member: 1,
          review_move: 2,
          review_pack: 1,
          review_text: 1,
          opinion: 1,
          opinion_draft: 2,
        },
      })
      expect((await viewReviews(tx, 'u-chair')).map(({ id }) => id)).toEqual([review])
      await enter('u-member')
      expect(await seen()).toMatchObject({ review: 1, review_member: 1, opinion: 1, opinion_draft: 0 })
      await enter('u-other')
      expect(await viewRoom(tx, review, 'u-other')).toBeUndefined()
      expect(await seen()).toMatchObject({
        review: 1,
        review_member: 1,
        review_text: 0,
        opinion: 0,
        opinion_draft: 0,
      })
      expect(await handInOpinion(tx, as('u-other'), sent(second))).toMatchObject({ value: { number: 2 } })
      await sql`savepoint here`.execute(tx.db)
      const forged =
        await sql`insert into opinion (government, plan, year, subject, panel, text, review, author, change, recorded_at, recorded_by)
        values (${tx.government}, 'p', 2024, 's', 'x', 't', ${second}, 'u-chair', ${change}, now(), 'x')`
          .execute(tx.db)
          .then(
            () => 'done',
            (error: Error) => error.message,
          )
      expect(forged).toMatch(/row-level security/)
      await sql`rollback to savepoint here`.execute(tx.db)
      await enter('u-stranger')
      expect(await seen()).toMatchObject({
        review: 0,
        review_member: 0,
        review_pack: 0,
        opinion_draft: 0,
      })
    }))
})
