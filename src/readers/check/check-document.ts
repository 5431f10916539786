import type { Draft } from '#domain/document/draft.ts'
import type { SourceDocument } from '#domain/document/source-document.ts'
import { readPlan } from '../grammar/read-plan.ts'
import { markOf } from './accepted.ts'
import { bookedElsewhere, copiedAmount, severalNames, strongerButLess, twoBudgets } from './budget-rules.ts'
import {
  formerTarget,
  headingYearFalse,
  kpiLacks,
  outputAsOutcome,
  partYearBaseline,
  percentForPoints,
  targetEasier,
  targetYearDoubtful,
} from './indicator-rules.ts'
import { countedThrough, linesNamed, type RemarkPlace, type Spot } from './places.ts'
import { balances, baselineFarFromText, partsAndWhole, yearsContradict } from './population-rules.ts'
import { linesOf, type Remark, type Rule } from './remark.ts'
import {
  footnoteUndefined,
  numberingDisagrees,
  oneWayRelated,
  promisedIndicators,
  promisedList,
} from './text-rules.ts'

/** Every rule, each about one kind of doubt. */
export const RULES: readonly Rule[] = [
  yearsContradict,
  partsAndWhole,
  balances,
  baselineFarFromText,
  kpiLacks,
  headingYearFalse,
  targetYearDoubtful,
  partYearBaseline,
  percentForPoints,
  targetEasier,
  outputAsOutcome,
  formerTarget,
  promisedList,
  promisedIndicators,
  numberingDisagrees,
  footnoteUndefined,
  oneWayRelated,
  twoBudgets,
  bookedElsewhere,
  strongerButLess,
  copiedAmount,
  severalNames,
]

/** A remark with the mark by which it can be accepted, and the places that it points to, the first one first. */
export type Marked = Remark & Spot & { readonly mark: string; readonly places: readonly RemarkPlace[] }

/**
 * 計画を確かめる: reports, in the order of its lines, what does not hold together in a document. `draft` is what the plan grammar made
 * of it, where the caller has it already.
 */
export function checkDocument(given: SourceDocument, draft: Draft = readPlan(given)): readonly Marked[] {
  const { document, spotOf, counted } = countedThrough(given)
  const checked = { document, lines: linesOf(document), draft: counted(draft) }
  return RULES.flatMap((rule) => rule(checked))
    .toSorted((a, b) => a.line - b.line)
    .map((each) => {
      const { lines: _, ...detail } = each.detail ?? {}
      return {
        ...each,
        ...spotOf(each.line),
        detail,
        mark: markOf(each, checked.lines),
        places: linesNamed(each, checked.lines).map(({ line, text }) => ({ ...spotOf(line), text })),
      }
    })
}
