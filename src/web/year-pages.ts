import type { PlanYear } from '#domain/cycle/plan-year.ts'
import { DEFAULT_SCHEME } from '#domain/indicator/schemes/all.ts'
import { inForce, listEditions, type PlanHeader } from '#store/plans.ts'
import type { ReadTx } from '#store/transaction.ts'
import { viewYear } from '#usecases/year.ts'

/** 判定の型 asked for by the address, or the default. */
export const askedScheme = (url: URL): string => url.searchParams.get('scheme') ?? DEFAULT_SCHEME.id

/** What was not found, for the error page: the plan, its edition, the scheme or the year that the address names. */
export const missingOf = (why: string, plan: string, url: URL): string =>
  why === 'no-such-scheme'
    ? askedScheme(url)
    : why === 'year-outside-plan'
      ? (url.searchParams.get('year') ?? url.pathname.split('/').at(-1) ?? '')
      : (url.searchParams.get('edition') ?? plan)

const covers = ({ period }: PlanHeader, year: number) =>
  year <= period.to && (period.from === 'not-stated' || year >= period.from)

/** The plans that cover a year (drafts are no plans yet), each judged for it; those without any indicator are left out. */
export async function plansOfYear(tx: ReadTx, year: number, scheme: string): Promise<readonly PlanYear[]> {
  const headers = inForce(await listEditions(tx)).filter(
    (header) => header.edition.stage !== 'draft' && covers(header, year),
  )
  const judged: PlanYear[] = []
  for (const { id } of headers) {
    const viewed = await viewYear(tx, { plan: id, year }, scheme)
    if (viewed.ok && viewed.value.rows.length > 0) judged.push(viewed.value)
  }
  return judged
}
