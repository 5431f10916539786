import { TFR_ERROR } from '#domain/population/fertility.ts'
import type { Point } from '#domain/population/path.ts'
import { ageLabels, type BySex, type OpenAge, sum } from '#domain/population/population.ts'
import {
  type ProjectedYear,
  STANDARD_SCENARIOS,
  type StandardScenario,
} from '#domain/population/projection.ts'
import type { Explained } from '#domain/population/step.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { reading } from '#store/transaction.ts'
import { type AreaProjection, type AskedOfArea, projectArea } from '#usecases/project-population.ts'
import { ja } from '#words/ja.ts'
import { type AreaFan, fanOfArea, fanRows } from './fan-text.ts'
import { countsOf, projectNation } from './nation-command.ts'
import { projectByPlan } from './project-plan-command.ts'
import { aligned, whole, yearOf } from './table-text.ts'
import type { Call, CliCommand } from './terminal.ts'

const said = ja.projection

/** 推計: an area's population by year, as a table or as JSON of the published schema. */
export const projectPopulation: CliCommand = async (call) => {
  if (call.options.national === true) return projectNation(call)
  const { code, plan } = call.options
  if ((code === undefined) === (plan === undefined)) return refuse('code-or-plan')
  if (plan !== undefined) return projectByPlan(call)
  const asked = askedBy(call.options)
  if (!asked.ok) return asked
  const explain = call.options.explain === true
  const projected = await reading(call.store, { government: '' }, (tx) => projectArea(tx, asked.value))
  if (!projected.ok) return projected
  if (explain && projected.value.survivalFrom === undefined)
    return refuse('no-survival', { dataset: projected.value.dataset.id })
  const counted = countsOf(call.options, 1)
  if (!counted.ok) return counted
  const fan =
    call.options.paths === undefined ? undefined : fanOfArea(projected.value, asked.value.to, counted.value)
  const text = tableOf(projected.value, asked.value, explain)
  return done({
    text: fan ? `${text}${fanRows(fan).join('\n')}\n` : text,
    data: jsonOf(projected.value, asked.value, explain, fan),
  })
}

function askedBy(options: Call['options']): Outcome<AskedOfArea, string> {
  const [base, to, by] = [options.base, options.to, options.by].map((text) => yearOf(text))
  const wrong = [options.base, options.to, options.by].find((text) => yearOf(text) === undefined)
  if (base === undefined || to === undefined || by === undefined)
    return refuse('not-a-year', { value: String(wrong ?? '') })
  const fertility = Number(options.tfr)
  if (options.tfr === '' || !(fertility >= 0 && fertility <= 5))
    return refuse('not-a-fertility-rate', { value: String(options.tfr) })
  const factors = factorsOf(options.factors)
  if (factors === 'wrong') return refuse('not-factors', { value: String(options.factors) })
  const scenario = STANDARD_SCENARIOS.find((each) => each === options.scenario) ?? 'pattern1'
  const rounding = options.rounding ?? (scenario === 'pattern1' ? 'person' : 'none')
  return done({
    ...{ code: String(options.code), base, to, scenario, fertility, by },
    rounding: rounding === 'person' ? 'person' : 'none',
    ...(factors ? { factors } : {}),
    ...(typeof options.dataset === 'string' ? { dataset: options.dataset } : {}),
  })
}

/** `2015=7.51,2045=7.2`. */
function factorsOf(text: unknown): readonly Point[] | 'wrong' | undefined {
  if (typeof text !== 'string') return undefined
  const points = text.split(',').map((part) => /^(\d{4})=(\d+(?:\.\d+)?)$/.exec(part.trim()))
  const found = points.map((match) => ({ year: Number(match?.[1]), value: Number(match?.[2]) }))
  return found.every(({ year, value }) => year > 0 && value > 0) ? found : 'wrong'
}

const labelsOf = ({ ages }: AreaProjection) => ageLabels(((ages - 1) * 5) as OpenAge)

