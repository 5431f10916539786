import { data, type MiddlewareFunction } from 'react-router'
import { writeNoticePage } from '#writers/site/notice-page.ts'
import { langOf } from './paths.ts'
import { wordsOf } from './words.tsx'

/** Whether an address holds a NUL, which no text of ours holds and no text column takes. */
export const holdsNul = (url: string): boolean => /%00|\0/.test(url)

/**
 * Stands before every route: an address that nobody can have been given is answered as such, not as a fault of ours. Public pages are drawn
 * without the application, and so is this answer in their place.
 */
export const refuseNul: MiddlewareFunction<Response> = ({ request }, next) => {
  if (!holdsNul(request.url)) return next()
  const url = new URL(request.url)
  const why = 'address-not-understood'
  if (!/^(\/[^/]+)?\/p\//.test(url.pathname)) throw data({ why }, 400)
  const words = wordsOf(langOf(url))
  return new Response(writeNoticePage(words, words.trouble(400, why)), {
    status: 400,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    },
  })
}
