import { finalTarget } from '#domain/indicator/target-kind.ts'
import { baselineYear, figure, pair, plainFigure, unitIn, yearWord } from './figures.ts'
import { type Html, html } from './html.ts'
import { drawDetails } from './indicator-details.ts'
import { judgementMark } from './marks.ts'
import {
  anchorOf,
  indicatorNamed,
  inJapanese,
  nameOf,
  nodeName,
  type Page,
  type Promised,
  plainName,
} from './page.ts'
import { type Present, presentOf } from './present.ts'
import { drawTrack } from './track.ts'
import { type Way, wayOf } from './way.ts'

/** One indicator: mark and word, name, いま, はじめ and 目標 on the 道のり, and all that it rests on below. */
export function drawIndicator(page: Page, row: Promised): Html {
  const { s, words } = page
  const present = presentOf(page, row)
  const way = wayOf(page, row, present.value)
  const named = indicatorNamed(row)
  const { judgement } = row
  return html`<li class="ind" id="${anchorOf(row.commitment)}">
<p class="ind-grade">${judgementMark(page, row)}</p>
<div class="ind-name"><p class="quiet">${hangsOn(page, row)}</p><h4>${nameOf(page, named)}</h4>${
    judgement.kind === 'ungraded' &&
    html`<p class="why">${words.ungraded(judgement.why, judgement.detail)}${s.stop}</p>`
  }</div>
<dl class="ind-now">${pair(s.current, present.said, ...present.notes)}</dl>
<div class="ind-way">${drawWay(page, row, way, present)}</div>
${drawDetails(page, row, plainName(page, named))}</li>
`
}

/** 数値目標 where it hangs on the goal itself, else the name of the program. */
const hangsOn = (page: Page, { place, goal }: Promised): Html =>
  place.node.id === goal
    ? html`${page.s.goalTarget}`
    : html`${inJapanese(page, place.level.name)} ${nodeName(page, place)}`

function drawWay(page: Page, row: Promised, way: Way, present: Present): Html {
  const { s } = page
  if (way.kind === 'way') {
    const label = way.expected ? `${s.paceShort} ${way.expected.value}${unitText(row)}` : ''
    return html`${drawTrack(way, row.judgement.tone, label)}<p class="vh">${saidWay(page, row, way, present)}</p>${ends(page, row, s.target)}`
  }
  if (way.kind === 'none')
    return html`${ends(page, row, s.target)}${way.why && html`<p class="quiet">${s.noWayWithoutBaseline}</p>`}`
  const { aim, margin } = way
  const word = !margin?.short ? s.margin : aim.better === 'steady' ? s.offBy : s.shortBy
  const kind = page.words.targetKind[aim.kind]
  const left =
    margin &&
    html`<span class="nb">${margin.value}<small class="unit">${inJapanese(page, unitText(row))}</small></span>`
  return html`${ends(page, row, s.limit, left && pair(word, left))}<p class="quiet kind">${kind}</p>`
}

const unitText = (row: Promised) => (unitIn(row) === 'not-stated' ? '' : unitIn(row))

/** はじめ and 目標 with their years; what the plan does not state is said. */
function ends(page: Page, row: Promised, limitWord: string, third?: Html): Html {
  const { s, words } = page
  const { of, indicator } = row
  const target = finalTarget(of)
  const notStated = html`<span class="none">${words.app.notStated}</span>`
  const start =
    of.baseline === 'not-stated'
      ? pair(s.start, notStated)
      : pair(s.start, figure(page, of.baseline, unitIn(row)), baselineYear(page, row))
  const goal = target
    ? pair(limitWord, figure(page, target, unitIn(row)), yearWord(page, indicator, target.year))
    : pair(limitWord, notStated)
  return html`<dl class="ends${third && ' three'}">${start}${goal}${third}</dl>`
}

function saidWay(page: Page, row: Promised, way: Extract<Way, { kind: 'way' }>, { value }: Present): string {
  const { s } = page
  const target = finalTarget(row.of)
  if (row.of.baseline === 'not-stated' || !target) return ''
  const said = s.waySaid(
    plainFigure(page, row.of.baseline, unitIn(row)),
    plainFigure(page, target, unitIn(row)),
    way.expected ? `${way.expected.value}${unitText(row)}` : '',
    value ? plainFigure(page, value, unitIn(row)) : '',
  )
  const { now } = way
  return `${said}${now !== undefined && now < -0.25 ? ` ${s.beforeStart}` : ''}${now !== undefined && now > 1.1 ? ` ${s.pastTarget}` : ''}`
}
