/** A figure as people read it: whole, with commas. */
export const whole = (value: number) => Math.round(value).toLocaleString('ja-JP')

/** A year of four digits; undefined for anything else. */
export const yearOf = (text: unknown): number | undefined =>
  typeof text === 'string' && /^\d{4}$/.test(text) ? Number(text) : undefined

/** Columns to the right, full-width letters counted as two. */
export function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const width = (text: string) =>
    [...text].reduce((total, letter) => total + (/[\u3000-\u9fff\uff00-\uff60]/.test(letter) ? 2 : 1), 0)
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => width(row[at] ?? ''))))
  return rows.map((row) =>
    row.map((cell, at) => ' '.repeat((widths[at] ?? 0) - width(cell)) + cell).join('  '),
  )
}
