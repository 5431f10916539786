// How the form of the spread was chosen: on targets up to 2000 alone, each target year left out in turn, and the newest one said from the others.
//   node bench/population-forms.ts [census.csv.gz]
// Columns: mean log density of the left-out errors (higher is better), share inside the 80 % band, by target; the same for 2000 from the
// earlier ones; the same for 15 years ahead from 5 and 10.
import { existsSync, readFileSync } from 'node:fs'
import { birthDrift } from '#domain/population/fit-spread.ts'
import { type PastError, pastErrors } from '#domain/population/past-errors.ts'
import { leastNear } from '#domain/population/simplex.ts'
import type { Unrest } from '#domain/population/spread.ts'
import { studentLogDensity, studentQuantile } from '#domain/population/student.ts'
import { readStatistics } from '#readers/statistics/read.ts'

const FILE = process.argv[2] ?? '../shared/data/census_1980_2015_odd_prefectures.csv.gz'
const LAST = 2000

type Form = {
  readonly name: string
  readonly start: readonly number[]
  readonly scale: (point: readonly number[], unrest: Unrest, steps: number) => number
  readonly normal?: boolean
}

function forms(drift: number): readonly Form[] {
  const size = Math.log(1.5)
  const at = (point: readonly number[], place: number) => Math.exp(point[place] ?? 0)
  const squares =
    (growth: boolean, movement: boolean, held: number) =>
    (p: readonly number[], { people, growth: g, movement: m }: Unrest, steps: number) => {
      const one =
        at(p, 0) ** 2 +
        at(p, 1) ** 2 / people +
        (growth ? (at(p, 3) * g) ** 2 : 0) +
        (movement ? (at(p, 4) * m) ** 2 : 0)
      return Math.sqrt(one * steps ** (2 * at(p, 2)) + ((held * steps * (steps + 1)) / 2) ** 2)
    }
  const start = [Math.log(0.01), size, 0, -1, -1.5]
  return [
    {
      name: '(a + b/√N)·h^c, normal',
      start: start.slice(0, 3),
      normal: true,
      scale: (p, { people }, steps) => (at(p, 0) + at(p, 1) / Math.sqrt(people)) * steps ** at(p, 2),
    },
    {
      name: '(a + b/√N)·h^c',
      start: start.slice(0, 3),
      scale: (p, { people }, steps) => (at(p, 0) + at(p, 1) / Math.sqrt(people)) * steps ** at(p, 2),
    },
    { name: '√(a² + b²/N)·h^c', start: start.slice(0, 3), scale: squares(false, false, 0) },
    { name: '… + growth', start: start.slice(0, 4), scale: squares(true, false, 0) },
    { name: '… + movement', start, scale: squares(false, true, 0) },
    { name: '… + growth + movement', start, scale: squares(true, true, 0) },
    { name: '… + growth + movement + drift', start, scale: squares(true, true, drift) },
    { name: '… the same, normal', start, normal: true, scale: squares(true, true, drift) },
  ]
}

function judge(form: Form, train: readonly PastError[], test: readonly PastError[]) {
  const density = form.normal ? (z: number) => -(z * z) / 2 - Math.log(2 * Math.PI) / 2 : studentLogDensity
  const edge = form.normal ? 1.2816 : studentQuantile(0.9)
  const told = (point: readonly number[], of: readonly PastError[]) =>
    of.map(({ error, unrest, base, target }) => {
      const scale = form.scale(point, unrest, (target - base) / 5)
      return { log: density(error / scale) - Math.log(scale), inside: Math.abs(error) <= edge * scale }
    })
  const fitted = leastNear((point) => -told(point, train).reduce((sum, { log }) => sum + log, 0), form.start)
  const results = told(fitted, test)
  const log = results.reduce((sum, each) => sum + each.log, 0) / results.length
  return { log, inside: results.filter(({ inside }) => inside).length / results.length }
}

if (!existsSync(FILE)) console.log(`skipped: ${FILE} is not there`)
else {
  const { tables } = readStatistics(readFileSync(FILE), FILE)
  const census = tables
    .flatMap(({ people }) => people)
    .filter(({ year, area }) => year <= LAST && !area.endsWith('000'))
  const targets = [...new Set(census.map(({ year }) => year))].toSorted((a, b) => a - b)
  const { errors } = pastErrors(census, targets)
  console.log(`${errors.length} errors of targets up to ${LAST}, drift ${birthDrift(census).toFixed(5)}`)
  const show = ({ log, inside }: ReturnType<typeof judge>) => `${log.toFixed(3)} ${inside.toFixed(3)}`
  for (const form of forms(birthDrift(census))) {
    const out = targets
      .filter((year) => errors.some(({ target }) => target === year))
      .map(
        (year) =>
          [
            errors.filter(({ target }) => target !== year),
            errors.filter(({ target }) => target === year),
          ] as const,
      )
      .map(([train, test]) => judge(form, train, test))
    const mean = out.reduce((sum, { log }) => sum + log, 0) / out.length
    const newest = judge(
      form,
      errors.filter(({ target }) => target < LAST),
      errors.filter(({ target }) => target === LAST),
    )
    const far = judge(
      form,
      errors.filter(({ base, target }) => target - base < 15),
      errors.filter(({ base, target }) => target - base === 15),
    )
    console.log(
      [form.name.padEnd(34), mean.toFixed(4), ...out.map(show), `| ${show(newest)} | ${show(far)}`].join(
        '  ',
      ),
    )
  }
}
