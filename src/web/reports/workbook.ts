import { type Choices, choiceKey, FIELDS, type Merge } from '#domain/cycle/merge-answers.ts'
import type { Finding } from '#domain/shared/finding.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import {
  missingWords,
  parseReturned,
  type ReturnedWorkbook,
  readReportWorkbook,
} from '#readers/report-workbook.ts'
import { takeReturned } from '#usecases/take-returned.ts'
import type { ReportsView } from '#usecases/view-reports.ts'
import { en } from '#words/en.ts'
import { ja } from '#words/ja.ts'
import type { Words } from '#words/words.ts'
import { departmentWorkbook, departmentWorkbooks } from '#writers/department-workbooks.ts'
import { zipOf } from '#writers/zip.ts'
import type { Visit } from '../visit.ts'

/** 調査票 of one department, or undefined where it answers for nothing. */
export const workbookOf = (visit: Visit, view: ReportsView, department: string, words: Words) =>
  departmentWorkbook(whose(visit), view, department, words)

/** すべての課の調査票 in one file, each named after its department. */
export const allWorkbooks = async (visit: Visit, view: ReportsView, words: Words): Promise<Uint8Array> =>
  zipOf(await departmentWorkbooks(whose(visit), view, words))

const whose = ({ government, year, now }: Visit) => ({ government: government.code, year, madeAt: now })

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
  const taken = await visit.act('report:write', (tx, doing) =>
    takeReturned(tx, doing, {
      ...{ year: visit.year, head, rows, choices },
      named: findings.flatMap(({ detail }) => String(detail?.id ?? [])),
    }),
  )
  if (!taken.ok) return taken
  const { saved, unchanged, locked, conflicts, names } = taken.value
  const named = (id: string) => names[id] ?? id
  return done({
    ...{ saved, unchanged, locked: locked.map(named), department: head.department },
    conflicts: conflicts.map((each) => ({ ...each, name: named(each.indicator) })),
    findings: findings.map((each) =>
      each.code === 'row-missing'
        ? { ...each, detail: { ...each.detail, name: named(String(each.detail?.id)) } }
        : each,
    ),
    returned: JSON.stringify(workbook),
  })
}
