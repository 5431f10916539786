import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { known, missing } from '#test/support/indicators.ts'
import { fiscalYear } from '../shared/year.ts'
import type { RecordedActual } from './recorded.ts'
import { actualsAsOf, currentActuals, fallsBack, historyOf, standingRecord } from './series.ts'

const at = (day: string) => `2026-${day}T00:00:00.000Z`
const told = { indicator: 'i', recordedBy: '企画課' }
const RECORDS: readonly RecordedActual[] = [
  { ...told, id: 'r1', recordedAt: at('05-01'), actual: known(2023, '120') },
  { ...told, id: 'r2', recordedAt: at('05-01'), actual: missing(2024, 'not-yet-published') },
  { ...told, id: 'r3', recordedAt: at('06-01'), actual: known(2024, '1500') },
  {
    ...told,
    id: 'r4',
    recordedAt: at('06-10'),
    actual: known(2024, '150'),
    corrects: 'r3',
    reason: '桁の誤り',
  },
  { ...told, id: 'r5', recordedAt: at('07-01'), actual: known(2023, '121', { vintage: '改定' }) },
]
const said = (actuals: ReturnType<typeof currentActuals>) =>
  actuals.map((each) => `${each.year}${each.vintage ?? ''}:${each.kind === 'known' ? each.value : each.why}`)

describe('記録から、いまの値を出す', () => {
  test('訂正が元の値に代わり、系列は分かれる', () => {
    expect(said(currentActuals(RECORDS))).toEqual(['2023:120', '2023改定:121', '2024:150'])
  })

  test.each([
    ['何もない日', '04-30', []],
    ['5月1日（その時刻を含む）', '05-01', ['2023:120', '2024:not-yet-published']],
    ['誤った値が見えていた日', '06-05', ['2023:120', '2024:1500']],
    ['訂正のあと', '06-10', ['2023:120', '2024:150']],
  ])('その日に見えていた値: %s', (_, day, expected) => {
    expect(said(actualsAsOf(RECORDS, at(day)))).toEqual(expected)
  })

  test('年の直した記録は、古い順に全部ある', () => {
    expect(historyOf(RECORDS, fiscalYear(2024)).map(({ id }) => id)).toEqual(['r2', 'r3', 'r4'])
    expect(historyOf(RECORDS, fiscalYear(2023), '改定').map(({ id }) => id)).toEqual(['r5'])
  })

  test('取り下げた年には値がなく、次の記録はその取り下げに代わる', () => {
    const withdrawal: RecordedActual = {
      ...told,
      id: 'r6',
      recordedAt: at('08-01'),
      actual: { kind: 'withdrawn', year: fiscalYear(2024) },
      corrects: 'r4',
    }
    const records = [...RECORDS, withdrawal]
    expect(said(currentActuals(records))).toEqual(['2023:120', '2023改定:121'])
    expect(standingRecord(records, 2024)?.id).toBe('r6')
    expect(historyOf(records, fiscalYear(2024)).map(({ id }) => id)).toEqual(['r2', 'r3', 'r4', 'r6'])
  })

  test('年を取り違えた値の訂正は、元の年から消える', () => {
    const moved: RecordedActual = {
      ...told,
      id: 'r7',
      recordedAt: at('08-01'),
      actual: known(2022, '150'),
      corrects: 'r4',
    }
    expect(said(currentActuals([...RECORDS, moved]))).toEqual([
      '2022:150',
      '2023:120',
      '2023改定:121',
      '2024:not-yet-published',
    ])
  })

  test('並び順によらない', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...RECORDS], { minLength: RECORDS.length }), (shuffled) => {
        expect(currentActuals(shuffled)).toEqual(currentActuals(RECORDS))
      }),
    )
  })
})

describe('累計が減る', () => {
  test.each([
    ['増え続ける', [known(2021, '120'), known(2022, '130')], []],
    ['同じ値は減っていない', [known(2021, '120'), known(2022, '120.0')], []],
    ['減った', [known(2022, '119'), known(2021, '120')], ['2021:120→2022:119']],
    [
      '値のない年をまたいで減った',
      [known(2020, '120'), missing(2021, 'no-survey'), known(2022, '119')],
      ['2020:120→2022:119'],
    ],
    [
      '同じ年に速報と確報があっても減ったとはいわない',
      [known(2021, '120', { provisional: true }), known(2021, '119')],
      [],
    ],
    ['文字の順でなく数で比べる', [known(2021, '99'), known(2022, '100')], []],
    [
      '系列が違えば比べない',
      [known(2021, '120', { vintage: '旧' }), known(2022, '100', { vintage: '新' })],
      [],
    ],
  ] as const)('%s', (_, actuals, expected) => {
    expect(
      fallsBack(actuals).map(({ from, to }) => `${from.year}:${from.value}→${to.year}:${to.value}`),
    ).toEqual(expected)
  })
})
