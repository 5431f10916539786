import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hindcastCensus } from '#cli/hindcast-command.ts'
import { publishedSchemas } from '#readers/json-schemas.ts'
import type { HindcastPrinted } from '#readers/uncertainty-schemas.ts'

const AGES = [...Array.from({ length: 18 }, (_, at) => `${at * 5}-${at * 5 + 4}`), '90+']
const HEAD = `code,name,level,sex,year,total,${AGES.join(',')},unknown`

/** A census of invented towns and of their prefecture, in the layout of the published one. */
function census(towns: number): string {
  const lines = [HEAD]
  for (let town = 0; town <= towns; town += 1)
    for (let at = 0; at < 7; at += 1) {
      const year = 1980 + at * 5
      const push = 1 + 0.06 * Math.sin(town * 12.9898 + at * 78.233)
      const ages = AGES.map((_, age) => Math.round((40 + 9 * town) * (25 - age) * push * 0.97 ** at))
      const code = town === 0 ? '43' : String(43_200 + town)
      const total = ages.reduce((sum, each) => sum + each, 0) + 7
      for (const [sex, times] of [
        ['T', 2],
        ['M', 1],
        ['F', 1],
      ] as const)
        lines.push(
          [code, `町${town}`, town === 0 ? 'pref' : 'muni', sex, year, total * times]
            .concat(ages.map((each) => each * times))
            .concat(7 * times)
            .join(','),
        )
    }
  return `${lines.join('\n')}\n`
}

describe('コマンド hindcast', () => {
  let folder = ''
  const valid = new Ajv2020({ allErrors: true }).compile(publishedSchemas()['hindcast.schema.json'] ?? false)
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shirube-hindcast-'))
    await writeFile(join(folder, 'census.csv.gz'), gzipSync(census(40)))
    await writeFile(join(folder, 'nothing.csv'), 'a,b\n1,2\n')
  })
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
  })
  const run = (file: string, options: Record<string, string> = {}) =>
    hindcastCensus({
      args: [join(folder, file)],
      options: { fitBefore: '2000', targets: '2005,2010', ...options },
    })

  test('表から係数を求め、後の国勢調査で確かめる。都道府県は数えない', async () => {
    const result = await run('census.csv.gz')
    if (!result.ok) throw new Error(result.why)
    const data = JSON.parse(JSON.stringify(result.value.data)) as HindcastPrinted
    expect(valid(data), JSON.stringify(valid.errors)).toBe(true)
    expect(data).toMatchObject({ areas: 40, fitBefore: 2000, targets: [2005, 2010] })
    expect(data.fitted).toEqual({ n: 40 * 6, areas: 40, targets: [1990, 1995, 2000] })
    expect(data.overall.n).toBe(40 * (4 + 5))
    expect(data.byAhead.map(({ ahead, extrapolated }) => [ahead, extrapolated])).toEqual([
      [5, false],
      [10, false],
      [15, false],
      [20, true],
      [25, true],
    ])
    expect(result.value.text).toContain('外挿')
    expect(result.value.text).toContain('年齢不詳は、性ごとに年齢の割合で割り振った')
  })

  test.each([
    ['ファイルがない', 'none.csv', {}, 'file-not-readable'],
    ['統計表でない', 'nothing.csv', {}, 'no-table-in-file'],
    ['年でない', 'census.csv.gz', { targets: '2005,来年' }, 'not-a-year'],
    ['あてはめる年がない', 'census.csv.gz', { fitBefore: '1985' }, 'nothing-to-hindcast'],
    ['検証する年がない', 'census.csv.gz', { targets: '2030' }, 'nothing-to-hindcast'],
  ])('%s → 断り、理由を言う', async (_, file, options, why) => {
    expect(await run(file, options)).toMatchObject({ ok: false, why })
  })
})
