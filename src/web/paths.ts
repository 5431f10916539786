import { useLocation, useParams } from 'react-router'
import type { Lang } from '#domain/shared/lang.ts'
import { langOfPath, pathIn, prefixOf } from '#words/languages.ts'

export const langOf = ({ pathname }: { readonly pathname: string }): Lang => langOfPath(pathname)

/** What comes before a path in the language of a request, for redirects. */
export const prefixAt = ({ url }: { readonly url: string }): string => prefixOf(langOf(new URL(url)))

/** The same page in another language. */
export const inLang = (lang: Lang, { pathname, search }: { pathname: string; search: string }): string =>
  `${pathIn(lang, pathname)}${search}`

/** What stays with the reader from page to page: the fiscal year and the moment. */
const CARRIED = ['year', 'asOf', 'scheme']

/** Links that keep language, fiscal year and moment. */
export function useHere() {
  const location = useLocation()
  const { code = '' } = useParams()
  const lang = langOf(location)
  const prefix = prefixOf(lang)
  const here = new URLSearchParams(location.search)
  const carried = (change: Readonly<Record<string, string | undefined>>, from: readonly string[]) => {
    const query = new URLSearchParams()
    for (const key of from) if (here.get(key)) query.set(key, here.get(key) as string)
    for (const [key, value] of Object.entries(change)) {
      if (value === undefined) query.delete(key)
      else query.set(key, value)
    }
    const text = query.toString()
    return text ? `?${text}` : ''
  }
  return {
    lang,
    code,
    location,
    /** A page of the site, `to` without the language prefix. */
    site: (to: string) => (to === '/' && prefix ? prefix : `${prefix}${to}`),
    /** A page of this government, carrying year and moment; `change` sets or drops parameters. */
    of: (to: string, change: Readonly<Record<string, string | undefined>> = {}) =>
      `${prefix}/g/${code}${to}${carried(change, CARRIED)}`,
    /** This very page with other parameters. */
    here: (change: Readonly<Record<string, string | undefined>>) =>
      `${location.pathname}${carried(change, [...here.keys()])}`,
  }
}
