import { describe, expect, test } from 'vitest'
import type { DraftEntry, DraftProject } from '#domain/document/draft.ts'
import { documentBytes, findDocument, heldDocuments, listDocuments } from '#store/documents.ts'
import { findPage } from '#store/readings.ts'
import type { WriteTx } from '#store/transaction.ts'
import { inCity, planner, useStore } from '#test/support/store.ts'
import { type Received, receiveDocument } from './receive-document.ts'
import { reviewDocument, viewReview } from './review-document.ts'

const code = '992011'
const doing = { actor: planner(code), now: '2026-05-01T00:00:00.000Z' }
const sha256 = '0123456789abcdef'.repeat(4)
const id = '0123456789abcdef'
const entry: DraftEntry = {
  kind: 'indicator',
  name: '来訪者数\0\ud800',
  targets: [],
  actuals: [],
  relisted: false,
  id: 'e1',
  grounds: { rule: 'r', confidence: 0.9, at: { page: 2, line: 3 }, text: '来訪者数' },
}
const goal = { kind: 'node', role: 'goal', depth: 1, name: '目標' } as const
const budget = (yen: number): DraftProject => ({ kind: 'project', name: '事業', amount: { yen, unit: '円' } })
const others: readonly DraftEntry[] = [
  { ...goal, id: 'g1', grounds: entry.grounds },
  { ...goal, id: 'g2', under: 'g1', grounds: entry.grounds },
  { ...budget(1200), id: 'p1', grounds: entry.grounds },
  { ...budget(3000), id: 'p2', grounds: entry.grounds },
]
const reading: Received['reading'] = {
  source: {
    name: 'plan.pdf',
    format: 'pdf',
    pages: [1, 2].map((number) => ({
      number,
      blocks: [{ kind: 'line' as const, text: `${number}頁`, at: { page: number, line: 1 } }],
    })),
    findings: [],
  },
  draft: { document: 'plan.pdf', entries: [entry, ...others], findings: [] },
  remarks: [],
}

describe('文書の受付と確認', () => {
  const store = useStore()
  const begun = (work: (tx: WriteTx) => Promise<void>) =>
    inCity(store.current, { at: doing }, async (tx) => {
      const received = await receiveDocument(tx, doing, {
        name: 'plan.pdf',
        sha256,
        bytes: new Uint8Array([1, 0, 255]),
        reading,
      })
      expect(received).toEqual({ ok: true, value: { id, known: false } })
      await work(tx)
    })

  test('来たとおりのバイトが残り、同じ文書は二つにならない', () =>
    begun(async (tx) => {
      expect(await documentBytes(tx, id)).toEqual(new Uint8Array([1, 0, 255]))
      expect(await findDocument(tx, id)).toMatchObject({
        name: 'plan.pdf',
        size: 3,
        receivedBy: '企画課 佐藤',
      })
      const again = await receiveDocument(tx, doing, {
        name: 'other.pdf',
        sha256,
        bytes: new Uint8Array([1, 0, 255]),
        reading,
      })
      expect(again).toEqual({ ok: true, value: { id, known: true } })
      expect(await listDocuments(tx)).toHaveLength(1)
      expect(await heldDocuments(tx, [sha256, 'f'.repeat(64)])).toEqual({ [sha256]: id })
      expect(await findPage(tx, id, 2)).toMatchObject({ of: 2, page: { number: 2 } })
      expect(await findPage(tx, id, 3)).toEqual({ of: 2, page: undefined })
    }))

  test('一手ごとに残り、次に開いたときはそこから続く。元に戻せる', () =>
    begun(async (tx) => {
      const first = await viewReview(tx, id)
      expect(first?.review.entries.map(({ state }) => state)).toEqual(Array(5).fill('open'))
      expect(first?.review.entries[0]?.entry).toMatchObject({ name: '来訪者数\ufffd' })
      const step = await reviewDocument(tx, doing, { document: id, step: { do: 'accept', entries: ['e1'] } })
      expect(step.ok).toBe(true)
      const next = await viewReview(tx, id)
      expect(next?.review.entries[0]?.state).toBe('accepted')
      const undo = (seen: string) => reviewDocument(tx, doing, { document: id, step: { do: 'undo' }, seen })
      expect(await undo('0')).toMatchObject({ ok: false, why: 'somebody-was-faster' })
      expect(await undo(next?.last?.id ?? '')).toMatchObject({ ok: true })
      expect(await undo((await viewReview(tx, id))?.last?.id ?? '')).toMatchObject({ why: 'nothing-to-undo' })
    }))

  test.each([
    ['ない文書', 'f'.repeat(16), { do: 'undo' }, 'no-such-document'],
    ['ない項目', id, { do: 'accept', entries: ['e9'] }, 'no-such-entry'],
    ['理由のない「閉じる」', id, { do: 'accept-remark', mark: 'm', reason: ' ' }, 'reason-missing'],
    ['ない確認事項', id, { do: 'accept-remark', mark: 'm', reason: '原典のとおり' }, 'no-such-remark'],
    ['自分の下', id, { do: 'correct', entry: 'g1', body: goal, under: 'g1' }, 'under-itself'],
    ['自分の下の下', id, { do: 'correct', entry: 'g1', body: goal, under: 'g2' }, 'under-itself'],
    ['ない置き場所', id, { do: 'correct', entry: 'g1', body: goal, under: 'x' }, 'no-such-entry'],
    ['自分と一つに', id, { do: 'merge', entry: 'g1', with: 'g1', body: goal }, 'merge-with-itself'],
    ['違う金額', id, { do: 'merge', entry: 'p1', with: 'p2', body: budget(1200) }, 'merge-loses-values'],
  ] as const)('%s は断られる', (_, document, step, why) =>
    begun(async (tx) => {
      expect(await reviewDocument(tx, doing, { document, step })).toMatchObject({ ok: false, why })
    }),
  )

  test('企画の人でなければ、受け付けも確認もできない', () =>
    begun(async (tx) => {
      const reporter = { ...doing, actor: { ...doing.actor, role: 'reporter' as const } }
      expect(
        await receiveDocument(tx, reporter, { name: 'x', sha256, bytes: new Uint8Array(), reading }),
      ).toMatchObject({
        why: 'not-allowed',
      })
      expect(
        await reviewDocument(tx, reporter, { document: id, step: { do: 'accept', entries: ['e1'] } }),
      ).toMatchObject({
        why: 'not-allowed',
      })
    }))
})
