import type { Answer, ReportState } from '#domain/cycle/report.ts'
import type { Actual } from '#domain/indicator/actual.ts'
import type { Indicator } from '#domain/indicator/indicator.ts'
import type { Words } from '#words/words.ts'
import { writeReportWorkbook } from './report-workbook.ts'

/** What is asked of departments for a year, as far as a workbook shows it. */
export type AskedOf = {
  readonly due?: string
  readonly departments: readonly { readonly id: string; readonly name: string }[]
  readonly rows: readonly {
    readonly indicator: Indicator
    readonly department?: string
    readonly commitment: { readonly printedName?: string }
    readonly actuals: readonly Actual[]
    readonly answer?: Answer
    readonly state: ReportState
  }[]
}
/** Whose workbook, of which year, made when. */
export type WorkbookOf = { readonly government: string; readonly year: number; readonly madeAt: string }

/** 調査票 of one department, or undefined where it answers for nothing that is not approved yet. */
export async function departmentWorkbook(
  of: WorkbookOf,
  view: AskedOf,
  department: string,
  words: Words,
): Promise<Uint8Array | undefined> {
  const rows = view.rows.filter(
    (row) => (row.department ?? 'none') === department && row.state !== 'approved',
  )
  if (rows.length === 0) return undefined
  const name = view.departments.find(({ id }) => id === department)?.name ?? words.reports.nobody
  return writeReportWorkbook(
    {
      ...{ head: { ...of, department }, department: name, due: view.due },
      rows: rows.map(({ indicator, commitment, actuals, answer }) => ({
        ...{ indicator, name: commitment.printedName ?? indicator.name, actuals },
        ...(answer ? { answer } : {}),
      })),
    },
    words,
  )
}

/** すべての課の調査票, each under a file name after its department that any file system takes. */
export async function departmentWorkbooks(
  of: WorkbookOf,
  view: AskedOf,
  words: Words,
): Promise<Readonly<Record<string, Uint8Array>>> {
  const files: Record<string, Uint8Array> = {}
  for (const { id, name } of view.departments) {
    const bytes = await departmentWorkbook(of, view, id, words)
    if (bytes) files[`${name.replace(/[\\/:*?"<>|]/g, ' ')}.xlsx`] = bytes
  }
  return files
}
