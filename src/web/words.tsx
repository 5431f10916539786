import { useLocation } from 'react-router'
import type { Lang } from '#domain/shared/lang.ts'
import { en } from '#words/en.ts'
import { ja } from '#words/ja.ts'
import type { Words } from '#words/words.ts'
import { zhHant } from '#words/zh-Hant.ts'
import { langOf } from './paths.ts'

const WORDS: Readonly<Record<Lang, Words>> = { ja, en, 'zh-Hant': zhHant }

export const wordsOf = (lang: Lang): Words => WORDS[lang]

/** The words of the page's language. */
export const useWords = (): Words => wordsOf(langOf(useLocation()))
