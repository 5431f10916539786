import { type Matrix, product } from './box.ts'
import type { FontFace, Operators } from './library.ts'
import { OPS } from './library.ts'
import { rulesOf } from './rules.ts'
import type { Rule, Run } from './run.ts'
import { type Glyph, Runs } from './runs.ts'

type TextState = {
  readonly font: FontFace | undefined
  readonly size: number
  readonly charSpacing: number
  readonly wordSpacing: number
  readonly stretch: number
  readonly leading: number
  readonly rise: number
}

type State = { readonly ctm: Matrix; readonly text: TextState }

const UNIT: Matrix = [1, 0, 0, 1, 0, 0]
const START: TextState = {
  font: undefined,
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
}

export type Painted = {
  readonly runs: readonly Run[]
  readonly rules: readonly Rule[]
  readonly pictures: number
}

/**
 * Follows the operators of a page as a painter would, and notes where each character and each rule comes to lie. pdf.js offers text
 * with places too, but not its gaps: whether a space was set or is a quarter-em between kanji and digits is seen only here.
 */
export function paint(
  { fnArray, argsArray }: Operators,
  view: Matrix,
  fontOf: (id: string) => FontFace | undefined,
): Painted {
  const runs = new Runs()
  const rules: Rule[] = []
  const stack: State[] = []
  let pictures = 0
  let ctm = view
  let text = START
  let matrix = UNIT
  let [x, y, lineX, lineY] = [0, 0, 0, 0]

  const move = (dx: number, dy: number) => {
    lineX += dx
    lineY += dy
    x = lineX
    y = lineY
  }
  const setFont = (id: unknown, size: unknown) => {
    text = { ...text, font: fontOf(String(id)), size: Number(size) }
  }
  const show = (glyphs: readonly (Glyph | number)[]) => {
    const { font, size, charSpacing, wordSpacing, stretch, rise } = text
    const placed = product(ctm, matrix)
    const scale = size * (font?.fontMatrix?.[0] ?? 0.001)
    const down = font?.vertical === true
    runs.begin(placed, size, stretch, down)
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        if (down) y -= (glyph * size) / 1000
        else x -= ((glyph * size) / 1000) * stretch
        continue
      }
      const spacing = charSpacing + (glyph.isSpace ? wordSpacing : 0)
      if (down) {
        const [advance = -1000, vx = glyph.width / 2, vy = 880] = glyph.vmetric ?? []
        runs.add(glyph.unicode, x - vx * scale, y - vy * scale + rise, -advance * scale)
        y += advance * scale - spacing
      } else {
        const width = glyph.width * scale * stretch
        runs.add(glyph.unicode, x, y + rise, width)
        x += width + spacing * stretch
      }
    }
  }

  fnArray.forEach((operator, at) => {
    const given = (argsArray[at] ?? []) as unknown as readonly number[]
    const [first = 0, second = 0] = given
    switch (operator) {
      case OPS.save:
        stack.push({ ctm, text })
        return
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
      case OPS.endAnnotation: {
        const before = stack.pop()
        if (before) ({ ctm, text } = before)
        return
      }
      case OPS.transform:
        ctm = product(ctm, given as unknown as Matrix)
        return
      case OPS.paintFormXObjectBegin: {
        stack.push({ ctm, text })
        const inner = first as unknown as Matrix | null
        if (inner) ctm = product(ctm, inner)
        return
      }
      case OPS.beginAnnotation: {
        stack.push({ ctm, text })
        const [, , outer, inner] = given as unknown as [unknown, unknown, Matrix, Matrix]
        ctm = product(product(view, outer), inner)
        return
      }
      case OPS.beginText:
        matrix = UNIT
        x = y = lineX = lineY = 0
        return
      case OPS.setTextMatrix:
        matrix = ((first as unknown as Matrix).length === 6 ? first : given) as unknown as Matrix
        x = y = lineX = lineY = 0
        return
      case OPS.moveText:
        move(first, second)
        return
      case OPS.setLeadingMoveText:
        text = { ...text, leading: second }
        move(first, second)
        return
      case OPS.nextLine:
        move(0, text.leading)
        return
      case OPS.setLeading:
        text = { ...text, leading: -first }
        return
      case OPS.setFont:
        setFont(first, second)
        return
      case OPS.setGState:
        for (const [key, value] of first as unknown as readonly [string, unknown][])
          if (key === 'Font' && Array.isArray(value)) setFont(value[0], value[1])
        return
      case OPS.setCharSpacing:
        text = { ...text, charSpacing: first }
        return
      case OPS.setWordSpacing:
        text = { ...text, wordSpacing: first }
        return
      case OPS.setHScale:
        text = { ...text, stretch: first / 100 }
        return
      case OPS.setTextRise:
        text = { ...text, rise: first }
        return
      case OPS.showText:
        show(first as unknown as readonly (Glyph | number)[])
        return
      case OPS.constructPath:
        rules.push(...rulesOf(given as unknown as Parameters<typeof rulesOf>[0], ctm))
        return
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
        pictures++
        return
    }
  })
  return { runs: runs.done(), rules, pictures }
}
