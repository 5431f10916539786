import { around, type Box, type Matrix, type Way } from './box.ts'
import { centre, type Run } from './run.ts'

/** A character as pdf.js hands it over. */
export type Glyph = {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
  /** Advance, and where the vertical origin lies, for a font that runs down. */
  readonly vmetric?: readonly number[]
}

const ASCENT = 0.88
const DESCENT = 0.12
/** Gaps in em: up to GLUE nothing stands between, from BREAK on another run begins. */
const GLUE = 0.2
const BREAK = 0.6
/** A gap where the pen was lifted: it may be the border of a cell, so whether it joins is decided later. */
const MOVED = 0.05
const WIDEST_SPACE = 1.8

const SPACE = /^[\s\u00a0\u3000]+$/u
// biome-ignore lint/suspicious/noControlCharactersInRegex: fonts without a map of characters give these
const NOTHING = /^[\u0000-\u0008\u000e-\u001f\u00ad\u200b-\u200d\ufeff]*$/u
const WORD = /[\x21-\x7e]/

type Open = { text: string; along: number; end: number; cross: number; spaces: string }

/** Gathers characters into runs while a page is painted. */
export class Runs {
  readonly #runs: Run[] = []
  #open: Open | undefined
  #placed: Matrix = [1, 0, 0, 1, 0, 0]
  #way: Way = 0
  #size = 0
  #stretch = 1
  #upright = false
  #fresh = false

  /** One stretch of text: its matrix, size and whether it runs down. What joins on without a gap stays one run. */
  begin(placed: Matrix, size: number, stretch: number, down: boolean): void {
    const [a, b, c, d] = placed
    const turn = size < 0 ? -1 : 1
    const [dx, dy] = down ? [-c * turn, -d * turn] : [a * turn * stretch, b * turn * stretch]
    const way = (((Math.round(Math.atan2(dy, dx) / (Math.PI / 2)) + 4) % 4) * 90) as Way
    const em = Math.abs(size) * (down ? Math.hypot(a, b) : Math.hypot(c, d))
    if (way !== this.#way || down !== this.#upright || Math.abs(em - this.#size) > 0.05 * em) this.#finish()
    this.#placed = placed
    this.#way = way
    this.#size = em
    this.#upright = down
    this.#fresh = true
    this.#stretch = down ? Math.hypot(c, d) : Math.hypot(a, b)
  }

  /** One character whose pen stands at x, y of the text space. */
  add(text: string, x: number, y: number, advance: number): void {
    const [a, b, c, d, e, f] = this.#placed
    const [px, py] = [a * x + c * y + e, b * x + d * y + f]
    const way = this.#way
    const along = way === 0 ? px : way === 90 ? py : way === 180 ? -px : -py
    const cross = way === 0 || way === 180 ? py : px
    const length = Math.abs(advance) * this.#stretch
    const em = this.#size
    if (em <= 0 || NOTHING.test(text)) return
    const open = this.#open
    if (SPACE.test(text)) {
      // Fonts that draw both blanks alike give U+0020 for either; the width tells them apart.
      if (open) open.spaces += length >= 0.8 * em ? '\u3000' : text
      return
    }
    if (open) {
      const gap = (along - open.end) / em
      const breaks = Math.abs(cross - open.cross) > 0.1 * em || gap < -0.5
      const wide = gap >= (open.spaces !== '' ? WIDEST_SPACE : this.#fresh ? MOVED : BREAK)
      this.#fresh = false
      if (!breaks && !wide) {
        const narrow = gap > GLUE && WORD.test(open.text.at(-1) ?? '') && WORD.test(text) ? ' ' : ''
        open.text += (open.spaces === '' ? narrow : open.spaces.includes('\u3000') ? '\u3000' : ' ') + text
        open.spaces = ''
        open.end = along + length
        return
      }
      this.#finish()
    }
    this.#open = { text, along, end: along + length, cross, spaces: '' }
  }

  #finish(): void {
    const open = this.#open
    this.#open = undefined
    if (!open) return
    const [size, way, length] = [this.#size, this.#way, open.end - open.along]
    this.#runs.push({ text: open.text, box: boxOf(open, way, size, length, this.#upright), size, way })
  }

  done(): readonly Run[] {
    this.#finish()
    return stacked(withoutDoubles(this.#runs))
  }
}

function boxOf({ along, cross }: Open, way: Way, size: number, length: number, upright: boolean): Box {
  if (upright && way === 90) return [cross - size / 2, along, size, length]
  if (way === 0) return [along, cross - ASCENT * size, length, size]
  if (way === 90) return [cross - DESCENT * size, along, size, length]
  if (way === 180) return [-along - length, cross - DESCENT * size, length, size]
  return [cross - ASCENT * size, -along - length, size, length]
}

/** Text set twice at nearly the same place, as some programs do for bold type, is one text. */
function withoutDoubles(runs: readonly Run[]): readonly Run[] {
  const seen = new Map<string, Run[]>()
  return runs.filter((run) => {
    const alike = seen.get(run.text)
    if (!alike) seen.set(run.text, [run])
    else {
      const slip = run.size * 0.15
      if (
        alike.some(({ box }) => Math.abs(box[0] - run.box[0]) < slip && Math.abs(box[1] - run.box[1]) < slip)
      )
        return false
      alike.push(run)
    }
    return true
  })
}

const SINGLE = /^[^\x20-\x7e]$/u
const LEAST_STACKED = 3

/** Vertical text that was set character by character: single characters painted one below the other. */
function stacked(runs: readonly Run[]): readonly Run[] {
  const found: Run[] = []
  let pile: Run[] = []
  const finish = () => {
    const [top] = pile
    if (top && pile.length >= LEAST_STACKED)
      found.push({
        text: pile.map(({ text }) => text).join(''),
        box: around(pile.map(({ box }) => box)),
        size: top.size,
        way: 90,
      })
    else found.push(...pile)
    pile = []
  }
  for (const run of runs) {
    if (run.way !== 0 || !SINGLE.test(run.text)) {
      finish()
      found.push(run)
      continue
    }
    const above = pile.at(-1)
    const step = above ? (run.box[1] - above.box[1]) / run.size : 0
    if (above && (Math.abs(centre(run) - centre(above)) > 0.2 * run.size || step < 0.7 || step > 1.5))
      finish()
    pile.push(run)
  }
  finish()
  return found
}
