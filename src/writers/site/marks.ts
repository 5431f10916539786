import type { Graded } from '#domain/indicator/judgement.ts'
import type { Bilingual, Tone } from '#domain/indicator/scheme.ts'
import { type Html, html, trusted } from './html.ts'
import type { Page, SnapshotRow } from './page.ts'

/** ◎ ● ◐ ▲ ▼ ◌ on a square of 14, the shapes of the application and of paper. */
const SHAPES: Readonly<Record<Tone, string>> = {
  reach:
    '<circle cx="7" cy="7" r="5.6" fill="#fff" stroke="currentColor" stroke-width="1.8"/><circle cx="7" cy="7" r="2.6"/>',
  good: '<circle cx="7" cy="7" r="5.8"/>',
  fair: '<circle cx="7" cy="7" r="5.4" fill="#fff" stroke="currentColor" stroke-width="1.6"/><path d="M7 1.6a5.4 5.4 0 0 0 0 10.8z"/>',
  poor: '<path d="M7 1.4 13 12.4H1z"/>',
  bad: '<path d="M7 12.6 1 1.6h12z"/>',
  none: '<circle cx="7" cy="7" r="5.6" fill="#fff" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2.2 1.9"/>',
}

/** The shape alone, to be put into a drawing of ours. */
export const shapeOf = (tone: Tone): Html => trusted(SHAPES[tone])

/** Decorative: a word always stands beside it. */
export const mark = (tone: Tone): Html =>
  html`<svg class="mark" viewBox="0 0 14 14" fill="currentColor" aria-hidden="true" focusable="false">${shapeOf(tone)}</svg>`

const SIGN = /^[◎○●◐△▲▼◌]$/

/** The body's own letter goes before its word (「B 順調」); its sign does not, since the mark says it. */
export function gradeWord({ words }: Page, grade: string, label: Bilingual): string {
  const word = words.label(label)
  return SIGN.test(grade) || grade === word || grade === label.ja ? word : `${grade} ${word}`
}

export const marked = (tone: Tone, word: string): Html =>
  html`<span class="grade ${tone}">${mark(tone)}<span>${word}</span></span>`

/** The body's own word for what cannot be judged, else ours. */
export function ungradedWord(page: Page, judgement?: SnapshotRow['judgement']): string {
  if (judgement?.kind === 'ungraded')
    return judgement.mark ? gradeWord(page, judgement.mark.grade, judgement.mark.label) : page.s.ungraded
  const { marks } = page.snapshot.scheme.ungradable
  const only = marks.length === 1 ? marks[0] : undefined
  return only && only.why === undefined ? gradeWord(page, only.grade, only.label) : page.s.ungraded
}

export const judgementWord = (page: Page, { judgement }: Pick<SnapshotRow, 'judgement'>): string =>
  judgement.kind === 'graded' ? ownWord(page, judgement) : ungradedWord(page, judgement)

/** The grade's one word, by which it is counted, and what the judgement's own label says besides: 「遅れ（許容差のうち）」. */
function ownWord(page: Page, { grade, label }: Graded): string {
  const counted = page.snapshot.total.grades.find((each) => each.grade === grade)?.label ?? label
  const word = gradeWord(page, grade, counted)
  return counted.ja === label.ja ? word : `${word}${page.s.brackets(page.words.label(label))}`
}

export const judgementMark = (page: Page, row: Pick<SnapshotRow, 'judgement'>): Html =>
  marked(row.judgement.tone, judgementWord(page, row))
