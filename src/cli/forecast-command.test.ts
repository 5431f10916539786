import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forecastSeries } from '#cli/forecast-command.ts'
import { publishedSchemas } from '#readers/json-schemas.ts'
import type { ForecastPrinted } from '#readers/series/forecast-schema.ts'

const BIRTHS =
  '出生数,count,人,higher,2016,120\n出生数,count,人,higher,2018,112\n出生数,count,人,higher,2019,104\n出生数,count,人,higher,2020,99\n出生数,count,人,higher,2021,97\n'
const FEW = '満足度,share,%,,2020,55.1\n満足度,share,%,,2021,56\n'
const HEAD = 'series,kind,unit,better,year,value\n'

describe('コマンド forecast', () => {
  let folder = ''
  const valid = new Ajv2020({ allErrors: true }).compile(publishedSchemas()['forecast.schema.json'] ?? false)

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shirube-forecast-'))
  })
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  async function run(text: string, options: Record<string, string>) {
    const file = join(folder, 'series.csv')
    await writeFile(file, text)
    return forecastSeries({ args: [file], options: { to: '2024', ...options } })
  }

  async function printed(text: string, options: Record<string, string> = {}) {
    const result = await run(text, options)
    if (!result.ok) throw new Error(result.why)
    const data = JSON.parse(JSON.stringify(result.value.data)) as ForecastPrinted
    expect(valid(data), JSON.stringify(valid.errors)).toBe(true)
    return { data, text: result.value.text, exit: result.value.exit }
  }

  test('年ごとの分位点と、届く見込み', async () => {
    const { data, text, exit } = await printed(HEAD + BIRTHS, { target: '95' })
    const [only] = data.series
    expect(exit).toBeUndefined()
    expect(only?.forecast?.years.map(({ year }) => year)).toEqual([2022, 2023, 2024])
    expect(only?.forecast?.target).toMatchObject({ value: 95, better: 'higher', betterFrom: 'stated' })
    const chance = only?.forecast?.target?.probability ?? Number.NaN
    expect(chance).toBeGreaterThan(0.1)
    expect(chance).toBeLessThan(0.7)
    expect(text).toContain('令和6年度に95以上となる見込み')
    expect(text).toContain('0.025')
  })

  test('以上と以下の見込みは、合わせて1', async () => {
    const chance = async (better: string, target: string) => {
      const { data } = await printed(HEAD + BIRTHS.replaceAll('higher', better), { target })
      return data.series[0]?.forecast?.target?.probability ?? Number.NaN
    }
    expect((await chance('higher', '95')) + (await chance('lower', '94'))).toBeCloseTo(1, 3)
  })

  test('向きの記載がなければ、目標の側とみて、そう言う', async () => {
    const { data, text } = await printed(HEAD + BIRTHS.replaceAll('higher', ''), { target: '80' })
    expect(data.series[0]?.forecast?.target).toMatchObject({ better: 'lower', betterFrom: 'target' })
    expect(text).toContain('80以下（向きの記載がない')
  })

  test('維持は、幅があるときだけ', async () => {
    const steady = HEAD + BIRTHS.replaceAll('higher', 'steady')
    const without = await printed(steady, { target: '95' })
    expect(without.data.series[0]?.forecast?.target?.probability).toBeNull()
    expect(without.text).toContain('--tolerance')
    const within = await printed(steady, { target: '95', tolerance: '10' })
    expect(within.data.series[0]?.forecast?.target?.probability).toBeGreaterThan(0.3)
  })

  test('値が二つの系列は、理由を言い、ほかの系列は続ける', async () => {
    const { data, text, exit } = await printed(HEAD + FEW + BIRTHS)
    expect(data.series.map(({ refused }) => refused?.why)).toEqual(['fewer-than-three-points', undefined])
    expect(text).toContain('まだ言えない。値が2つです')
    expect(exit).toBeUndefined()
    expect((await printed(HEAD + FEW)).exit).toBe(1)
  })

  test.each([
    ['知らない種類', HEAD + BIRTHS.replace('count', '木'), {}, 'series-file-has-errors'],
    ['年度でない', HEAD + BIRTHS, { to: '来年' }, 'impossible-year'],
    ['目標が数でない', HEAD + BIRTHS, { target: '多め' }, 'not-a-number'],
  ])('%s → 断り、理由を言う', async (_, text, options, why) => {
    expect(await run(text, options)).toMatchObject({ ok: false, why })
  })

  test('ファイルがない', async () => {
    const told = await forecastSeries({ args: [join(folder, 'none.csv')], options: { to: '2024' } })
    expect(told).toMatchObject({ ok: false, why: 'file-not-readable' })
  })
})
