/** 言語: as BCP 47 writes them, case and all. */
export type Lang = 'ja' | 'en' | 'zh-Hant'

/** 訳: what stands beside a Japanese text in other languages. */
export type Translations = Readonly<Partial<Record<Exclude<Lang, 'ja'>, string>>>

/** 名前のあるもの: the Japanese name, and others where somebody wrote them. A plan has titles. */
export type Named =
  | { readonly name: string; readonly names?: Translations | undefined }
  | { readonly title: string; readonly titles?: Translations | undefined }

/** 名前: in a language where it was written, else in Japanese; `lang` says in which one it stands. */
export function naming(lang: Lang, thing: Named): { readonly text: string; readonly lang: Lang } {
  const [japanese, others] = 'title' in thing ? [thing.title, thing.titles] : [thing.name, thing.names]
  const other = lang === 'ja' ? undefined : others?.[lang]
  return other ? { text: other, lang } : { text: japanese, lang: 'ja' }
}

/** The same as plain text, for a sentence or an attribute. */
export const nameIn = (lang: Lang, thing: Named): string => naming(lang, thing).text
