/** A cell that a spreadsheet would run as a formula is kept as text by a leading apostrophe. Plain negative numbers stay numbers. */
const harmless = (text: string) => (/^[=+@\t\r]|^-(?![\d.]+$)/.test(text) ? `'${text}` : text)

const cell = (value: string | number | undefined) => {
  const text = harmless(value === undefined ? '' : String(value))
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Rows as CSV (RFC 4180) in UTF-8 with a byte-order mark, which Excel needs to read Japanese. */
export const writeCsv = (rows: readonly (readonly (string | number | undefined)[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
