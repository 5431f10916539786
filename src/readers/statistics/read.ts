import type { Finding } from '#domain/shared/finding.ts'
import { readAssumptions } from './assumptions.ts'
import { readBook } from './book.ts'
import { readEstat } from './estat.ts'
import type { ReadStatistics } from './found.ts'
import { materialOf, type Sheet } from './sheets.ts'
import { readSsdse } from './ssdse.ts'
import { readTfr } from './tfr.ts'
import { readTidy } from './tidy.ts'
import { readWide } from './wide.ts'

/**
 * 統計表を読む: which table it is, is told by content; the name only where the table does not say its year or its area. Never throws: a
 * file that is no table of ours has no tables and says so.
 */
export function readStatistics(bytes: Uint8Array, name: string): ReadStatistics {
  try {
    const material = materialOf(bytes)
    if (!material.ok)
      return refused({
        code: material.why,
        severity: 'error',
        ...(material.detail ? { detail: material.detail } : {}),
      })
    const { value } = material
    const read = value.kind === 'json' ? readEstat(value.value) : readSheets(value.sheets, name)
    if (!read) return refused({ code: 'no-table-recognised', severity: 'error' })
    return { tables: read.tables, findings: [...value.findings, ...read.findings] }
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).slice(0, 120)
    return refused({ code: 'reader-failed', severity: 'error', detail: { reason } })
  }
}

const refused = (finding: Finding): ReadStatistics => ({ tables: [], findings: [finding] })

function readSheets(sheets: readonly Sheet[], name: string): ReadStatistics | undefined {
  for (const sheet of sheets) {
    const known = readSsdse(sheet, name) ?? readTfr(sheet, name) ?? readTidy(sheet)
    if (known) return known
  }
  const assumptions = readAssumptions(sheets, name)
  if (assumptions) return assumptions
  const wide = sheets.flatMap((sheet) => readWide(sheet) ?? [])
  if (wide.length === 0) return readBook(sheets, name)
  return {
    tables: wide.flatMap(({ tables }) => tables),
    findings: wide.flatMap(({ findings }) => findings),
  }
}
