import * as XLSX from '@e965/xlsx'

/** First day of each era, for dates: a whole year belongs to the later era, a day does not. */
const ERAS = [
  { from: 20190501, name: '令和', letter: 'R' },
  { from: 19890108, name: '平成', letter: 'H' },
  { from: 19261225, name: '昭和', letter: 'S' },
  { from: 19120730, name: '大正', letter: 'T' },
  { from: 18680125, name: '明治', letter: 'M' },
] as const
const QUOTED_OR_ERA = /"[^"]*"|\\.|\[[^\]]*\]|g+|e+/gi

/** A cell as Excel shows it: number formats, dates from serials, years of eras. */
export function displayed({ v, w, z, t }: XLSX.CellObject): string {
  if (t === 'n' && typeof v === 'number') {
    const format = typeof z === 'string' ? z : ''
    const suffix = /^(?:General|G\/標準)((?:"[^"]*")+)$/.exec(format)
    if (suffix) return `${v}${(suffix[1] ?? '').replaceAll('"', '')}`
    if (hasEra(format)) return inEra(v, format) ?? w ?? String(v)
    return w ?? String(v)
  }
  if (t === 'd' && v instanceof Date) return w ?? v.toISOString().slice(0, 10)
  if (t === 'b') return v ? 'TRUE' : 'FALSE'
  return w ?? (v === undefined || v === null ? '' : String(v))
}

const hasEra = (format: string): boolean =>
  (format.match(QUOTED_OR_ERA) ?? []).some((part) => /^[ge]/i.test(part)) && XLSX.SSF.is_date(format)

/** The library knows formats, but no Japanese eras: its `ggge` comes out as it went in. */
function inEra(serial: number, format: string): string | undefined {
  const date = XLSX.SSF.parse_date_code(serial) as { y: number; m: number; d: number } | null
  const era = date && ERAS.find(({ from }) => date.y * 10_000 + date.m * 100 + date.d >= from)
  if (!era) return undefined
  const year = date.y - Math.floor(era.from / 10_000) + 1
  const plain = (format.split(';')[0] ?? '').replace(QUOTED_OR_ERA, (part) => {
    if (/^g/i.test(part))
      return `"${part.length >= 3 ? era.name : part.length === 2 ? era.name[0] : era.letter}"`
    if (/^e/i.test(part)) return `"${part.length > 1 ? String(year).padStart(2, '0') : year}"`
    return part.startsWith('[') ? '' : part
  })
  try {
    // A bare full stop is for fractions of seconds only.
    return XLSX.SSF.format(
      /s/i.test(format) ? plain : plain.replace(/\.(?=[^"]*(?:"[^"]*"[^"]*)*$)/g, '"."'),
      serial,
    )
  } catch {
    return undefined
  }
}
