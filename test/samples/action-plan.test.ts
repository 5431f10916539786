import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { totalAppropriated, totalPrevious, totalPrinted } from '#domain/budget/total.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { nodesOf, placedNodes, reciprocity } from '#domain/plan/walk.ts'
import { type Money, writeMoney } from '#domain/shared/money.ts'
import { fiscalYear } from '#domain/shared/year.ts'
import { documentLines, lineHash } from '#readers/line-hash.ts'
import { readPlanFile } from '#readers/plan-file/read.ts'
import { writePlanFile } from '#writers/plan-file.ts'
import { describeWithShared, sharedFile } from '../support/shared.ts'

const text = readFileSync(join(import.meta.dirname, '../../samples/kumamoto-action-2024.yaml'), 'utf8')
const { plan: read, findings } = readPlanFile(text)
const plan = read as Plan

const thousands = (amount: number) => amount * 1000
const under = (roots: readonly string[]) => {
  const nodes = new Set(
    [...placedNodes(plan)]
      .filter(({ node, above }) => [node, ...above].some(({ id }) => roots.includes(id)))
      .map(({ node }) => node.id),
  )
  return plan.listings.filter(({ on }) => nodes.has(on))
}
const VISIONS = ['v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7', 'v8']
const PRIORITIES = ['p1', 'p2']
const WARDS = ['w-chuo', 'w-higashi', 'w-nishi', 'w-minami', 'w-kita', 'w-common']

