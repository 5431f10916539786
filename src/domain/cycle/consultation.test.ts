import { describe, expect, test } from 'vitest'
import {
  type Comment,
  type CommentGroup,
  type Consultation,
  consultationState,
  type RecordedGroup,
  tableOf,
} from './consultation.ts'

const consultation: Consultation = {
  ...{ id: '1', plan: 'p', edition: 'draft-1', title: '第3期戦略（案）', about: '', asks: 'name' },
  ...{ from: '2026-10-01', until: '2026-10-31', openedAt: '2026-09-25T00:00:00.000Z', openedBy: '企画課' },
}
const comment = (id: string, channel: Comment['channel'] = 'form'): Comment => ({
  ...{ id, channel, receivedOn: '2026-10-02', about: '基本目標1', text: '道を直してほしい' },
})
const answered: CommentGroup = {
  ...{ heading: '道路', summary: '道を直してほしい', comments: ['1', '2'], answer: '直します' },
  ...{ outcome: 'in-draft', change: '', department: 'road' },
}
const group = (fields: Partial<CommentGroup> = {}, key = 'a'): RecordedGroup => ({
  ...{ key, id: key, fields: { ...answered, ...fields }, at: '2026-11-01T00:00:00.000Z', by: '企画課' },
})
const table = (
  state: Parameters<typeof tableOf>[1],
  comments: readonly Comment[],
  groups: readonly RecordedGroup[],
) => tableOf(consultation, state, comments, groups, (id) => (id === 'road' ? '建設課' : undefined))

test.each([
  ['始まる前の日', '2026-09-30', false, false, 'planned'],
  ['最初の日', '2026-10-01', false, false, 'open'],
  ['最後の日', '2026-10-31', false, false, 'open'],
  ['終わった翌日', '2026-11-01', false, false, 'sorting'],
  ['公表したあと', '2026-12-01', true, false, 'published'],
  ['取りやめたあと', '2026-10-15', false, true, 'withdrawn'],
] as const)('募集の状態: %s', (_, today, published, withdrawn, state) =>
  expect(consultationState(consultation, { today, published, withdrawn })).toBe(state),
)

describe('公表する表', () => {
  test.each([
    ['募集中', 'open', ['1', '2'], [group()], 'consultation-running'],
    ['まとめていない意見がある', 'sorting', ['1', '2', '3'], [group()], 'comments-not-grouped'],
    ['考え方がない', 'sorting', ['1', '2'], [group({ answer: '' })], 'comments-not-answered'],
    ['要旨がない', 'sorting', ['1', '2'], [group({ summary: '' })], 'comments-not-answered'],
    ['区分がない', 'sorting', ['1', '2'], [group({ outcome: '' })], 'comments-not-answered'],
    [
      '直すのに、どこを直すかがない',
      'sorting',
      ['1', '2'],
      [group({ outcome: 'revise' })],
      'comments-not-answered',
    ],
    [
      '意見のないまとまりは問わない',
      'sorting',
      ['1', '2'],
      [group(), group({ comments: [], answer: '' }, 'b')],
      true,
    ],
    [
      '一つの意見が二つのまとまりにある',
      'sorting',
      ['1', '2'],
      [group(), group({ comments: ['1'] }, 'b')],
      true,
    ],
    ['意見が一件もない', 'sorting', [], [], true],
    ['公表のあとの直し', 'published', ['1', '2'], [group()], true],
  ] as const)('%s', (_, state, ids, groups, expected) => {
    const made = table(
      state,
      ids.map((id) => comment(id)),
      groups,
    )
    expect(made.ok || made.why).toBe(expected)
  })

  test('件数は意見の数、方法ごとの数、まとまりごとの数', () => {
    const made = table('sorting', [comment('1'), comment('2', 'fax')], [group()])
    expect(made.ok && made.value).toMatchObject({
      received: 2,
      byChannel: { form: 1, fax: 1 },
      rows: [{ heading: '道路', count: 2, department: '建設課' }],
    })
  })
})
