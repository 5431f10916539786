import type { TargetKind } from '#domain/indicator/commitment.ts'
import type { WorkingStep } from '#domain/indicator/working.ts'
import { type Html, html } from './html.ts'
import { gradeWord, judgementWord } from './marks.ts'
import type { Page, SnapshotRow } from './page.ts'

type Judged = SnapshotRow['judgement']

/** 計算: every line of the working as it was published. */
export function drawWorking(page: Page, judgement: Judged): Html {
  const { s, words } = page
  const { working, former = [] } = judgement
  return html`${
    judgement.kind === 'ungraded' && html`<p>${words.ungraded(judgement.why, judgement.detail)}${s.stop}</p>`
  }${
    working.length > 0
      ? html`<dl class="kv">${working.map((step) => drawStep(page, judgement, step))}</dl>`
      : judgement.kind === 'graded' && html`<p class="quiet">${s.noWorking}</p>`
  }${former.map((each) => html`<p class="quiet">${s.former(each.target, judgementWord(page, each))}</p>`)}`
}

function drawStep(page: Page, judgement: Judged, step: WorkingStep): Html {
  const { words } = page
  const { what, expression, result, comparison, holds, grade, detail } = step
  const said =
    what === 'kind' && result
      ? (words.targetKind[result as TargetKind] ?? result)
      : [expression, result].filter((part) => part !== undefined).join(' ＝ ')
  const word = grade === undefined ? '' : wordOf(page, judgement, grade)
  const outcome = word && ` → ${holds ? word : words.indicator.notThis(word)}`
  const note = words.workingNote(what, detail)
  return html`<div><dt>${words.working[what]}</dt><dd>${said}${
    comparison &&
    html`${said && ' '}<span class="${holds ? 'holds' : 'fails'}">${comparison}${outcome}</span>`
  }${note && html` <span class="note">${note}</span>`}</dd></div>`
}

/** The scheme's word for a grade, from its table for this kind of target: one sign may have two words. */
function wordOf(page: Page, judgement: Judged, grade: string): string {
  const { tables, scales = [] } = page.snapshot.scheme
  const kind = judgement.working.find(({ what }) => what === 'kind')?.result
  const all = [...tables, ...scales.flatMap((scale) => scale.tables)]
  const own = all.filter(({ kinds }) => kinds.some((each) => each === kind))
  const step = [...own, ...all].flatMap(({ steps }) => steps).find((each) => each.grade === grade)
  return step ? gradeWord(page, step.grade, step.label) : grade
}
