import { around, type Box } from './box.ts'
import { plainText } from './plain-text.ts'
import { type Run, right } from './run.ts'

/** 行の一部 (segment): what stands on one line without a gap wide enough to be a column's. */
export type Segment = { readonly text: string; readonly box: Box; readonly size: number }

/** A wider gap than this, in em, may part two columns. */
const COLUMN_GAP = 0.75
const GLUE = 0.2
const SPACE = 0.45
const SAME_LINE = 0.15
const SMALL = 0.9

const WORD = /[\x21-\x7e]/

const baseline = ({ box, size }: { box: Box; size: number }): number => box[1] + box[3] - 0.12 * size

/** Texts of one line, left to right, with the blank that the gaps between them ask for. */
export function joined(parts: readonly { text: string; box: Box; size: number }[]): string {
  let text = ''
  let end = Number.NaN
  for (const { text: next, box, size } of parts) {
    const gap = (box[0] - end) / size
    if (text !== '' && gap > GLUE) {
      if (gap >= SPACE) text += '\u3000'
      else if (WORD.test(text.at(-1) ?? '') && WORD.test(next[0] ?? '')) text += ' '
    }
    text += next
    end = box[0] + box[2]
  }
  return text
}

/** Runs on common baselines, top to bottom; superscripts and subscripts on the line they belong to. */
export function strips(runs: readonly Run[]): readonly (readonly Run[])[] {
  const found: Run[][] = []
  for (const run of runs.toSorted((a, b) => baseline(a) - baseline(b))) {
    const last = found.at(-1)
    const first = last?.[0]
    if (
      last &&
      first &&
      Math.abs(baseline(run) - baseline(first)) < SAME_LINE * Math.max(run.size, first.size)
    )
      last.push(run)
    else found.push([run])
  }
  return lifted(found).map((strip) => strip.toSorted((a, b) => a.box[0] - b.box[0]))
}

function lifted(found: readonly Run[][]): readonly Run[][] {
  const kept = found.map((strip) => [...strip])
  kept.forEach((strip, at) => {
    const size = Math.max(...strip.map((run) => run.size))
    const hosts = [kept[at - 1], kept[at + 1], kept[at - 2], kept[at + 2]].filter(
      (host): host is Run[] => !!host && host.some((run) => run.size * SMALL >= size),
    )
    for (const run of [...strip]) {
      const host = hosts.find((each) => each.some((base) => isBeside(run, base)))
      if (!host) continue
      strip.splice(strip.indexOf(run), 1)
      host.push(run)
    }
  })
  return kept.filter((strip) => strip.length > 0)
}

function isBeside(small: Run, base: Run): boolean {
  if (small.size > base.size * SMALL) return false
  const overlap =
    Math.min(small.box[1] + small.box[3], base.box[1] + base.box[3]) - Math.max(small.box[1], base.box[1])
  if (overlap < 0.25 * small.size) return false
  const reach = 0.5 * base.size
  const after = small.box[0] - right(base)
  const before = base.box[0] - right(small)
  return (after > -reach && after < reach) || (before > -reach && before < reach) || (after < 0 && before < 0)
}

export function segmentsOf(runs: readonly Run[], gap: number = COLUMN_GAP): readonly Segment[] {
  return strips(runs).flatMap((strip) => {
    const found: Segment[] = []
    let open: Run[] = []
    const finish = () => {
      if (open.length > 0) found.push(segment(open))
      open = []
    }
    for (const run of strip) {
      const last = open.at(-1)
      if (last && run.box[0] - right(last) > gap * Math.max(run.size, last.size) && !isSpacedOut(strip))
        finish()
      open.push(run)
    }
    finish()
    return found
  })
}

export const segment = (runs: readonly Run[]): Segment => ({
  text: plainText(joined(runs)),
  box: around(runs.map(({ box }) => box)),
  size: Math.max(...runs.map(({ size }) => size)),
})

const LONE = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー]$/u

/** 均等割付: three or more lone characters at even distances are one word. */
function isSpacedOut(strip: readonly Run[]): boolean {
  if (strip.length < 3 || !strip.every(({ text }) => LONE.test(text))) return false
  const steps = strip.slice(1).map((run, at) => run.box[0] - (strip[at]?.box[0] ?? 0))
  const widest = Math.max(...steps)
  return widest - Math.min(...steps) < 0.2 * widest && widest < 5 * (strip[0]?.size ?? 0)
}

const RUBY = /^[\p{sc=Hira}\p{sc=Kana}ー・\s]+$/u

/** ふりがな: small kana right above a line twice its size. Returned apart, so that it does not come between two lines. */
export function withoutRuby(segments: readonly Segment[]): {
  readonly segments: readonly Segment[]
  readonly ruby: readonly Segment[]
} {
  const small = segments.filter(({ text }) => RUBY.test(text))
  const ruby = new Set(
    small.filter((above) =>
      segments.some(
        ({ box, size, text }) =>
          above.size <= 0.62 * size &&
          !RUBY.test(text) &&
          above.box[0] > box[0] - size &&
          right(above) < box[0] + box[2] + size &&
          above.box[1] + above.box[3] > box[1] - 0.5 * size &&
          above.box[1] + above.box[3] < box[1] + 0.4 * size,
      ),
    ),
  )
  return { segments: segments.filter((each) => !ruby.has(each)), ruby: [...ruby] }
}
