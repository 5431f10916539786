// Makes the population of しるべ市, an invented city: censuses, a projection and its assumptions, from round numbers that nobody measured.
//   node scripts/sample-population.ts
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { childWomanRatioOf } from '#domain/population/fertility.ts'
import { type Point, valueOn } from '#domain/population/path.ts'
import { type BySex, groupsOf, type Population, threeGroups, totalOf } from '#domain/population/population.ts'
import { maleShareOf, type StepRates } from '#domain/population/rates.ts'
import { projectPopulation, step } from '#domain/population/step.ts'

const GROUPS = groupsOf(95)
const CITY = { code: '99201', name: 'しるべ市' }

/** What the city's plans print; the invented figures must say the same. */
const STATED = { in2015: 34_560, young2020: 3_612, working2020: 17_380, old2020: 11_798 }

/** Death rate of a year at age a: A·e^(B·a), with A falling to its value of 2020. */
const DEATH = { male: { a: 0.000_03, b: 0.095 }, female: { a: 0.000_011, b: 0.101 } }
const DEATH_THEN: readonly Point[] = [
  { year: 1980, value: 1.7 },
  { year: 2020, value: 1 },
  { year: 2050, value: 0.8 },
]

/** 純移動率 of five years by the first age of the source group: school, work, and some who come back. */
const MOVES: Readonly<Record<number, number>> = {
  0: 0.005,
  5: 0.005,
  10: -0.03,
  15: -0.22,
  20: -0.05,
  25: 0.04,
  30: 0.02,
  35: 0.01,
  60: 0.005,
}
const MOVES_THEN: readonly Point[] = [
  { year: 1980, value: 1.6 },
  { year: 2000, value: 1.5 },
  { year: 2015, value: 1.3 },
  { year: 2020, value: 1 },
  { year: 2040, value: 0.8 },
]

const FERTILITY: readonly Point[] = [
  { year: 1980, value: 2 },
  { year: 2005, value: 1.55 },
  { year: 2015, value: 1.62 },
  { year: 2020, value: 1.52 },
  { year: 2025, value: 1.38 },
  { year: 2050, value: 1.4 },
]

/** 1980: a falling pyramid with the two bulges of its time. */
const FIRST = {
  total: 39_200,
  bulges: [
    { age: 30, size: 0.4 },
    { age: 48, size: 0.25 },
    { age: 7, size: 0.1 },
  ],
}

const round5 = (value: number) => Math.round(value * 100_000) / 100_000

function ratesFrom(year: number): StepRates {
  const survival = (sex: 'male' | 'female') =>
    Array.from({ length: GROUPS - 1 }, (_, at) => {
      const { a, b } = DEATH[sex]
      const age = at * 5 + 2.5
      const hazard = (a / b) * (Math.exp(b * (age + 5)) - Math.exp(b * age)) * valueOn(DEATH_THEN, year)
      return round5(Math.exp(-hazard))
    })
  const moves = Array.from({ length: GROUPS - 1 }, (_, at) =>
    round5((MOVES[at * 5] ?? 0) * valueOn(MOVES_THEN, year)),
  )
  return {
    survival: { male: survival('male'), female: survival('female') },
    migration: { male: moves, female: moves },
    childWomanRatio: round5(childWomanRatioOf(valueOn(FERTILITY, year + 5), year + 5)),
    maleShare: maleShareOf(105),
  }
}

function firstPopulation(): Population {
  const weight = (sex: 'male' | 'female') =>
    Array.from({ length: GROUPS }, (_, at) => {
      const age = at * 5 + 2.5
      const { a, b } = DEATH[sex]
      const alive = Math.exp(-(a / b) * Math.exp(b * age) * 1.7)
      const bulges = FIRST.bulges.reduce(
        (sum, bulge) => sum + bulge.size * Math.exp(-(((age - bulge.age) / 11) ** 2)),
        0,
      )
      return alive * (1 - age / 150) * (0.75 + bulges) * (sex === 'male' && age > 40 && age < 65 ? 0.92 : 1)
    })
  const shape = { male: weight('male'), female: weight('female') }
  return scaled(shape, () => FIRST.total / totalOf(shape))
}

const scaled = ({ male, female }: Population, factor: (age: number) => number): Population => ({
  male: male.map((value, age) => value * factor(age)),
  female: female.map((value, age) => value * factor(age)),
})

