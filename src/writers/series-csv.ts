import type { Indicator } from '#domain/indicator/indicator.ts'
import type { RecordedActual } from '#domain/indicator/recorded.ts'
import { writeCsv } from './csv.ts'

const HEADER = [
  'indicator',
  'name',
  'unit',
  'fiscal_year',
  'value',
  'missing_reason',
  'provisional',
  'vintage',
  'source',
  'note',
  'recorded_at',
  'recorded_by',
  'record',
  'corrects',
  'correction_reason',
]

/** 指標の記録の CSV: one line a record, replaced ones too; a missing value leaves `value` empty and names its reason. */
export const writeSeriesCsv = ({ id, name, unit }: Indicator, records: readonly RecordedActual[]): string =>
  writeCsv([
    HEADER,
    ...records.map(({ id: record, actual, source, note, recordedAt, recordedBy, corrects, reason }) => [
      id,
      name,
      unit === 'not-stated' ? '' : unit,
      actual.year,
      actual.kind === 'known' ? actual.value : '',
      actual.kind === 'missing' ? actual.why : actual.kind === 'withdrawn' ? 'withdrawn' : '',
      actual.kind === 'known' && actual.provisional ? 'true' : '',
      actual.vintage,
      source,
      note,
      recordedAt,
      recordedBy,
      record,
      corrects,
      reason,
    ]),
  ])
