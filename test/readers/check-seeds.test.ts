import { readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { checkDocument } from '#readers/check/check-document.ts'
import { readDocument } from '#readers/read-document.ts'
import { describeWithShared, sharedFile } from '../support/shared.ts'

const FIRST = 'seeds/000_f0881ab933a3f71b.txt'

/** What must be found in the five real plans, by document: code, line, and a piece of the arithmetic. */
const EXPECTED = [
  ['000', 'years-contradict', 47, '2,377人 ＜ 年少人口 17,377人'],
  ['000', 'share-not-of-parts', 47, '＝30,619、11,649÷30,619＝38.0% ≠ 37.4%'],
  ['000', 'figures-of-another-year', 47, '11,649÷31,108＝37.4%'],
  ['000', 'baseline-far-from-text', 125, '基準値 −1、本文 2022年 −429'],
  ['000', 'kpi-without-baseline-year', 119, ''],
  ['001', 'former-target-column', 140, ''],
  ['001', 'heading-year-false', 140, '見出し 2015、値 2012'],
  ['002', 'heading-year-false', 181, '見出し 2015、値 2012'],
  ['002', 'part-year-baseline', 291, '10（4か月）→ 50'],
  ['002', 'percent-for-points', 425, '10÷46.5＝21.5%'],
  ['002', 'target-easier-than-baseline', 480, '55,436 → 55,302'],
  ['002', 'promised-list-missing', 138, ''],
  ['002', 'numbering-disagrees', 26, '目次の「3」が2つ'],
  ['002', 'footnote-undefined', 730, ''],
  ['003', 'kpi-without-baseline', 73, ''],
  ['003', 'kpi-without-target', 73, ''],
  ['003', 'output-as-outcome', 83, ''],
  ['004', 'promised-indicators-missing', 19, ''],
  ['004', 'several-names', 130, ''],
  ['004', 'booked-elsewhere', 146, '20,608千円'],
  ['004', 'stronger-but-less', 162, '12,800千円 ＜ 16,337千円'],
  ['004', 'one-way-related', 354, 'ビジョン1→ビジョン2'],
  ['004', 'copied-amount', 1523, '1,181千円'],
] as const

describeWithShared('実在の計画を確かめる', FIRST, () => {
  const folder = dirname(sharedFile(FIRST) as string)
  const remarksOf = async (seed: string) => {
    const file = readdirSync(folder).find((name) => name.startsWith(seed)) as string
    return checkDocument(await readDocument(readFileSync(`${folder}/${file}`), file))
  }

  test.each(EXPECTED)('%s: %s（%i行）', async (seed, code, line, arithmetic) => {
    const found = (await remarksOf(seed)).filter((each) => each.code === code)
    expect(found.map((each) => each.line)).toContain(line)
    expect(String(found.find((each) => each.line === line)?.detail?.arithmetic ?? '')).toContain(arithmetic)
  })

  test('九つの基準値が見出しと違う年度', async () => {
    const [found] = (await remarksOf('002')).filter(({ code }) => code === 'heading-year-false')
    expect(found?.detail).toMatchObject({ count: 9, all: 17 })
  })

  test('求められたもののほかは、五つ合わせて十件まで', async () => {
    const wanted = new Set<string>([
      ...EXPECTED.map(([, code]) => code),
      'kpi-without-unit',
      'kpi-without-owner',
      'kpi-without-source',
    ])
    const all = (await Promise.all(['000', '001', '002', '003', '004'].map(remarksOf))).flat()
    expect(all.filter(({ code }) => !wanted.has(code)).length).toBeLessThanOrEqual(10)
    expect(all.length).toBeLessThanOrEqual(45)
  })
})
