import { useLocation } from 'react-router'
import type { Lang } from '#domain/shared/lang.ts'
import type { Words } from '#words/words.ts'
import { langOf } from './paths.ts'

const told = new Map<Lang, Words>()

/** The server is told every language when it starts; a browser is told that of its page alone, and loads the page anew for another. */
export const tellWords = (words: Words): void => {
  told.set(words.lang, words)
}

export function wordsOf(lang: Lang): Words {
  const words = told.get(lang) ?? [...told.values()][0]
  if (!words) throw new Error('no words were told before they were asked for')
  return words
}

/** The words of the page's language. */
export const useWords = (): Words => wordsOf(langOf(useLocation()))
