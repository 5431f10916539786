import type { Tone } from '#domain/indicator/scheme.ts'
import { type Html, html } from './html.ts'
import { shapeOf } from './marks.ts'
import type { Way } from './way.ts'

/** はじめ and 目標 on the drawing, in per cent of its width; the rest is room for 後退 and for going past the target. */
const START = 24
const LENGTH = 66
const LEFTMOST = -0.25
const RIGHTMOST = 1.1
const RAIL = 34

const across = (share: number): string =>
  `${Number((START + LENGTH * Math.min(Math.max(share, LEFTMOST), RIGHTMOST)).toFixed(2))}%`

/** Something drawn around a point that stands at a share of the way. */
const at = (x: string, drawn: Html): Html => html`<svg x="${x}" y="${RAIL}" overflow="visible">${drawn}</svg>`

/**
 * 道のり: one normalised line, so that rows compare. Positions are per cent and sizes are pixels, so it needs no second
 * drawing for narrow screens and its text is never scaled. The same is said in words beside it.
 */
export function drawTrack(
  { now, expected }: Extract<Way, { kind: 'way' }>,
  tone: Tone,
  expectedLabel: string,
): Html {
  const [start, goal] = [across(0), across(1)]
  const beyond = now === undefined ? undefined : now < LEFTMOST ? '◀' : now > RIGHTMOST ? '▶' : undefined
  return html`<svg class="track ${tone}" width="100%" height="56" aria-hidden="true" focusable="false">
<line class="rail" x1="0" x2="100%" y1="${RAIL}" y2="${RAIL}"/><line class="road" x1="${start}" x2="${goal}" y1="${RAIL}" y2="${RAIL}"/>
${now !== undefined && html`<line class="gone" x1="${start}" x2="${across(now)}" y1="${RAIL}" y2="${RAIL}"/>`}
<line class="tick" x1="${start}" x2="${start}" y1="${RAIL - 10}" y2="${RAIL + 10}"/>
${
  expected &&
  html`<line class="due" x1="${across(expected.at)}" x2="${across(expected.at)}" y1="${RAIL - 18}" y2="${RAIL + 18}"/>
<text class="due-word" x="${across(Math.min(Math.max(expected.at, 0.05), 0.86))}" y="12" text-anchor="middle">${expectedLabel}</text>`
}
${at(goal, html`<path class="goalpost" d="M0-9 9 0 0 9-9 0z"/>`)}
${now !== undefined && at(across(now), drawNow(tone, beyond))}</svg>`
}

/** A white disc under the mark keeps it clear of the line. */
const drawNow = (tone: Tone, beyond: '◀' | '▶' | undefined): Html =>
  html`<circle class="clear" r="13"/><g class="me" transform="translate(-11.2 -11.2) scale(1.6)" fill="currentColor">${shapeOf(tone)}</g>${
    beyond &&
    html`<text class="beyond" x="${beyond === '◀' ? -15 : 15}" y="5" text-anchor="${beyond === '◀' ? 'end' : 'start'}">${beyond}</text>`
  }`
