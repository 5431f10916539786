import type { Config } from './config.ts'

/**
 * Where a request came from. What a browser says of itself in X-Forwarded-For is believed only where the operator says that a proxy of
 * theirs stands in front, and then its last word.
 */
export function clientOf(
  request: { readonly headers: Headers },
  address: string,
  { SHIRUBE_BEHIND_PROXY }: Pick<Config, 'SHIRUBE_BEHIND_PROXY'>,
): string {
  const last = request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
  return SHIRUBE_BEHIND_PROXY && last ? last : address
}
