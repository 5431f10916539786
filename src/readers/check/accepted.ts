import { createHash } from 'node:crypto'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { linesNamed } from './places.ts'
import type { Line, Remark } from './remark.ts'

/**
 * 指紋 (mark) of a remark: its code and the text of its lines, whatever their numbers, so that a remark that was accepted stays so when
 * lines move, and comes back when the text changes.
 */
export function markOf(remark: Remark, lines: readonly Line[]): string {
  const text = linesNamed(remark, lines).map((each) => each.text)
  return createHash('sha256')
    .update([remark.code, ...text].join('\n'))
    .digest('hex')
    .slice(0, 12)
}

/** 承知した確認事項: by mark, with the reason why it stays. */
export type Accepted = ReadonlyMap<string, string>

/**
 * Reads a list of accepted remarks: `mark code reason` on each line, `#` for what is for people only.
 * Refused with the line that has no mark, or no reason.
 */
export function readAccepted(text: string): Outcome<Accepted, 'accepted-not-understood'> {
  const accepted = new Map<string, string>()
  for (const [at, row] of text.split(/\r?\n/).entries()) {
    if (/^\s*(#|$)/.test(row)) continue
    const [, mark, reason] = /^\s*([0-9a-f]{12})\s+[a-z-]+\s+(\S.*)$/.exec(row) ?? []
    if (!mark || !reason) return refuse('accepted-not-understood', { line: at + 1, value: row.slice(0, 60) })
    accepted.set(mark, reason.trim())
  }
  return done(accepted)
}
