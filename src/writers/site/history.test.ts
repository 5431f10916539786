import { describe, expect, test } from 'vitest'
import type { PublicYear } from '#domain/cycle/snapshot.ts'
import { publishedYear, RECORDS } from '#test/support/published-year.ts'
import { ja } from '#words/ja.ts'
import { writeYearPage } from './year-page.ts'

const path = '/p/992011/sample-strategy/2023'
const between = (shown: PublicYear, from: string, to: string) => {
  const written = writeYearPage(shown, { words: ja, asOf: undefined, path })
  const start = written.indexOf(from)
  return written.slice(start, written.indexOf(to, start))
}
const opinionsOf = (shown: PublicYear) => between(shown, '<section class="sec" id="review"', '</section>')
const rowOf = (shown: PublicYear, id: string) => between(shown, `<li class="ind" id="c-${id}"`, '</details>')
const textOf = (markup: string) => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

describe('住民に見えること', () => {
  test('課は、公表した時の名前で示す。名前のわからない課の番号は示さない', () => {
    const shown = publishedYear()
    const [opinion] = shown.snapshot.opinions
    const answeredBy = (department: string) => ({
      ...shown,
      departments: [{ id: 'citizens', name: '市民課' }],
      snapshot: {
        ...shown.snapshot,
        opinions: [{ ...opinion, response: { ...opinion?.response, department } }] as never,
      },
    })
    expect(textOf(opinionsOf(answeredBy('citizens')))).toContain('対応 · 担当: 市民課')
    const unknown = opinionsOf(answeredBy('commerce-tourism'))
    expect(unknown).not.toContain('commerce-tourism')
    expect(unknown).not.toContain('担当: ')
  })

  test('取り下げたあとに承認された値は、訂正とは言わない。値を直した承認は、理由をことばで言う', () => {
    const [value] = RECORDS.filter(({ id }) => id === 'r32')
    const next = (id: string, corrects: string, actual: unknown, reason = 'report:approve') =>
      ({
        ...value,
        id,
        actual,
        corrects,
        reason,
        recordedAt: `2024-09-0${id.slice(-1)}T00:00:00.000Z`,
      }) as never
    const known = value?.actual
    const of = (...more: readonly never[]) => {
      const shown = publishedYear()
      const rows = shown.snapshot.rows.map((row) =>
        row.commitment === 'c-netmove' ? { ...row, records: [...row.records, ...more] } : row,
      )
      return rowOf({ ...shown, snapshot: { ...shown.snapshot, rows } }, 'c-netmove')
    }
    const withdrawn = next('r33', 'r32', { kind: 'withdrawn', year: 2023 }, '別の市の値だった')
    const again = of(withdrawn, next('r34', 'r33', known))
    expect(textOf(again)).not.toMatch(/直す前 取り下げ|承認された報告/)
    expect(again.match(/【訂正】/g)).toHaveLength(1)
    const corrected = of(next('r33', 'r32', { ...known, value: '-38' }))
    expect(corrected).toContain('承認された報告による')
    expect(corrected).not.toContain('report:approve')
  })

  test('一行の判定は、数える区分の名を先に言う', () => {
    const shown = publishedYear()
    const rows = shown.snapshot.rows.map((row) =>
      row.commitment === 'c-jobs'
        ? {
            ...row,
            judgement: {
              ...row.judgement,
              grade: '△',
              label: { ja: '許容差のうち', en: 'Within the tolerance' },
            },
          }
        : row,
    ) as typeof shown.snapshot.rows
    const written = textOf(rowOf({ ...shown, snapshot: { ...shown.snapshot, rows } }, 'c-jobs'))
    expect(written).toContain('遅れ（許容差のうち）')
  })
})
