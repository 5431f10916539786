import type { Lang } from '#domain/shared/lang.ts'

/**
 * 言語の一覧: each in its own script. Japanese has no prefix in addresses; the others stand below their BCP 47 tag as it is written
 * there, case and all, so that `/zh-Hant` in an address and `lang="zh-Hant"` in a page are one word.
 */
export const LANGUAGES: readonly { readonly lang: Lang; readonly name: string }[] = [
  { lang: 'ja', name: '日本語' },
  { lang: 'en', name: 'English' },
  { lang: 'zh-Hant', name: '繁體中文' },
]

/** '' · '/en' · '/zh-Hant', to be put before a path. */
export const prefixOf = (lang: Lang): string => (lang === 'ja' ? '' : `/${lang}`)

/** The language that a path is in. */
export const langOfPath = (path: string): Lang =>
  LANGUAGES.find(({ lang }) => lang !== 'ja' && (path === `/${lang}` || path.startsWith(`/${lang}/`)))
    ?.lang ?? 'ja'

/** The same page in another language. */
export function pathIn(lang: Lang, path: string): string {
  const plain = path.slice(prefixOf(langOfPath(path)).length) || '/'
  const prefix = prefixOf(lang)
  return plain === '/' && prefix ? prefix : `${prefix}${plain}`
}
