import type { PrintedValue } from '#domain/indicator/commitment.ts'
import type { Source } from '#domain/shared/source.ts'
import { baselineYear, figure, pair, unitIn, yearWord } from './figures.ts'
import { type Html, html, weave } from './html.ts'
import { inJapanese, type Page, type Promised } from './page.ts'

/** 資料・節・ページ・行 of a value in the plan. */
export function drawPlace(page: Page, source: Source | undefined): Html {
  const { s, plan } = page
  if (!source) return html`<span class="none">${s.noSource}</span>`
  const document = plan.documents.find(({ id }) => id === source.document) ?? plan.documents[0]
  return html`${document && inJapanese(page, document.title)} ${source.section && [inJapanese(page, source.section), ' ']}<span class="nb">${s.place(source.page, source.line, source.to)}</span>`
}

/** どこから来たか: baseline and targets with their place in the plan, and what a person settled where the plan is silent. */
export function drawOrigins(page: Page, row: Promised): Html {
  const { s, words } = page
  const { of, indicator } = row
  const told = (value: PrintedValue, year: string) =>
    html`${figure(page, value, unitIn(row))} <small>${year}</small>${
      value.printed && html`<br><small>${s.printed}${inJapanese(page, value.printed)}</small>`
    }`
  const { baseline } = of
  return html`<dl class="kv">${
    baseline === 'not-stated'
      ? pair(s.originOf.baseline, html`<span class="none">${words.app.notStated}</span>`)
      : pair(
          s.originOf.baseline,
          told(baseline, baselineYear(page, row)),
          drawPlace(page, baseline.source ?? of.source),
        )
  }${of.targets.map((target) =>
    pair(
      s.originOf[target.role === 'final' ? 'target' : target.role],
      told(target, yearWord(page, indicator, target.year)),
      drawPlace(page, target.source ?? of.source),
    ),
  )}${
    of.targets.length === 0 && pair(s.originOf.target, html`<span class="none">${words.app.notStated}</span>`)
  }${indicator.definition !== undefined && pair(s.definition, inJapanese(page, indicator.definition))}${pair(
    s.dataSource,
    indicator.dataSource === 'not-stated'
      ? html`<span class="none">${words.app.notStated}</span>`
      : inJapanese(page, indicator.dataSource),
  )}</dl>${(indicator.settled ?? []).map(
    ({ what, value, on, reason }) =>
      html`<p class="quiet">${weave((put) =>
        s.settled(
          s.settledWhat(what),
          put(settledValue(page, value)),
          s.insideOffice,
          on,
          put(inJapanese(page, reason)),
        ),
      )}</p>`,
  )}${of.note !== undefined && html`<p class="quiet">${s.note}${inJapanese(page, of.note)}</p>`}`
}

/** A settled code in words; a unit or a year stays as it was written. */
const settledValue = (page: Page, value: string): Html => {
  const said = page.s.settledValue(value)
  return said === value ? inJapanese(page, value) : html`${said}`
}
