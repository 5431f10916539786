import { data, type MiddlewareFunction } from 'react-router'
import { servingContext } from './context.ts'

/**
 * Whether a request that changes something comes from a page of ours. A browser names the origin with every such request; what names none
 * is no browser, and has no cookie to borrow. Behind a proxy our host is the one that it forwards, or the configured one.
 */
export function isOwnOrigin({ method, headers }: Pick<Request, 'method' | 'headers'>, base: string): boolean {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return true
  const origin = headers.get('origin')
  if (origin === null) return !/^(cross-site|same-site)$/.test(headers.get('sec-fetch-site') ?? '')
  if (!URL.canParse(origin)) return false
  const forwarded = headers.get('x-forwarded-host')?.split(',')[0]?.trim()
  return [forwarded, headers.get('host'), new URL(base).host].includes(new URL(origin).host)
}

/** Stands before every route, with a page or without: a form of a stranger's page changes nothing. */
export const refuseStrangers: MiddlewareFunction<Response> = ({ request, context }, next) => {
  if (!isOwnOrigin(request, context.get(servingContext).baseUrl)) throw data({ why: 'another-origin' }, 403)
  return next()
}
