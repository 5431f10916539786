import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { areaLevel } from '#domain/government/area-code.ts'
import { type Coverage, hindcast } from '#domain/population/hindcast.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { readStatistics } from '#readers/statistics/read.ts'
import type { HindcastPrinted } from '#readers/uncertainty-schemas.ts'
import { sha256Of } from '#store/datasets.ts'
import { ja } from '#words/ja.ts'
import { aligned, yearOf } from './table-text.ts'
import type { FileCommand } from './terminal.ts'

const said = ja.hindcast

type Asked = { readonly fitBefore: number; readonly targets: readonly number[] }

/** `shirube hindcast`: how often the bands of past projections held what came, fitted on the early censuses of a table and run on the later. */
export const hindcastCensus: FileCommand = async ({ args: [file = ''], options }) => {
  const asked = askedOf(options)
  if (!asked.ok) return asked
  const bytes = await readFile(file).catch(() => undefined)
  if (!bytes) return refuse('file-not-readable', { file })
  const { tables, findings } = readStatistics(bytes, basename(file))
  const told = findings.map((finding) => ({ code: finding.code, said: ja.finding(finding) }))
  if (tables.length === 0)
    return refuse('no-table-in-file', { file, findings: told.map((each) => `  ${each.said}`).join('\n') })
  const municipalities = tables
    .flatMap(({ people }) => people)
    .filter(({ area }) => !['nation', 'prefecture', 'ward'].includes(areaLevel(area)))
  const found = hindcast(municipalities, asked.value)
  if (!found)
    return refuse('nothing-to-hindcast', {
      ...{ file, fitBefore: asked.value.fitBefore, targets: asked.value.targets.join(', ') },
    })
  const data: HindcastPrinted = {
    ...{ file: basename(file), sha256: sha256Of(bytes) },
    fitBefore: asked.value.fitBefore,
    targets: [...asked.value.targets],
    areas: found.areas,
    method: {
      projection: 'held-cohort-change',
      unknownAge: 'shared-out-within-sex',
      distribution: 'student-t-4',
    },
    rates: found.rates,
    fitted: { ...found.fitted, targets: [...found.fitted.targets] },
    overall: found.overall,
    byAhead: [...found.byAhead],
    byClass: [...found.byClass],
    withoutProjection: found.withoutProjection,
    findings: told,
  }
  return done({ text: tableOf(data), data })
}

function askedOf(options: Readonly<Record<string, unknown>>): Outcome<Asked, string> {
  const texts = [String(options.fitBefore), ...String(options.targets).split(/[,、\s]+/)]
  const years = texts.map(yearOf)
  const wrong = texts.find((_, at) => years[at] === undefined)
  if (wrong !== undefined) return refuse('not-a-year', { value: wrong })
  const [fitBefore = 0, ...targets] = years as readonly number[]
  return done({ fitBefore, targets: [...new Set(targets)].toSorted((a, b) => a - b) })
}

function tableOf(data: HindcastPrinted): string {
  const { columns } = said
  const row = (size: string, ahead: string, covered: Coverage, mark = '') => [
    ...[size, ahead, String(covered.n)],
    ...(['0.5', '0.8', '0.95'] as const).map((share) => said.share(covered.within[share])),
    ...[covered.half80.toFixed(3), mark],
  ]
  const rates = Object.entries(data.rates).map(([name, value]) => `${name} ${value.toPrecision(4)}`)
  const lines = [
    said.title(data.file, data.areas),
    said.fitted(data.fitBefore, data.fitted.n, data.fitted.targets.join(', ')),
    said.rates(rates.join('  ')),
    said.method,
    '',
    ...aligned([
      [
        columns.size,
        columns.ahead,
        columns.n,
        columns['0.5'],
        columns['0.8'],
        columns['0.95'],
        columns.half,
        '',
      ],
      ...data.byClass.map((each) =>
        row(
          said.from(each.from),
          said.ahead(each.ahead, each.extrapolated),
          each,
          each.marked ? said.marked : '',
        ),
      ),
      ...data.byAhead.map((each) => row(said.everySize, said.ahead(each.ahead, each.extrapolated), each)),
      row(said.overall, '', data.overall),
    ]),
    '',
    ...said.notes,
    said.left(data.withoutProjection),
    ...data.findings.map((each) => each.said),
  ]
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`
}
