import { describe, expect, test } from 'vitest'
import { listGiven } from '#store/judgements.ts'
import { listOpinions } from '#store/opinions.ts'
import { listReviewTexts } from '#store/review-texts.ts'
import { findPack, listPacks } from '#store/reviews.ts'
import type { WriteTx } from '#store/transaction.ts'
import {
  as,
  doing,
  jobs,
  meeting,
  opened as openedIn,
  opinion,
  program,
  sent,
  year,
} from '#test/support/panel-room.ts'
import { smallPlan, useStore } from '#test/support/store.ts'
import { changedSince, fixPack, readPack } from './fix-pack.ts'
import { type HandIn, handInOpinion, saveOpinionDraft } from './hand-in-opinion.ts'
import { judgeInRoom } from './judge-in-room.ts'
import { moveRoom, openReview } from './open-review.ts'
import { recordActual } from './record-actual.ts'
import { saveRoomText } from './save-review-text.ts'
import { signReview } from './sign-review.ts'
import { viewRoom } from './view-room.ts'

describe('検証の部屋', () => {
  const store = useStore()
  const opened = (work: (tx: WriteTx, review: string) => Promise<void>) => openedIn(store.current, work)

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
      const id = row?.id ?? ''
      const put = { fields: { ...opinion, text: '言い直した文。' }, edits: { id, seen: id } }
      expect(await handInOpinion(tx, doing, sent(review, put))).toMatchObject({ value: { id, number: 1 } })
      const view = await viewRoom(tx, review, 'u-member')
      expect(view?.opinions.map(({ text, affiliation, own }) => [text, affiliation, own])).toEqual([
        ['言い直した文。', '産業界', true],
      ])
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

  test('確認されるのは見ていた総括で、ほかの人が書き換えていたら、何も固まらない', () =>
    opened(async (tx, review) => {
      await moveRoom(tx, doing, { review, move: 'close' })
      const sign = (summary: string, seen: string) =>
        signReview(tx, as('u-chair'), { review, reference: '', shown: { summary, seen } })
      const save = (who: typeof doing, summary: string, seen: string) =>
        saveRoomText(tx, who, { review, kind: 'summary', fields: { summary }, seen })
      const first = await save(as('u-chair'), '見ていた文', '')
      const id = first.ok ? first.value.id : ''
      const second = await save(doing, '書き換えた文', id)
      expect(await sign('見ていた文', id)).toMatchObject({
        why: 'summary-changed',
        detail: { by: '企画課 佐藤' },
      })
      expect((await viewRoom(tx, review, 'u-chair'))?.state).toBe('closed')
      expect(await sign('直して確認する文', second.ok ? second.value.id : '')).toMatchObject({ ok: true })
      const view = await viewRoom(tx, review, 'u-chair')
      expect([view?.state, view?.summary?.fields.summary]).toEqual(['signed', '直して確認する文'])
      expect(await sign('あとから', '')).toMatchObject({ why: 'review-signed' })
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
})
