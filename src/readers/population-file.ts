import { z } from 'zod'
import { areaCode } from '#domain/government/area-code.ts'
import { DATASET_KINDS, type StatisticsTable } from '#domain/population/statistics.ts'
import type { Finding } from '#domain/shared/finding.ts'
import { date, decimalNumber, id, integer, listOf, text, year } from './plan-file/scalars.ts'
import { readYamlFile } from './yaml-file.ts'

const people = z.array(integer).min(18).max(20)
const rates = z.array(decimalNumber).min(17).max(19)
const bySex = <T extends z.ZodType>(of: T) => z.strictObject({ male: of, female: of })

const dataset = z.strictObject({
  series: id,
  kind: z.enum(DATASET_KINDS),
  title: text,
  edition: text.exactOptional(),
  published: date.exactOptional(),
  source: text,
  area: z.strictObject({
    code: text.refine((code) => areaCode(code) !== undefined, 'not-an-area-code'),
    name: text,
  }),
  people: listOf(z.strictObject({ year, male: people, female: people })),
  rates: listOf(
    z.strictObject({
      year,
      survival: bySex(rates),
      migration: bySex(rates).exactOptional(),
      childWomanRatio: decimalNumber,
      maleShare: decimalNumber,
    }),
  ),
})

const populationFile = z.strictObject({ datasets: z.array(dataset).min(1) })

export type ReadPopulationFile = {
  readonly tables?: readonly StatisticsTable[]
  readonly findings: readonly Finding[]
}

/** 人口ファイル: the statistics of an invented place, as they come with the samples. Real tables come as their publishers print them. */
export function readPopulationFile(written: string): ReadPopulationFile {
  const { value, findings } = readYamlFile<z.output<typeof populationFile>>(written, populationFile, unequal)
  return value ? { tables: value.datasets.map(tableOf), findings } : { findings }
}

/** Both sexes, and every year of a table, have the same age groups. */
const unequal = ({ datasets }: z.output<typeof populationFile>): readonly Finding[] =>
  datasets.flatMap(({ people, rates }, at) => {
    const counts = people.flatMap(({ male, female }) => [male.length, female.length])
    const sources = rates.flatMap(({ survival, migration }) => [
      ...[survival.male.length, survival.female.length],
      ...(migration ? [migration.male.length, migration.female.length] : []),
    ])
    return new Set(counts).size > 1 || new Set(sources).size > 1
      ? [{ code: 'uneven-ages', severity: 'error', path: ['datasets', at] }]
      : []
  })

function tableOf({
  area: { code, name },
  people,
  rates,
  ...heading
}: z.output<typeof dataset>): StatisticsTable {
  const area = areaCode(code) ?? code
  const numbers = ({
    male,
    female,
  }: {
    readonly male: readonly string[]
    readonly female: readonly string[]
  }) => ({
    male: male.map(Number),
    female: female.map(Number),
  })
  return {
    heading,
    areas: [{ code: area, name }],
    people: people.map((each) => ({ ...each, area, origin: `people ${each.year}` })),
    rates: rates.map(({ year, survival, migration, childWomanRatio, maleShare }) => ({
      ...{ area, year, origin: `rates ${year}` },
      survival: numbers(survival),
      ...(migration ? { migration: numbers(migration) } : {}),
      childWomanRatio: Number(childWomanRatio),
      maleShare: Number(maleShare),
    })),
    values: [],
  }
}
