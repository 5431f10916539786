import { type Named, naming } from '#domain/shared/lang.ts'
import { useHere } from '../paths.ts'

/** 名前: in the page's language where it was written, else in Japanese and marked so, for screen readers and fonts. */
export function Name({ of }: { readonly of: Named }) {
  const { lang } = useHere()
  const named = naming(lang, of)
  return named.lang === lang ? named.text : <span lang={named.lang}>{named.text}</span>
}

/** A government has a Japanese name and perhaps an English one. */
export const governmentNamed = ({ name, nameEn }: { readonly name: string; readonly nameEn?: string }) => ({
  name,
  names: nameEn === undefined ? undefined : { en: nameEn },
})