describe('令和6年度アクションプランの形', () => {
  test('指摘なく読め、書き戻すと一字も変わらない', () => {
    expect(findings).toEqual([])
    expect(writePlanFile(plan)).toBe(text)
  })

  test('重点事項2、見出し11、ビジョン8、施策29、区5と共通', () => {
    const names = (role: Parameters<typeof nodesOf>[1], kind: Parameters<typeof nodesOf>[2]) =>
      nodesOf(plan, role, kind).map(({ node }) => node.id)
    expect(names('initiative', 'initiative')).toEqual(PRIORITIES)
    expect(names('group', 'initiative')).toHaveLength(11)
    expect(names('goal', 'main')).toEqual(VISIONS)
    expect(names('program', 'main')).toHaveLength(29)
    expect(names('area', 'area')).toEqual(WARDS)
    const programs = nodesOf(plan, 'program').map(({ above }) => above[0]?.id)
    expect(VISIONS.map((id) => programs.filter((each) => each === id).length)).toEqual([
      4, 5, 4, 4, 4, 5, 3, 0,
    ])
  })

  test('横断的な視点3つ、関連13本、そのうち互いに指すもの3組', () => {
    expect(plan.tags.map(({ name, kind }) => [name, kind])).toEqual([
      ['SDGsの推進', 'viewpoint'],
      ['デジタル化、DXの推進', 'viewpoint'],
      ['市域を越えた広域的な連携の強化', 'viewpoint'],
    ])
    const { links, mutual, oneWay } = reciprocity(plan)
    expect(links).toBe(13)
    expect(mutual).toEqual([
      ['v1', 'v6'],
      ['v2', 'v5'],
      ['v3', 'v6'],
    ])
    expect(oneWay).toHaveLength(7)
  })

  test('事業109件が119か所に載る', () => {
    expect([plan.projects.length, plan.listings.length]).toEqual([109, 119])
    expect([VISIONS, PRIORITIES, WARDS].map((roots) => under(roots).length)).toEqual([93, 14, 12])
    const placed = new Set(plan.listings.map(({ project }) => project))
    expect(plan.projects.filter(({ id }) => !placed.has(id))).toEqual([])
    const inVisions = new Set(under(VISIONS).map(({ project }) => project))
    const [shared, alone] = [true, false].map((is) =>
      under(PRIORITIES).filter(({ project }) => inVisions.has(project) === is),
    )
    expect([shared?.length, alone?.length]).toEqual([10, 4])
    expect(alone?.reduce((sum, { amount }) => sum + (amount?.yen ?? 0), 0)).toBe(thousands(212_733))
  })

  test('小表は9つで、人員配置の推移は6行7列', () => {
    expect(plan.tables).toHaveLength(9)
    const staffing = plan.tables.find(({ title }) => title === '学校現場における人員配置の推移')
    expect(staffing?.columns).toEqual(['', 'R2', 'R3', 'R4', 'R5', 'R6', '5か年増加率'])
    expect(staffing?.rows).toHaveLength(6)
  })

  test('千円の額134のうち、予算119、前年度12、予算でないもの3', () => {
    const others = plan.listings.flatMap(({ otherAmounts }) => otherAmounts ?? [])
    const count = (amounts: readonly (Money | undefined)[]) =>
      amounts.filter((amount) => amount?.unit === '千円').length
    const budgets = count(plan.listings.map(({ amount }) => amount))
    const previous = count(
      plan.listings.map((listing) => (listing.previous === 'none' ? undefined : listing.previous)),
    )
    const notBudgets = others.filter(({ amount }) => amount.unit === '千円')
    expect([budgets, previous, notBudgets.length]).toEqual([119, 12, 3])
    expect(notBudgets.map(({ kind, amount }) => [kind, amount.yen])).toEqual([
      ['previous-unit-price', thousands(11)],
      ['unit-price', thousands(19)],
      ['inner', thousands(9_700)],
    ])
    expect(others.find(({ kind }) => kind === 'frame')).toMatchObject({
      amount: { yen: 3_300_000_000, unit: '億円' },
      about: true,
    })
  })

  test('計上の注記は、全額4件・一部2件・含む1件', () => {
    const noted = (kind: string) => plan.listings.filter(({ booking }) => booking?.kind === kind)
    const sum = (kind: string) => noted(kind).reduce((total, { amount }) => total + (amount?.yen ?? 0), 0)
    expect([noted('all-in-supplementary').length, sum('all-in-supplementary')]).toEqual([
      4,
      thousands(48_858),
    ])
    expect([noted('part-in-supplementary').length, sum('part-in-supplementary')]).toEqual([
      2,
      thousands(154_109),
    ])
    expect([noted('includes-supplementary').length, sum('includes-supplementary')]).toEqual([
      1,
      thousands(4_974_500),
    ])
    expect(plan.listings.flatMap(({ booking }) => booking?.year ?? [])).toEqual(Array(7).fill(2023))
  })

  test('変更は、何が・いくつから・いくつへ・単位・年度で持つ', () => {
    const changesOf = (project: string) =>
      plan.listings
        .filter((listing) => listing.project === project)
        .flatMap(({ changes }) => changes ?? [])
        .map(({ what, from, to, unit, fromYear, toYear }) => [what, from, to, unit, fromYear, toYear])
    expect(changesOf('childrens-advocates')).toEqual([['支援実施施設', '4', '23', '施設', 2023, 2024]])
    expect(changesOf('digital-classrooms')).toEqual([['電子黒板', '2445', '3400', '台', 2023, 2024]])
    expect(changesOf('nursery-toys-and-books')).toEqual([['支援施設', '38', '502', '施設', 2023, 2024]])
    expect(changesOf('energy-saving-subsidies')).toEqual([
      ['省エネ家電の補助単価', '1', '2', '万円', undefined, undefined],
    ])
  })
})

