import { type Choices, choiceKey, FIELDS, type Merge, mergeAnswers } from '#domain/cycle/merge-answers.ts'
import type { WorkbookHead } from '#domain/cycle/workbook.ts'
import type { Finding } from '#domain/shared/finding.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import {
  missingWords,
  parseReturned,
  type ReturnedWorkbook,
  readReportWorkbook,
} from '#readers/report-workbook.ts'
import { applyAnswers, findAsked } from '#usecases/collect.ts'
import type { ReportsView } from '#usecases/view-reports.ts'
import { en } from '#words/en.ts'
import { ja } from '#words/ja.ts'
import type { Words } from '#words/words.ts'
import { writeReportWorkbook } from '#writers/report-workbook.ts'
import { zipOf } from '#writers/zip.ts'
import type { Visit } from '../visit.ts'

/** 調査票 of one department, or undefined where it answers for nothing. */
export async function workbookOf(
  visit: Visit,
  view: ReportsView,
  department: string,
  words: Words,
): Promise<Uint8Array | undefined> {
  const rows = view.rows.filter(
    (row) => (row.department ?? 'none') === department && row.state !== 'approved',
  )
  if (rows.length === 0) return undefined
  const head: WorkbookHead = {
    government: visit.government.code,
    department,
    year: visit.year,
    madeAt: visit.now,
  }
  const name = view.departments.find(({ id }) => id === department)?.name ?? words.reports.nobody
  return writeReportWorkbook(
    {
      ...{ head, department: name, due: view.due },
      rows: rows.map(({ indicator, commitment, actuals, answer }) => ({
        ...{ indicator, name: commitment.printedName ?? indicator.name, actuals },
        ...(answer ? { answer } : {}),
      })),
    },
    words,
  )
}

/** すべての課の調査票 in one file, each named after its department. */
export async function allWorkbooks(visit: Visit, view: ReportsView, words: Words): Promise<Uint8Array> {
  const files: Record<string, Uint8Array> = {}
  for (const { id, name } of view.departments) {
    const bytes = await workbookOf(visit, view, id, words)
    if (bytes) files[`${name.replace(/[\\/:*?"<>|]/g, ' ')}.xlsx`] = bytes
  }
  return zipOf(files)
}

const LARGEST = 10_000_000
const MISSING = missingWords(ja.missing, en.missing)

export type WorkbookAnswer = {
  readonly saved: number
  readonly unchanged: number
  readonly locked: readonly string[]
  readonly conflicts: readonly (Merge['conflicts'][number] & { readonly name: string })[]
  readonly findings: readonly Finding[]
  /** What came back, to be sent again with the choices. */
  readonly returned: string
  readonly department: string
}

/** 返ってきた調査票を取り込む: merged with what is on the page. With conflicts nothing is written until they are chosen. */
export async function takeWorkbook(
  visit: Visit,
  file: File | undefined,
): Promise<Outcome<WorkbookAnswer, string>> {
  if (!file) return refuse('no-file')
  if (file.size > LARGEST) return refuse('document-too-large')
  const read = readReportWorkbook(new Uint8Array(await file.arrayBuffer()), MISSING)
  if (!read.ok) return read
  return apply(visit, read.value, new Map())
}

/** The same again with what a person chose for each conflict. */
export async function takeChosen(
  visit: Visit,
  returned: string,
  told: (key: string) => string,
): Promise<Outcome<WorkbookAnswer, string>> {
  const workbook = parseReturned(returned)
  if (!workbook) return refuse('not-our-workbook')
  const choices: Choices = new Map(
    workbook.rows.flatMap(({ indicator }) =>
      FIELDS.flatMap((field) => {
        const key = choiceKey({ indicator, field })
        const side = told(`choice ${key}`)
        return side === 'page' || side === 'workbook' ? [[key, side] as const] : []
      }),
    ),
  )
  return apply(visit, workbook, choices)
}

async function apply(
  visit: Visit,
  workbook: ReturnedWorkbook,
  choices: Choices,
): Promise<Outcome<WorkbookAnswer, string>> {
  const { head, rows, findings } = workbook
  if (head.government !== visit.government.code) return refuse('workbook-of-another-government')
  if (head.year !== visit.year) return refuse('workbook-of-another-year', { year: head.year })
  const ids = [
    ...rows.map(({ indicator }) => indicator),
    ...findings.flatMap(({ detail }) => String(detail?.id ?? [])),
  ]
  const asked = await visit.read((tx) => findAsked(tx, visit.year, ids))
  if (!asked.ok) return asked
  // What a closed year holds is not written to, like what is approved.
  const standing = new Map(
    [...asked.value].map(([id, each]) => [
      id,
      each.closed === undefined ? each : { ...each, state: 'approved' as const },
    ]),
  )
  const merged = mergeAnswers(rows, standing, choices)
  const named = (id: string) => asked.value.get(id)?.indicator.name ?? id
  const answer = {
    ...{ unchanged: merged.unchanged, locked: merged.locked.map(named), department: head.department },
    conflicts: merged.conflicts.map((each) => ({ ...each, name: named(each.indicator) })),
    findings: findings.map((each) =>
      each.code === 'row-missing'
        ? { ...each, detail: { ...each.detail, name: named(String(each.detail?.id)) } }
        : each,
    ),
    returned: JSON.stringify(workbook),
  }
  if (merged.conflicts.length > 0) return done({ ...answer, saved: 0 })
  const saved = await visit.act('report:write', (tx, doing) =>
    applyAnswers(tx, doing, { year: visit.year, rows: merged.save }),
  )
  return saved.ok ? done({ ...answer, ...saved.value }) : saved
}
