import { type Draft, type DraftIndicator, type DraftValue, entriesOf } from '#domain/document/draft.ts'

const COMPARATOR: Readonly<Record<string, string>> = { 'at-least': '>=', 'at-most': '<=' }

const valueIn = ({ value }: DraftValue): number | string =>
  typeof value === 'string' ? Number(value) : value.words

/** There an indicator is a quantity with a baseline, a target or an actual; a name alone is none. */
const hasValue = ({ baseline, targets, actuals }: DraftIndicator): boolean =>
  baseline !== undefined || targets.length + actuals.length > 0

/** A draft in the answer schema of the corpus, so that it can be scored. */
export function corpusAnswer(draft: Draft) {
  return {
    source: draft.document,
    indicators: entriesOf(draft, 'indicator')
      .filter(hasValue)
      .map((entry) => ({
        name: entry.name,
        unit: entry.unit ?? null,
        baseline: entry.baseline
          ? { value: valueIn(entry.baseline), year: entry.baseline.year ?? null }
          : null,
        targets: entry.targets.map((target) => ({
          value: valueIn(target),
          year: target.year ?? null,
          comparator: COMPARATOR[target.qualifier ?? ''] ?? null,
        })),
        actuals: entry.actuals.map((actual) => ({ value: valueIn(actual), year: actual.year ?? null })),
        cumulative: entry.cumulative ?? null,
        relisted: entry.relisted,
        note: entry.note ?? null,
        grade: entry.grade ?? null,
        confidence: entry.grounds.confidence,
        rule: entry.grounds.rule,
      })),
    projects: entriesOf(draft, 'project')
      .filter(({ amount }) => amount !== undefined)
      .map((entry) => ({
        name: entry.name,
        budgetThousandYen: entry.amount ? entry.amount.yen / 1000 : null,
        previousThousandYen: entry.previous && entry.previous !== 'none' ? entry.previous.yen / 1000 : null,
        confidence: entry.grounds.confidence,
        rule: entry.grounds.rule,
      })),
    donationEstimateThousandYen:
      (entriesOf(draft, 'donation')[0]?.estimate.yen ?? null) === null
        ? null
        : (entriesOf(draft, 'donation')[0]?.estimate.yen ?? 0) / 1000,
  }
}
