import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Actor } from '#domain/access/can.ts'
import type { OpinionFields } from '#domain/cycle/opinion.ts'
import { decimal } from '#domain/shared/decimal.ts'
import { fiscalYear } from '#domain/shared/year.ts'
import { writeDown } from '#store/changes.ts'
import { saveDepartments } from '#store/departments.ts'
import { listGiven } from '#store/judgements.ts'
import { saveMembership } from '#store/memberships.ts'
import { listOpinions } from '#store/opinions.ts'
import { listReviewTexts } from '#store/review-texts.ts'
import { findPack, listPacks, saveReviewMember } from '#store/reviews.ts'
import type { WriteTx } from '#store/transaction.ts'
import { inCity, planner, smallPlan, useStore } from '#test/support/store.ts'
import { answerOpinion, chargeOpinion } from './answer-opinion.ts'
import { changedSince, fixPack, readPack } from './fix-pack.ts'
import { type HandIn, handInOpinion, saveOpinionDraft } from './hand-in-opinion.ts'
import { judgeInRoom } from './judge-in-room.ts'
import { moveRoom, openReview } from './open-review.ts'
import { recordActual } from './record-actual.ts'
import { saveRoomText } from './save-review-text.ts'
import { viewAnswers } from './view-answers.ts'
import { viewReviews, viewRoom } from './view-room.ts'
import { moveYear, publicYear } from './year.ts'

const code = smallPlan.government
const now = '2026-08-01T00:00:00.000Z'
const doing = { actor: planner(code), now }
const year = 2024
const meeting = { title: '第1回', day: '2026-08-20', time: '14時', place: '市役所', due: '2026-08-31' }
const program = `${smallPlan.id}:g1-p1`
const member = (id: string): Actor => ({ id, name: `委員 ${id}`, role: 'reviewer', government: code })
const as = (id: string) => ({ actor: member(id), now: '2026-08-10T00:00:00.000Z' })
const opinion: OpinionFields = {
  subject: 'c-ratio',
  kind: 'proposal',
  stance: 'worse',
  text: '内訳を見たい。',
  cites: [],
}

const jobs = (value: string) => ({
  indicator: 'jobs',
  actual: { kind: 'known' as const, year: fiscalYear(2024), value: decimal(value) },
})

/** Seats a member without going through the accounts, which a test has none of. */
async function seat(tx: WriteTx, review: string, user: string, affiliation: string, chair = false) {
  const change = await writeDown(tx, {
    at: now,
    actor: 'a',
    role: 'planner',
    action: 'review:seat',
    subject: review,
  })
  await saveMembership(tx, { government: code, user, role: 'reviewer' }, now, 'a')
  await saveReviewMember(
    tx,
    change,
    { review, user, affiliation, chair },
    { removed: false, at: now, by: 'a' },
  )
}

