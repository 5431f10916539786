import { element, elements, valOf, type XmlNode } from '../xml.ts'

type Level = {
  readonly format: string
  /** 「第%1章」. */
  readonly text: string
  readonly start: number
  readonly after: string
}

/** 段落番号: what Word prints before a paragraph and does not keep in its text. Counts as it is asked, in the order of the document. */
export type Numbering = { next(id: string, level: number): string }

const KANJI = '〇一二三四五六七八九'
const AIUEO = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン'
const IROHA = 'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス'
/** Bullets that symbol fonts give as private characters. */
const SYMBOL = /[\uf000-\uf0ff\ue000-\uefff]/u

const full = (text: string): string =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))

function kanji(value: number): string {
  if (value < 10) return KANJI[value] ?? ''
  if (value >= 100) return [...String(value)].map((digit) => KANJI[Number(digit)]).join('')
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  return `${tens === 1 ? '' : KANJI[tens]}十${ones === 0 ? '' : KANJI[ones]}`
}

function roman(value: number): string {
  const parts = [
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const
  let [rest, text] = [value, '']
  for (const [size, sign] of parts)
    while (rest >= size) {
      text += sign
      rest -= size
    }
  return text
}

function letters(value: number): string {
  const rest = Math.floor((value - 1) / 26)
  return `${rest > 0 ? letters(rest) : ''}${String.fromCharCode(65 + ((value - 1) % 26))}`
}

const circled = (value: number): string =>
  value >= 1 && value <= 20
    ? String.fromCodePoint(0x2460 + value - 1)
    : value <= 35
      ? String.fromCodePoint(0x3251 + value - 21)
      : `(${value})`

/** A number as `w:numFmt` names it. Formats that are not used in Japan come out as digits. */
export function written(value: number, format: string): string {
  switch (format) {
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return full(String(value))
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return circled(value)
    case 'decimalEnclosedParen':
      return `(${value})`
    case 'decimalEnclosedFullstop':
      return `${value}.`
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'upperRoman':
      return value <= 12 ? String.fromCodePoint(0x2160 + value - 1) : roman(value)
    case 'lowerRoman':
      return value <= 12 ? String.fromCodePoint(0x2170 + value - 1) : roman(value).toLowerCase()
    case 'upperLetter':
      return letters(value)
    case 'lowerLetter':
      return letters(value).toLowerCase()
    case 'aiueo':
    case 'aiueoFullWidth':
      return AIUEO[(value - 1) % AIUEO.length] ?? String(value)
    case 'iroha':
    case 'irohaFullWidth':
      return IROHA[(value - 1) % IROHA.length] ?? String(value)
    case 'japaneseCounting':
    case 'chineseCounting':
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'japaneseLegal':
      return kanji(value)
    case 'none':
      return ''
    default:
      return String(value)
  }
}

const AFTER: Readonly<Record<string, string>> = { space: ' ', nothing: '' }

function levelOf(node: XmlNode): Level {
  const format = valOf(node, 'w:numFmt') ?? 'decimal'
  const text = valOf(node, 'w:lvlText') ?? ''
  return {
    format,
    text: format === 'bullet' && (SYMBOL.test(text) || text === 'l' || text === '') ? '・' : text,
    start: Number(valOf(node, 'w:start') ?? 1),
    after: format === 'bullet' ? '' : (AFTER[valOf(node, 'w:suff') ?? ''] ?? '\u3000'),
  }
}

const byLevel = (node: XmlNode): ReadonlyMap<number, Level> =>
  new Map(elements(node, 'w:lvl').map((level) => [Number(level.attributes['w:ilvl'] ?? 0), levelOf(level)]))

export function readNumbering(root: XmlNode | undefined): Numbering {
  const abstract = new Map(
    elements(root, 'w:abstractNum').map((node) => [node.attributes['w:abstractNumId'] ?? '', byLevel(node)]),
  )
  const nums = new Map(
    elements(root, 'w:num').map((node) => {
      const base = valOf(node, 'w:abstractNumId') ?? ''
      const levels = new Map(abstract.get(base))
      for (const over of elements(node, 'w:lvlOverride')) {
        const at = Number(over.attributes['w:ilvl'] ?? 0)
        const own = element(over, 'w:lvl')
        const start = valOf(over, 'w:startOverride')
        const level = own ? levelOf(own) : levels.get(at)
        if (level) levels.set(at, { ...level, ...(start ? { start: Number(start) } : {}) })
      }
      const restarts = elements(node, 'w:lvlOverride').length > 0
      return [
        node.attributes['w:numId'] ?? '',
        { levels, series: restarts ? `num ${node.attributes['w:numId']}` : base },
      ]
    }),
  )
  const counts = new Map<string, number[]>()
  return {
    next(id, at) {
      const num = nums.get(id)
      const level = num?.levels.get(at)
      if (!num || !level) return ''
      if (level.format === 'bullet') return `${level.text}${level.after}`
      const count = counts.get(num.series) ?? []
      count[at] = (count[at] ?? level.start - 1) + 1
      count.length = at + 1
      counts.set(num.series, count)
      const text = level.text.replace(/%(\d)/g, (_, digit: string) => {
        const which = Number(digit) - 1
        const other = num.levels.get(which)
        return written(count[which] ?? other?.start ?? 1, other?.format ?? 'decimal')
      })
      return text === '' ? '' : `${text}${level.after}`
    },
  }
}