function jsonOf(projection: AreaProjection, asked: AskedOfArea, explain: boolean, fan?: AreaFan) {
  const { area, dataset, years, baseFertility, factors, survivalFrom, influence } = projection
  const { scenario, base, to, rounding, fertility, by } = asked
  return {
    area,
    dataset: {
      ...{ id: dataset.id, title: dataset.title, source: dataset.source, vintage: dataset.vintage },
      ...{ file: dataset.file, sha256: dataset.sha256 },
      ...(dataset.edition === undefined ? {} : { edition: dataset.edition }),
    },
    ...{ scenario, base, to, rounding },
    ...(scenario === 'pattern1' ? {} : { target: { fertility, by } }),
    ages: labelsOf(projection),
    baseFertility: { value: baseFertility, error: TFR_ERROR },
    factors,
    ...(survivalFrom ? { survivalFrom } : {}),
    ...(influence ? { influence } : {}),
    ...(fan ? { fan } : {}),
    years: years.map(({ told, people, fertility: rate, held, ...outline }) => ({
      ...outline,
      ...{ held, fertility: rate, people },
      ...(explain && told ? { explained: partsOf(told) } : {}),
    })),
  }
}

/** Net migrants of each cell as arrivals where positive, departures where negative. */
function partsOf({ births, deaths, migrants }: Explained) {
  const each = (of: (value: number) => number): BySex<readonly number[]> => ({
    male: migrants.male.map(of),
    female: migrants.female.map(of),
  })
  return {
    births,
    deaths,
    in: each((value) => Math.max(value, 0)),
    out: each((value) => Math.max(-value, 0)),
  }
}

function tableOf(projection: AreaProjection, asked: AskedOfArea, explain: boolean): string {
  const { area, dataset, years, baseFertility, survivalFrom, influence } = projection
  const { columns } = said
  const { year, total, index, young, working, old, over75, oldShare, stage } = columns
  const rows = [
    [year, total, index, young, working, old, over75, oldShare, stage],
    ...years.map((each) => [
      `${each.year}${each.held ? '＊' : ''}`,
      ...[whole(each.total), each.index.total.toFixed(1)],
      ...[whole(each.young), whole(each.working), whole(each.old), whole(each.over75)],
      ...[`${each.oldShare.toFixed(1)}%`, String(each.stage)],
    ]),
  ]
  const lines = [
    `${area.name}（${area.code}）  ${scenarioName(asked.scenario)}`,
    `${dataset.title}  ${dataset.id}`,
    ...aligned(rows),
    ...(years.some(({ held }) => held) ? [said.held] : []),
    ...(asked.scenario === 'pattern1'
      ? []
      : [said.fertility(baseFertility.toFixed(2), TFR_ERROR.toFixed(2))]),
    ...(influence ? [said.influence(influence.natural, influence.social)] : []),
    ...(survivalFrom && (explain || asked.scenario === 'sim2') ? [said.survivalFrom[survivalFrom]] : []),
    ...(explain ? years.flatMap((each) => explainedRows(each, labelsOf(projection))) : []),
  ]
  return `${lines.join('\n')}\n`
}

const scenarioName = (scenario: StandardScenario) => said.scenarios[scenario]

function explainedRows({ year, told }: ProjectedYear, labels: readonly string[]): readonly string[] {
  if (!told) return []
  const parts = partsOf(told)
  const { births, deaths, in: arrivals, out: departures } = said.columns
  const both = ({ male, female }: BySex<readonly number[]>) => sum(male) + sum(female)
  const head = `${year}  ${births} ${whole(told.births.male + told.births.female)}  ${deaths} ${whole(both(parts.deaths))}  ${arrivals} ${whole(both(parts.in))}  ${departures} ${whole(both(parts.out))}`
  const rows = (['male', 'female'] as const).flatMap((sex) =>
    labels.map((label, age) => [
      ...[said.sexes[sex], label, age === 0 ? whole(told.births[sex]) : ''],
      ...[
        whole(parts.deaths[sex][age] ?? 0),
        whole(parts.in[sex][age] ?? 0),
        whole(parts.out[sex][age] ?? 0),
      ],
    ]),
  )
  return ['', head, ...aligned([['', '', births, deaths, arrivals, departures], ...rows])]
}
