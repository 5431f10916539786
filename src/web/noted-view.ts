import type { View } from '#store/audit.ts'
import { pathIn } from '#words/languages.ts'
import { langOf } from './paths.ts'

/** A view as the audit keeps it: the page without its language; the question and the address stand in what can be erased. */
export function viewOf({
  url,
  status,
  client,
  ...about
}: Pick<View, 'kind' | 'at' | 'person' | 'role'> & {
  readonly url: URL
  readonly status: number
  readonly client: string
}): View {
  const page = pathIn('ja', url.pathname.replace(/(\/_)?\.data$/, '')).replace(/^\/g\/[^/]+/, '')
  return {
    ...about,
    action: 'view',
    subject: page === '' ? '/' : page,
    body: JSON.stringify({ query: url.search.slice(0, 500), status, lang: langOf(url), address: client }),
  }
}

/** Whether what was thrown keeps somebody out who is known. */
export const isForbidden = (thrown: unknown): boolean =>
  typeof thrown === 'object' &&
  thrown !== null &&
  'init' in thrown &&
  (thrown.init as { status?: number } | null)?.status === 403
