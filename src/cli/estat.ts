import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import type { EstatSettings } from './terminal.ts'

/** The API gives at most so many values a call; a table of all municipalities takes about fifteen calls. */
const MOST_PAGES = 200

/**
 * e-Stat API 3.0 の統計表を取る: page after page until there is no NEXT_KEY, as one JSON list, just as it could be saved to a file. Not tried against
 * the live API. The appId goes nowhere but into the request.
 */
export async function fetchEstat(
  { appId, url }: EstatSettings,
  statsDataId: string,
  tell: (text: string) => void,
): Promise<Outcome<Uint8Array, 'estat-without-app-id' | 'estat-unreachable'>> {
  if (!appId) return refuse('estat-without-app-id')
  const pages: unknown[] = []
  let next: string | undefined
  do {
    const address = new URL(url)
    const asked = {
      appId,
      statsDataId,
      metaGetFlg: 'Y',
      cntGetFlg: 'N',
      ...(next ? { startPosition: next } : {}),
    }
    for (const [key, value] of Object.entries(asked)) address.searchParams.set(key, value)
    const page = await fetch(address, { signal: AbortSignal.timeout(120_000) })
      .then(
        async (answer) =>
          answer.ok ? ((await answer.json()) as unknown) : new Error(`HTTP ${answer.status}`),
        (error: Error) => error,
      )
      .catch((error: Error) => error)
    if (page instanceof Error)
      return refuse('estat-unreachable', { reason: page.message.replaceAll(appId, '…') })
    pages.push(lasting(page))
    tell(`e-Stat ${statsDataId}: ${pages.length}\n`)
    next = nextKey(page)
  } while (next !== undefined && pages.length < MOST_PAGES)
  return done(new TextEncoder().encode(JSON.stringify(pages)))
}

/** What the table says, without the time of the answer: the same table fetched again is the same bytes, and no new vintage. */
function lasting(page: unknown): unknown {
  const { GET_STATS_DATA: { RESULT, STATISTICAL_DATA } = {} } = page as {
    GET_STATS_DATA?: { RESULT?: { STATUS?: unknown; ERROR_MSG?: unknown }; STATISTICAL_DATA?: unknown }
  }
  const result = { STATUS: RESULT?.STATUS, ERROR_MSG: RESULT?.ERROR_MSG }
  return { GET_STATS_DATA: { RESULT: result, STATISTICAL_DATA } }
}

function nextKey(page: unknown): string | undefined {
  type Answer = { GET_STATS_DATA?: { STATISTICAL_DATA?: { RESULT_INF?: { NEXT_KEY?: string | number } } } }
  const key = (page as Answer).GET_STATS_DATA?.STATISTICAL_DATA?.RESULT_INF?.NEXT_KEY
  return key === undefined ? undefined : String(key)
}