describe('合計（千円）', () => {
  test.each([
    // 何の合計            どこ             千円         事業
    ['ビジョン1', ['v1'], 17_521_188, 21],
    ['ビジョン2', ['v2'], 1_125_474, 20],
    ['ビジョン3', ['v3'], 1_272_820, 8],
    ['ビジョン4', ['v4'], 44_722, 5],
    ['ビジョン5', ['v5'], 398_250, 6],
    ['ビジョン6', ['v6'], 2_245_500, 11],
    ['ビジョン7', ['v7'], 5_715_219, 13],
    ['ビジョン8', ['v8'], 280_280, 9],
    ['8つのビジョン', VISIONS, 28_603_453, 93],
    ['重点事項1', ['p1'], 13_645_041, 7],
    ['重点事項2', ['p2'], 385_157, 7],
    ['中央区', ['w-chuo'], 2_000, 2],
    ['東区', ['w-higashi'], 2_841, 2],
    ['西区', ['w-nishi'], 3_143, 2],
    ['南区', ['w-minami'], 1_758, 2],
    ['北区', ['w-kita'], 5_081, 2],
    ['5区共通', ['w-common'], 2_181, 2],
    ['区のまちづくり', WARDS, 17_004, 12],
  ] as const)('掲載額 %s', (_, nodes, amount, projects) => {
    expect(totalPrinted(plan, nodes)).toEqual({
      total: 'printed',
      yen: thousands(amount),
      projects,
      placements: projects,
      withoutAmount: 0,
      conflicts: [],
    })
  })

  test('計画全体は一度ずつ。掲載をみな足した額は 1.5 倍近くになり、合計ではない', () => {
    expect(totalPrinted(plan)).toEqual({
      total: 'printed',
      yen: thousands(28_833_190),
      projects: 109,
      placements: 119,
      withoutAmount: 0,
      conflicts: [],
    })
    const everyPlacement = plan.listings.reduce((sum, { amount }) => sum + (amount?.yen ?? 0), 0)
    expect(everyPlacement).toBe(thousands(42_650_655))
  })

  test.each([
    ['重点事項1', ['p1'], 11_658_473, 1],
    ['重点事項2', ['p2'], 274_611, 1],
  ] as const)('前年度の掲載額 %s', (_, nodes, amount, none) => {
    expect(totalPrevious(plan, nodes)).toMatchObject({ yen: thousands(amount), none, notPrinted: 0 })
  })

  test('前年度の額は、計画全体では12件にだけあり、2件は「なし」、95件は印字なし', () => {
    expect(totalPrevious(plan)).toMatchObject({
      yen: thousands(11_658_473 + 274_611),
      projects: 109,
      none: 2,
      notPrinted: 95,
      conflicts: [],
    })
  })

  const appropriated = (year: number, nodes?: readonly string[]) => {
    const total = totalAppropriated(plan, fiscalYear(year), nodes)
    if (!total.ok) throw new Error(total.why)
    return total.value
  }

  test('令和6年度に計上したビジョンの額と、うち年度内訳不明', () => {
    expect(appropriated(2024, VISIONS)).toMatchObject({
      yen: thousands(28_554_595),
      initial: { yen: thousands(28_554_595 - 5_128_609), projects: 86 },
      supplementary: { yen: 0, projects: 0 },
      unknownSplit: { yen: thousands(5_128_609), projects: 3 },
      notedElsewhere: [],
      conflicts: [],
    })
  })

  test('全額を令和5年度2月補正に計上した4件は、令和5年度の補正に数える', () => {
    expect(appropriated(2023, VISIONS)).toMatchObject({
      yen: thousands(48_858),
      supplementary: { yen: thousands(48_858), projects: 4 },
      initial: { yen: 0, projects: 0 },
      unknownShareElsewhere: { yen: thousands(5_128_609), projects: 3 },
    })
  })

  test('こども誰でも通園制度の注記はビジョン1にだけあるが、重点事項1の年度別の額にも効く', () => {
    expect(appropriated(2024, ['p1'])).toMatchObject({
      yen: thousands(13_645_041 - 20_608),
      notedElsewhere: ['childcare-for-all-trial'],
    })
  })

  test('区の枠は 19百万円 × 5 + 5百万円 = 1億円で、掲載は17,004千円', () => {
    const frame = (id: string) => Number(plan.figures.find((figure) => figure.id === id)?.value)
    expect(frame('ward-frame-each') * 5 + frame('ward-frame-common')).toBe(frame('ward-frame-total') * 100)
    expect(totalPrinted(plan, WARDS).yen).toBeLessThan(frame('ward-frame-total') * 100_000_000)
  })
})