/** Whole persons whose sum is the rounded sum: the largest remainders are rounded up. `from`–`to`: groups. */
function whole(people: Population, spans: readonly (readonly [number, number, number])[]): Population {
  const rounded: BySex<number[]> = {
    male: people.male.map(Math.floor),
    female: people.female.map(Math.floor),
  }
  for (const [from, to, wanted] of spans) {
    const cells = (['male', 'female'] as const).flatMap((sex) =>
      Array.from({ length: to - from }, (_, at) => ({
        sex,
        age: from + at,
        rest: (people[sex][from + at] ?? 0) % 1,
      })),
    )
    let missing = wanted - cells.reduce((sum, { sex, age }) => sum + (rounded[sex][age] ?? 0), 0)
    for (const { sex, age } of cells.toSorted((a, b) => b.rest - a.rest)) {
      if (missing <= 0) break
      rounded[sex][age] = (rounded[sex][age] ?? 0) + 1
      missing -= 1
    }
  }
  return rounded
}

/** 国勢調査に代わる系列: the model run from 1980, bent so that 2015 and 2020 say what the plans print. */
function censuses(): readonly { readonly year: number; readonly people: Population }[] {
  const model: Population[] = [firstPopulation()]
  for (let year = 1980; year < 2020; year += 5) model.push(step(model.at(-1) as Population, ratesFrom(year)))
  const in2020 = threeGroups(model.at(-1) as Population)
  const bend = (age: number) =>
    age < 3
      ? STATED.young2020 / in2020.young
      : age < 13
        ? STATED.working2020 / in2020.working
        : STATED.old2020 / in2020.old
  return model.map((people, at) => {
    const year = 1980 + at * 5
    const bent = scaled(people, (age) => 1 + (bend(age) - 1) * (at / 8))
    const fitted = year === 2015 ? scaled(bent, () => STATED.in2015 / totalOf(bent)) : bent
    const spans: readonly (readonly [number, number, number])[] =
      year === 2020
        ? [
            [0, 3, STATED.young2020],
            [3, 13, STATED.working2020],
            [13, GROUPS, STATED.old2020],
          ]
        : [[0, GROUPS, Math.round(totalOf(fitted))]]
    return { year, people: whole(fitted, spans) }
  })
}

/** The file's text: the same at every run. */
export function samplePopulation(): string {
  const counted = censuses()
  const steps = Array.from({ length: 6 }, (_, at) => ratesFrom(2020 + at * 5))
  const projected = projectPopulation(counted.at(-1)?.people as Population, steps, 'person')
  const list = (values: readonly number[]) => `[${values.join(', ')}]`
  const people = (years: readonly { readonly year: number; readonly people: Population }[]) =>
    years.flatMap(({ year, people: { male, female } }) => [
      `      - year: ${year}`,
      `        male: ${list(male)}`,
      `        female: ${list(female)}`,
    ])
  const heading = (series: string, kind: string, title: string, more: readonly string[] = []) => [
    `  - series: ${series}`,
    `    kind: ${kind}`,
    `    title: ${title}`,
    ...more.map((line) => `    ${line}`),
    '    source: 架空（しるべ市の見本のために作った数）',
    `    area: {code: "${CITY.code}", name: ${CITY.name}}`,
  ]
  const edition = ['edition: 架空の推計', 'published: 2023-12']
  return `${[
    'datasets:',
    ...heading('shirube-census', 'census', '架空の国勢調査 男女・年齢5歳階級別人口'),
    '    people:',
    ...people(counted),
    ...heading('shirube-projection', 'projection', '架空の将来推計人口（しるべ市）', edition),
    '    people:',
    ...people(projected.map((each, at) => ({ year: 2020 + at * 5, people: each }))),
    ...heading('shirube-projection-rates', 'rates', '架空の将来推計人口（しるべ市） 仮定値', edition),
    '    rates:',
    ...steps.flatMap(({ survival, migration, childWomanRatio, maleShare }, at) => [
      `      - year: ${2020 + at * 5}`,
      `        survival: {male: ${list(survival.male)}, female: ${list(survival.female)}}`,
      `        migration: {male: ${list(migration?.male ?? [])}, female: ${list(migration?.female ?? [])}}`,
      `        childWomanRatio: ${childWomanRatio}`,
      `        maleShare: ${round5(maleShare)}`,
    ]),
  ].join('\n')}\n`
}

if (import.meta.main)
  writeFileSync(join(import.meta.dirname, '../samples/shirube/population.yaml'), samplePopulation())
