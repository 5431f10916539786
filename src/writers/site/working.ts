import type { TargetKind } from '#domain/indicator/commitment.ts'
import type { WorkingStep } from '#domain/indicator/working.ts'
import { type Html, html } from './html.ts'
import { judgementWord } from './marks.ts'
import type { Page, SnapshotRow } from './page.ts'

/** 計算: every line of the working as it was published. */
export function drawWorking(page: Page, judgement: SnapshotRow['judgement']): Html {
  const { s, words } = page
  const { working, former = [] } = judgement
  return html`${
    judgement.kind === 'ungraded' && html`<p>${words.ungraded(judgement.why, judgement.detail)}${s.stop}</p>`
  }${
    working.length > 0
      ? html`<dl class="kv">${working.map((step) => drawStep(page, step))}</dl>`
      : judgement.kind === 'graded' && html`<p class="quiet">${s.noWorking}</p>`
  }${former.map((each) => html`<p class="quiet">${s.former(each.target, judgementWord(page, each))}</p>`)}`
}

function drawStep({ words }: Page, step: WorkingStep): Html {
  const { what, expression, result, comparison, holds, grade, detail } = step
  const said =
    what === 'kind' && result
      ? (words.targetKind[result as TargetKind] ?? result)
      : [expression, result].filter((part) => part !== undefined).join(' ＝ ')
  const outcome = grade === undefined ? '' : ` → ${holds ? grade : words.indicator.notThis(grade)}`
  const note = words.workingNote(what, detail)
  return html`<div><dt>${words.working[what]}</dt><dd>${said}${
    comparison &&
    html`${said && ' '}<span class="${holds ? 'holds' : 'fails'}">${comparison}${outcome}</span>`
  }${note && html`<span class="note">${note}</span>`}</dd></div>`
}