describe('検証の部屋', () => {
  const store = useStore()
  /** A room with two members, open for reading. */
  const opened = (work: (tx: WriteTx, review: string) => Promise<void>) =>
    inCity(store.current, { plan: smallPlan, at: doing }, async (tx) => {
      await recordActual(tx, doing, jobs('240'))
      const made = await openReview(tx, doing, { year, plans: [smallPlan.id], meeting })
      if (!made.ok) throw new Error(made.why)
      const review = made.value.id
      await seat(tx, review, 'u-chair', '学識経験者', true)
      await seat(tx, review, 'u-member', '産業界')
      const fixed = await fixPack(tx, doing, { review, seen: 0, reason: '' })
      if (!fixed.ok) throw new Error(fixed.why)
      await work(tx, review)
    })
  const sent = (review: string, more: Partial<HandIn> = {}): HandIn => ({
    review,
    place: program,
    fields: opinion,
    ...more,
  })

  test('同じ名前の回は、二度は開かない。終わっていない年度は開けない', () =>
    opened(async (tx) => {
      expect(await openReview(tx, doing, { year, plans: [smallPlan.id], meeting })).toMatchObject({
        why: 'review-twice',
      })
      expect(await openReview(tx, doing, { year: 2026, plans: [smallPlan.id], meeting })).toMatchObject({
        why: 'year-not-over',
      })
      expect(await openReview(tx, as('u-chair'), { year, plans: [smallPlan.id], meeting })).toMatchObject({
        why: 'not-allowed',
      })
    }))

  test('資料は、あとで値を直しても変わらず、直したことは職員に見える。固定し直すには理由がいり、前の資料は残る', () =>
    opened(async (tx, review) => {
      const before = await findPack(tx, review, 1)
      const read = await readPack(tx, review)
      expect(read?.pack.plans[0]?.snapshot.rows.map(({ records }) => records.length)).toEqual([1, 0])
      expect(before).not.toContain('企画課 佐藤')
      expect(read && (await changedSince(tx, read.pack))).toEqual([])
      const records = await tx.db.selectFrom('actual').selectAll().orderBy('id').execute()
      await recordActual(
        tx,
        { ...doing, now: '2026-08-05T00:00:00.000Z' },
        {
          ...jobs('250'),
          ...{ corrects: records[0]?.id ?? '', reason: '数え直した' },
        },
      )
      expect(await findPack(tx, review, 1)).toBe(before)
      expect(read && (await changedSince(tx, read.pack))).toEqual(['雇用創出数'])
      expect(await fixPack(tx, doing, { review, seen: 1, reason: '' })).toMatchObject({
        why: 'reason-missing',
      })
      expect(await fixPack(tx, doing, { review, seen: 1, reason: '値を直した' })).toMatchObject({ ok: true })
      expect(await fixPack(tx, doing, { review, seen: 1, reason: '値を直した' })).toMatchObject({
        why: 'somebody-was-faster',
      })
      expect((await listPacks(tx, review)).map(({ number, reason }) => [number, reason])).toEqual([
        [1, undefined],
        [2, '値を直した'],
      ])
      expect(await findPack(tx, review, 1)).toBe(before)
    }))

  test('二度送った意見は一つで、二人の意見は別の番号になり、直せば前の文が残る', () =>
    opened(async (tx, review) => {
      const first = await handInOpinion(tx, as('u-chair'), sent(review))
      expect(first).toMatchObject({ ok: true, value: { number: 1 } })
      expect(await handInOpinion(tx, as('u-chair'), sent(review))).toEqual(first)
      expect(await handInOpinion(tx, as('u-member'), sent(review))).toMatchObject({ value: { number: 2 } })
      const id = first.ok ? first.value.id : ''
      const changed = { fields: { ...opinion, text: '年代別にも見たい。' } }
      expect(
        await handInOpinion(tx, as('u-member'), sent(review, { ...changed, edits: { id, seen: id } })),
      ).toMatchObject({ why: 'no-such-opinion' })
      expect(
        await handInOpinion(tx, as('u-chair'), sent(review, { ...changed, edits: { id, seen: id } })),
      ).toMatchObject({ value: { id, number: 1 } })
      expect(
        await handInOpinion(
          tx,
          as('u-chair'),
          sent(review, { fields: { ...opinion, text: '別の端末で。' }, edits: { id, seen: id } }),
        ),
      ).toMatchObject({ why: 'somebody-was-faster' })
      const view = await viewRoom(tx, review, 'u-chair')
      expect(
        view?.opinions.map(({ number, text, own, affiliation }) => [number, text, own, affiliation]),
      ).toEqual([
        [1, '年代別にも見たい。', true, '学識経験者'],
        [2, '内訳を見たい。', false, '産業界'],
      ])
      expect(view?.opinions[0]?.before.map(({ text }) => text)).toEqual(['内訳を見たい。'])
      expect(JSON.stringify(view?.opinions)).not.toMatch(/u-chair|u-member|委員 u/)
    }))

  test('資料にない相手への意見、空の意見、委員でない人の意見は断る', () =>
    opened(async (tx, review) => {
      const wrong = async (more: Partial<HandIn>, id = 'u-chair') => {
        const result = await handInOpinion(tx, as(id), sent(review, more))
        return result.ok ? 'ok' : result.why
      }
      expect(await wrong({ fields: { ...opinion, subject: 'elsewhere' } })).toBe('no-such-subject')
      expect(await wrong({ fields: { ...opinion, text: ' ' } })).toBe('opinion-empty')
      expect(await wrong({ fields: { ...opinion, kind: '' } })).toBe('opinion-kind-missing')
      expect(await wrong({}, 'u-nobody')).toBe('not-allowed')
      expect(await wrong({ review: 'none' })).toBe('no-such-review')
    }))

  test('会議で出た意見は、企画課が委員に代わって書ける', () =>
    opened(async (tx, review) => {
      expect(await handInOpinion(tx, doing, sent(review))).toMatchObject({ why: 'member-missing' })
      expect(await handInOpinion(tx, doing, sent(review, { spokenBy: 'u-member' }))).toMatchObject({
        ok: true,
      })
      const [row] = await listOpinions(tx, { review })
      expect([row?.affiliation, row?.spoken, row?.recordedBy]).toEqual(['産業界', true, '企画課 佐藤'])
    }))

  test('締めたあとは、意見も下書きも断る', () =>
    opened(async (tx, review) => {
      const draft = { review, place: program, fields: opinion }
      expect(await saveOpinionDraft(tx, as('u-chair'), draft)).toMatchObject({ ok: true })
      expect((await viewRoom(tx, review, 'u-chair'))?.drafts.get(program)?.fields.text).toBe('内訳を見たい。')
      expect((await viewRoom(tx, review, 'u-member'))?.drafts.size).toBe(0)
      expect(await moveRoom(tx, doing, { review, move: 'close' })).toMatchObject({ ok: true })
      expect(await handInOpinion(tx, as('u-chair'), sent(review))).toMatchObject({ why: 'opinions-closed' })
      expect(await saveOpinionDraft(tx, as('u-chair'), draft)).toMatchObject({ why: 'opinions-closed' })
    }))

  test('総括がなければ確認できず、確認のあとは理由を添えて開け直すまで何も変わらない', () =>
    opened(async (tx, review) => {
      await moveRoom(tx, doing, { review, move: 'close' })
      const sign = { review, move: 'sign' as const, reference: '' }
      expect(await moveRoom(tx, as('u-chair'), sign)).toMatchObject({ why: 'summary-missing' })
      const summary = {
        review,
        kind: 'summary' as const,
        fields: { summary: 'おおむね妥当である。' },
        seen: '',
      }
      expect(await saveRoomText(tx, as('u-member'), summary)).toMatchObject({ why: 'not-allowed' })
      expect(await saveRoomText(tx, as('u-chair'), summary)).toMatchObject({ ok: true })
      expect(await moveRoom(tx, doing, sign)).toMatchObject({ why: 'reference-missing' })
      expect(await moveRoom(tx, as('u-member'), sign)).toMatchObject({ why: 'not-allowed' })
      expect(await moveRoom(tx, as('u-chair'), sign)).toMatchObject({ value: { state: 'signed' } })
      expect(await saveRoomText(tx, doing, { ...summary, fields: { summary: '別' } })).toMatchObject({
        why: 'review-signed',
      })
      expect(await fixPack(tx, doing, { review, seen: 1, reason: 'x' })).toMatchObject({
        why: 'review-signed',
      })
      expect(await moveRoom(tx, doing, { review, move: 'reopen' })).toMatchObject({ why: 'reason-missing' })
      expect(await moveRoom(tx, doing, { review, move: 'reopen', reason: '文言の誤り' })).toMatchObject({
        value: { state: 'closed' },
      })
    }))

  test('二人が議事録を書けば、後の人は知らされ、どちらの文も残る', () =>
    opened(async (tx, review) => {
      const minutes = (discussion: string, seen: string) =>
        saveRoomText(tx, doing, { review, kind: 'minutes', fields: { discussion }, seen })
      const first = await minutes('はじめの文', '')
      const other = await minutes('別の人の文', '')
      expect(other).toMatchObject({ ok: true, value: { conflict: { fields: { discussion: 'はじめの文' } } } })
      expect((await viewRoom(tx, review, 'u-planner'))?.minutes?.fields.discussion).toBe('はじめの文')
      await minutes('合わせた文', first.ok ? first.value.id : '')
      expect(
        (await listReviewTexts<{ discussion: string }>(tx, review, 'minutes')).map(({ fields, setAside }) => [
          fields.discussion,
          setAside,
        ]),
      ).toEqual([
        ['はじめの文', false],
        ['別の人の文', true],
        ['合わせた文', false],
      ])
    }))

  test('委員会の判定は委員長が資料に対して書き、年度の判定に加わる', () =>
    opened(async (tx, review) => {
      const judged = {
        review,
        plan: smallPlan.id,
        commitment: 'c-jobs',
        grade: '▼',
        comment: '',
        reason: '',
        seen: '',
      }
      expect(await judgeInRoom(tx, as('u-member'), judged)).toMatchObject({ why: 'not-allowed' })
      expect(await judgeInRoom(tx, as('u-chair'), judged)).toMatchObject({ why: 'differs-without-reason' })
      const given = { ...judged, reason: '離職が多い' }
      expect(await judgeInRoom(tx, as('u-chair'), given)).toMatchObject({ ok: true })
      expect(await judgeInRoom(tx, as('u-chair'), given)).toMatchObject({ ok: true })
      expect(await judgeInRoom(tx, doing, { ...given, grade: '●', seen: '' })).toMatchObject({ ok: false })
      const rows = await listGiven(tx, { plan: smallPlan.id, year })
      expect(rows.map(({ stage, grade, by }) => [stage, grade, by])).toEqual([
        ['committee', '▼', '学識経験者'],
      ])
    }))

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
      const enter = (user: string) => sql`select set_config('shirube.user', ${user}, true)`.execute(tx.db)
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
        select government, 'p', 2024, 's', 'x', 't', ${second}, 'u-chair', id, now(), 'x' from change order by id limit 1`
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
        review_move: 0,
        review_pack: 0,
        opinion_draft: 0,
      })
    }))
})
