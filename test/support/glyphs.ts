import { readFileSync } from 'node:fs'

/** 字形のある文字: every character that a TrueType font draws, from its `cmap` (formats 4 and 12, as OpenType 1.9 lays them out). */
export function charactersOf(path: string): ReadonlySet<string> {
  const font = readFileSync(path)
  const at = tableAt(font, 'cmap')
  const found = new Set<string>()
  for (let index = 0; index < font.readUInt16BE(at + 2); index++) {
    const sub = at + font.readUInt32BE(at + 4 + index * 8 + 4)
    const format = font.readUInt16BE(sub)
    const ranges = format === 12 ? groups(font, sub) : format === 4 ? segments(font, sub) : []
    for (const [first, last] of ranges)
      for (let code = first; code <= last; code++) found.add(String.fromCodePoint(code))
  }
  return found
}

function tableAt(font: Buffer, tag: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const record = 12 + index * 16
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8)
  }
  throw new Error(`the font has no table ${tag}`)
}

type Range = readonly [first: number, last: number]

const groups = (font: Buffer, sub: number): readonly Range[] =>
  Array.from({ length: font.readUInt32BE(sub + 12) }, (_, index) => {
    const group = sub + 16 + index * 12
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)]
  })

/** Only segments whose codes follow one another; the last, 0xffff, is none. */
function segments(font: Buffer, sub: number): readonly Range[] {
  const size = font.readUInt16BE(sub + 6)
  return Array.from(
    { length: size / 2 },
    (_, index): Range => [
      font.readUInt16BE(sub + 16 + size + index * 2),
      font.readUInt16BE(sub + 14 + index * 2),
    ],
  ).filter(([first]) => first !== 0xffff)
}
