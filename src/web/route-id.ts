import type { Lang } from '#domain/shared/lang.ts'

/** The id of a page's route: that of its file in Japanese, below the tag in other languages. */
export const idIn = (lang: Lang, id: string): string => (lang === 'ja' ? id : `${lang}/${id}`)