const SEED = 'seeds/004_c67c78cc49fd2e58.txt'

describeWithShared('資料との突き合わせ', SEED, () => {
  const bytes = readFileSync(sharedFile(SEED) ?? '')
  const lines = documentLines(bytes.toString('utf8'))
  const passage = ({ line, to = line }: { line: number; to?: number }) => lines.slice(line - 1, to).join('\n')

  test('資料の指紋と、すべての出どころの行の指紋が合う', () => {
    expect(plan.documents[0]?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    const wrong: string[] = []
    let checked = 0
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return
      for (const [key, each] of Object.entries(value)) {
        if (key !== 'source') visit(each, `${path}.${key}`)
        else {
          checked += 1
          const { line, to, hash } = each as { line: number; to?: number; hash: string }
          if (lineHash(lines, line, to) !== hash) wrong.push(path)
        }
      }
    }
    visit(plan, '')
    expect(wrong).toEqual([])
    expect(checked).toBeGreaterThan(200)
  })

  test('どの掲載も、名称・額・前年度の額・注記が出どころの行にある', () => {
    const names = new Map(plan.projects.map(({ id, name }) => [id, name]))
    const written = ({ yen }: Money) => `${(yen / 1000).toLocaleString('en-US')}千円`
    const missing = plan.listings.flatMap((listing) => {
      const found = passage(listing.source ?? { line: 0 })
      const parts = [
        listing.printedName ?? names.get(listing.project) ?? '',
        listing.amount ? written(listing.amount) : '',
        typeof listing.previous === 'object' ? `(${written(listing.previous)})` : '',
        listing.booking?.printed ?? '',
      ]
      return parts.filter((part) => !found.includes(part)).map((part) => `${listing.project}: ${part}`)
    })
    expect(missing).toEqual([])
  })

  test('予算でない額と変更の数も、出どころの行にある', () => {
    const missing = plan.listings.flatMap(({ otherAmounts = [], changes = [] }) => [
      ...otherAmounts
        .filter(({ amount, source }) => !passage(source ?? { line: 0 }).includes(writeMoney(amount)))
        .map(({ label }) => label),
      ...changes
        .filter(({ from = '', to = '', source }) =>
          (`${from} ${to}`.match(/[\d,]+/g) ?? []).some((n) => !passage(source ?? { line: 0 }).includes(n)),
        )
        .map(({ what }) => what),
    ])
    expect(missing).toEqual([])
  })

  test('資料にある千円の額は、どれも一度ずつこの計画にある', () => {
    const printed = [...lines.join('\n').matchAll(/([\d,]+)千円/g)].map(([, digits = '']) =>
      Number(digits.replaceAll(',', '')),
    )
    const held = plan.listings
      .flatMap(({ amount, previous, otherAmounts = [] }) => [
        amount,
        previous === 'none' ? undefined : previous,
        ...otherAmounts.map((other) => other.amount),
      ])
      .flatMap((amount) => (amount?.unit === '千円' ? [amount.yen / 1000] : []))
    const sorted = (numbers: number[]) => numbers.toSorted((a, b) => a - b)
    expect(printed).toHaveLength(134)
    expect(sorted(held)).toEqual(sorted(printed))
  })

  test('資料の文は、この計画ファイルのどこにも写していない', () => {
    const sentences = lines.join('\n').match(/[^。\n]{21,}。/g) ?? []
    expect(sentences.length).toBeGreaterThan(100)
    expect(sentences.filter((sentence) => text.includes(sentence.slice(-22)))).toEqual([])
  })
})
