import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlanNode, Tree } from '../plan/tree.ts'
import { fiscalYear } from '../shared/year.ts'
import type { Booking, Listing } from './project.ts'
import { totalAppropriated, totalPrevious, totalPrinted } from './total.ts'

const node = (id: string, ...children: string[]): PlanNode => ({
  id,
  level: 'any',
  name: id,
  ...(children.length > 0 ? { children: children.map((each) => node(each)) } : {}),
})
const tree = (id: string, kind: Tree['kind'], ...nodes: PlanNode[]): Tree => ({
  id,
  kind,
  name: id,
  levels: [{ id: 'any', name: '階層', role: 'goal' }],
  nodes,
})
/** 重点事項 (下に見出し1つ), ビジョン2つ (一つには施策が2つ), 区1つ. */
const trees = [
  tree('priorities', 'initiative', node('p1', 'p1-g1')),
  tree('visions', 'main', node('v1', 'v1-1', 'v1-2'), node('v2')),
  tree('wards', 'area', node('ward')),
]
const NODES = ['p1', 'p1-g1', 'v1', 'v1-1', 'v1-2', 'v2', 'ward']

const year = fiscalYear(2024)
const before = fiscalYear(2023)
const thousand = (amount: number) => ({ yen: amount * 1000, unit: '千円' }) as const
const listed = (project: string, on: string, amount?: number, more: Partial<Listing> = {}): Listing => ({
  project,
  on,
  ...(amount === undefined ? {} : { amount: thousand(amount) }),
  ...more,
})
const plan = (...listings: Listing[]) => ({ trees, listings, period: { from: year, to: year } })
const booked = (kind: Booking['kind']): Partial<Listing> => ({
  booking: { kind, year: before, month: 2, printed: kind },
})
const appropriated = (of: ReturnType<typeof plan>, in_ = year, nodes?: readonly string[]) => {
  const total = totalAppropriated(of, in_, nodes)
  if (!total.ok) throw new Error(total.why)
  return total.value
}

describe('掲載額', () => {
  test.each([
    // 何を数えるか                          掲載                                                             どこ        千円  事業 掲載 額なし
    ['一つの事業は一度', [listed('a', 'v1', 10)], undefined, 10, 1, 1, 0],
    ['二か所に載っても一度', [listed('a', 'p1-g1', 10), listed('a', 'v1', 10)], undefined, 10, 1, 2, 0],
    ['聞かれた場所だけ', [listed('a', 'v1', 10), listed('b', 'v2', 5)], ['v2'], 5, 1, 1, 0],
    ['下の施策も含む', [listed('a', 'v1-1', 10), listed('b', 'v1-2', 5)], ['v1'], 15, 2, 2, 0],
    ['親と子を両方聞いても一度', [listed('a', 'v1-1', 10)], ['v1', 'v1-1'], 10, 1, 1, 0],
    [
      '額のない事業は 0 ではなく「額なし」',
      [listed('a', 'v1', 10), listed('b', 'v1')],
      undefined,
      10,
      2,
      2,
      1,
    ],
    ['片方だけに額があればその額', [listed('a', 'p1-g1'), listed('a', 'v1', 10)], undefined, 10, 1, 2, 0],
    [
      '単価や枠は足さない',
      [listed('a', 'v1', 10, { otherAmounts: [{ kind: 'frame', label: '枠', amount: thousand(99) }] })],
      undefined,
      10,
      1,
      1,
      0,
    ],
    ['何も載っていない', [], undefined, 0, 0, 0, 0],
  ] as const)('%s', (_, listings, nodes, amount, projects, placements, withoutAmount) => {
    expect(totalPrinted(plan(...listings), nodes)).toEqual({
      total: 'printed',
      yen: amount * 1000,
      projects,
      placements,
      withoutAmount,
      conflicts: [],
    })
  })

  test('額が食い違えば、先に載るほうを数え、食い違いとして知らせる', () => {
    const { yen, conflicts } = totalPrinted(plan(listed('a', 'v1', 12), listed('a', 'p1-g1', 10)))
    expect(yen).toBe(10_000)
    expect(conflicts).toEqual([
      {
        project: 'a',
        what: 'amount',
        printed: [
          { on: 'p1-g1', value: 10_000 },
          { on: 'v1', value: 12_000 },
        ],
      },
    ])
  })

  test('計画にない場所を聞くのは書き手の誤り', () => {
    expect(() => totalPrinted(plan(), ['v9'])).toThrow('no such node in the plan: v9')
  })
})

describe('前年度の掲載額', () => {
  test('（一）は「なし」、印字がなければ「印字なし」で、どちらも 0 ではない', () => {
    const total = totalPrevious(
      plan(
        listed('a', 'p1-g1', 10, { previous: thousand(7) }),
        listed('b', 'p1-g1', 10, { previous: 'none' }),
        listed('c', 'v1', 10),
        listed('a', 'v1', 10),
      ),
    )
    expect(total).toEqual({
      total: 'previous',
      yen: 7_000,
      projects: 3,
      placements: 4,
      none: 1,
      notPrinted: 1,
      conflicts: [],
    })
  })

  test('（一）と額が並べば食い違い', () => {
    const { yen, none, conflicts } = totalPrevious(
      plan(listed('a', 'p1-g1', 1, { previous: 'none' }), listed('a', 'v1', 1, { previous: thousand(3) })),
    )
    expect([yen, none, conflicts[0]?.what]).toEqual([0, 1, 'previous'])
  })
})

