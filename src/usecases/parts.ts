import type { Part } from '#domain/cycle/check-answer.ts'
import { actualOf } from '#domain/cycle/check-answer.ts'
import type { Indicator } from '#domain/indicator/indicator.ts'
import { currentActuals } from '#domain/indicator/series.ts'
import { listActuals } from '#store/actuals.ts'
import { findIndicators } from '#store/plans.ts'
import { listAnswers } from '#store/reports.ts'
import type { ReadTx } from '#store/transaction.ts'

/** 内訳 of those indicators that have any, each with what is entered or recorded of it for the year. */
export async function partsOf(
  tx: ReadTx,
  year: number,
  indicators: readonly Indicator[],
): Promise<ReadonlyMap<string, readonly Part[]>> {
  const wholes = indicators.filter(({ parts = [] }) => parts.length > 0)
  if (wholes.length === 0) return new Map()
  const ids = [...new Set(wholes.flatMap(({ parts = [] }) => parts))]
  const known = new Map((await findIndicators(tx, ids)).map((each) => [each.id, each]))
  const answers = new Map((await listAnswers(tx, year, ids)).map((each) => [each.indicator, each]))
  const records = Map.groupBy(await listActuals(tx, ids), ({ indicator }) => indicator)
  const part = (id: string): Part => {
    const { name, names } = known.get(id) ?? { name: id, names: undefined }
    const answer = answers.get(id)
    const actual =
      (answer && actualOf(year, answer.fields)) ??
      currentActuals(records.get(id) ?? []).findLast((each) => each.year === year)
    return {
      ...{ name, ...(names ? { names } : {}) },
      ...(actual?.kind === 'known' ? { value: actual.value } : {}),
    }
  }
  return new Map(wholes.map(({ id, parts = [] }) => [id, parts.map(part)]))
}
