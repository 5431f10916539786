import { isFiscalYear } from '#domain/shared/year.ts'
import { reading } from '#store/transaction.ts'
import { publicYear } from '#usecases/year.ts'
import { writeNoticePage } from '#writers/site/notice-page.ts'
import { writeYearPage } from '#writers/site/year-page.ts'
import { servingContext } from '../context.ts'
import { langOf } from '../paths.ts'
import { askedMoment } from '../visit.ts'
import { wordsOf } from '../words.tsx'
import type { Route } from './+types/public-year'

/** 公表ページ: drawn from the snapshot by the site writer; no script, no sign-in. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { store, now } = context.get(servingContext)
  const url = new URL(request.url)
  const lang = langOf(url)
  const year = Number(params.year)
  const asOf = askedMoment(url, now())
  const shown = isFiscalYear(year)
    ? await reading(store, { government: params.code, asOf }, (tx) =>
        publicYear(tx, { plan: params.plan, year }),
      )
    : undefined
  const words = wordsOf(lang)
  const html = shown
    ? writeYearPage(shown, { words, asOf, path: url.pathname })
    : writeNoticePage(words, words.trouble(404, 'not-published'))
  return new Response(html, {
    status: shown ? 200 : 404,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    },
  })
}
