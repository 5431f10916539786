import { useLocation } from 'react-router'
import { en } from '#words/en.ts'
import { ja } from '#words/ja.ts'
import type { Words } from '#words/words.ts'
import { type Lang, langOf } from './paths.ts'

export const wordsOf = (lang: Lang): Words => (lang === 'en' ? en : ja)

/** The words of the page's language. */
export const useWords = (): Words => wordsOf(langOf(useLocation()))
