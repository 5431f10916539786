import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { hindcastCensus } from '#cli/hindcast-command.ts'
import { fitSpread } from '#domain/population/fit-spread.ts'
import { FITTED } from '#domain/population/interval.ts'
import { controlledRates } from '#domain/population/nation.ts'
import { pastErrors } from '#domain/population/past-errors.ts'
import { readStatistics } from '#readers/statistics/read.ts'
import type { HindcastPrinted } from '#readers/uncertainty-schemas.ts'
import { hasInputs, readInputs } from '../bench/support/national-inputs.ts'
import { describeWithShared, sharedFile } from './support/shared.ts'

const CENSUS = 'data/census_1980_2015_odd_prefectures.csv.gz'

describeWithShared('国勢調査での後ろ向きの検証', CENSUS, () => {
  const file = sharedFile(CENSUS) as string

  test('2000年までであてはめ、2005–2015年の80%の幅は .75〜.85 を含む', async () => {
    const result = await hindcastCensus({
      args: [file],
      options: { fitBefore: '2000', targets: '2005,2010,2015' },
    })
    if (!result.ok) throw new Error(result.why)
    const { overall, byClass, fitted } = result.value.data as HindcastPrinted
    expect(fitted).toMatchObject({ n: 5_802, areas: 967 })
    expect(overall.n).toBe(14_500)
    expect(overall.within['0.8']).toBeGreaterThan(0.75)
    expect(overall.within['0.8']).toBeLessThan(0.85)
    expect(byClass.reduce((n, each) => n + each.n, 0)).toBe(overall.n)
  })

  test('画面の幅の係数は、2000年までの表から求めたもの', () => {
    const census = readStatistics(readFileSync(file), file)
      .tables.flatMap(({ people }) => people)
      .filter(({ area, year }) => !area.endsWith('000') && year <= 2000)
    const fitted = fitSpread(pastErrors(census, [1990, 1995, 2000]).errors, census)
    for (const name of Object.keys(FITTED) as (keyof typeof FITTED)[])
      expect(fitted[name] / FITTED[name], name).toBeCloseTo(1, 2)
  })
})

describeWithShared('全国の入力', 'data/bench', () => {
  test('全国値に合わせると、どの年もどの区分も全国値と同じ', () => {
    expect(hasInputs()).toBe(true)
    const { flat, totals } = readInputs()
    const { path } = controlledRates(flat, totals)
    const cells = 2 * flat.groups
    for (let step = 0; step < flat.steps; step += 1)
      for (let cell = 0; cell < cells; cell += 1) {
        let sum = 0
        for (let unit = 0; unit < flat.units; unit += 1)
          sum += path[((step + 1) * flat.units + unit) * cells + cell] as number
        expect(sum / (totals[step * cells + cell] as number)).toBeCloseTo(1, 9)
      }
  })
})