describe('年度別計上額', () => {
  const all = booked('all-in-supplementary')
  const part = booked('part-in-supplementary')
  const spans = booked('includes-supplementary')
  test.each([
    // 注記                           掲載                      2024   当初  うち不明  2023  補正  2024に数えた不明
    ['注記なし', listed('a', 'v1', 10), 10, 10, 0, 0, 0, 0],
    ['全額R5.2補計上', listed('a', 'v1', 10, all), 0, 0, 0, 10, 10, 0],
    ['一部R5.2補計上', listed('a', 'v1', 10, part), 10, 0, 10, 0, 0, 10],
    ['R5補正含む', listed('a', 'v1', 10, spans), 10, 0, 10, 0, 0, 10],
    ['額なし', listed('a', 'v1', undefined, all), 0, 0, 0, 0, 0, 0],
  ] as const)('%s', (_, listing, yen, initial, unknown, yenBefore, supplementary, elsewhere) => {
    const [now, then] = [appropriated(plan(listing)), appropriated(plan(listing), before)]
    expect([now.yen, now.initial.yen, now.unknownSplit.yen, now.supplementary.yen]).toEqual(
      [yen, initial, unknown, 0].map((each) => each * 1000),
    )
    expect([then.yen, then.supplementary.yen, then.unknownShareElsewhere.yen, then.initial.yen]).toEqual(
      [yenBefore, supplementary, elsewhere, 0].map((each) => each * 1000),
    )
  })

  test('注記が別の場所にだけあっても、その事業に効き、そう知らせる', () => {
    const total = appropriated(plan(listed('a', 'p1-g1', 10), listed('a', 'v1', 10, all)), year, ['p1'])
    expect([total.yen, total.projects, total.placements]).toEqual([0, 1, 1])
    expect(total.notedElsewhere).toEqual(['a'])
  })

  test('別の額についた注記は、この額には効かない', () => {
    const total = appropriated(plan(listed('a', 'p1-g1', 10), listed('a', 'v1', 12, all)))
    expect([total.yen, total.conflicts.map(({ what }) => what)]).toEqual([10_000, ['amount']])
  })

  test('注記どうしが食い違えば知らせる', () => {
    const total = appropriated(plan(listed('a', 'p1-g1', 10, all), listed('a', 'v1', 10, part)))
    expect([total.yen, total.conflicts.map(({ what }) => what)]).toEqual([0, ['booking']])
  })

  test('複数年の計画は、額がどの年度のものか言えないので断る', () => {
    expect(totalAppropriated({ ...plan(), period: { from: before, to: year } }, year)).toEqual({
      ok: false,
      why: 'amounts-of-several-years',
      detail: { from: '2023', to: 2024 },
    })
  })
})

describe('どんな計画でも', () => {
  const note = fc.constantFrom<Partial<Listing>>(
    {},
    booked('all-in-supplementary'),
    booked('part-in-supplementary'),
    booked('includes-supplementary'),
  )
  /** 事業ごとに一つの額と注記、載る場所はいくつでも. */
  const consistent = fc
    .uniqueArray(
      fc.record({
        project: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        amount: fc.option(fc.integer({ min: 0, max: 10_000_000 }), { nil: undefined }),
        note,
        on: fc.subarray(NODES, { minLength: 1 }),
      }),
      { selector: ({ project }) => project },
    )
    .map((projects) =>
      projects.flatMap(({ project, amount, note: more, on }) =>
        on.map((each) => listed(project, each, amount, more)),
      ),
    )
  /** 額も注記も場所ごとにばらばら. */
  const anything = fc.uniqueArray(
    fc
      .record({
        project: fc.constantFrom('a', 'b', 'c'),
        on: fc.constantFrom(...NODES),
        amount: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
        note,
      })
      .map(({ project, on, amount, note: more }) => listed(project, on, amount, more)),
    { selector: ({ project, on }) => `${project} @ ${on}` },
  )
  const totals = (listings: readonly Listing[], nodes?: readonly string[]) => {
    const of = plan(...listings)
    return [
      totalPrinted(of, nodes),
      totalPrevious(of, nodes),
      appropriated(of, year, nodes),
      appropriated(of, before, nodes),
    ]
  }
  const shuffled = anything.chain((listings) =>
    fc.tuple(fc.constant(listings), fc.shuffledSubarray(listings, { minLength: listings.length })),
  )

  test('掲載の並び順は合計を変えない', () => {
    fc.assert(
      fc.property(shuffled, fc.option(fc.subarray(NODES), { nil: undefined }), ([listings, other], nodes) => {
        expect(totals(other, nodes)).toEqual(totals(listings, nodes))
      }),
    )
  })

  test('載っている事業の掲載を足しても移しても、金額は変わらない', () => {
    const yenOf = (listings: readonly Listing[]) => totals(listings).map(({ yen }) => yen)
    fc.assert(
      fc.property(consistent, fc.nat(), fc.constantFrom(...NODES), (listings, at, on) => {
        const one = listings[at % Math.max(listings.length, 1)]
        if (!one) return
        const free = !listings.some((each) => each.project === one.project && each.on === on)
        fc.pre(free)
        expect(yenOf([...listings, { ...one, on }])).toEqual(yenOf(listings))
        expect(yenOf(listings.map((each) => (each === one ? { ...one, on } : each)))).toEqual(yenOf(listings))
      }),
    )
  })

  test('年度別に分けても、全部の年度を足せば掲載額になる', () => {
    fc.assert(
      fc.property(anything, fc.option(fc.subarray(NODES), { nil: undefined }), (listings, nodes) => {
        const [printed, , now, then] = totals(listings, nodes)
        expect((now?.yen ?? 0) + (then?.yen ?? 0)).toBe(printed?.yen)
      }),
    )
  })
})
