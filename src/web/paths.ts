import { useLocation, useParams } from 'react-router'

export type Lang = 'ja' | 'en'

export const langOf = (url: { readonly pathname: string }): Lang =>
  url.pathname === '/en' || url.pathname.startsWith('/en/') ? 'en' : 'ja'

/** The same page in another language. */
export function inLang(lang: Lang, { pathname, search }: { pathname: string; search: string }): string {
  const plain = pathname === '/en' ? '/' : pathname.replace(/^\/en\//, '/')
  return `${lang === 'en' ? (plain === '/' ? '/en' : `/en${plain}`) : plain}${search}`
}

/** What stays with the reader from page to page: the fiscal year and the moment. */
const CARRIED = ['year', 'asOf', 'scheme']

/** Links that keep language, fiscal year and moment. */
export function useHere() {
  const location = useLocation()
  const { code = '' } = useParams()
  const lang = langOf(location)
  const prefix = lang === 'en' ? '/en' : ''
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
