import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { HydratedRouter } from 'react-router/dom'
import type { Lang } from '#domain/shared/lang.ts'
import type { Words } from '#words/words.ts'
import { langOf } from './paths.ts'
import { tellWords } from './words.tsx'

const WORDS: Readonly<Record<Lang, () => Promise<Words>>> = {
  ja: async () => (await import('#words/ja.ts')).ja,
  en: async () => (await import('#words/en.ts')).en,
  'zh-Hant': async () => (await import('#words/zh-Hant.ts')).zhHant,
}

tellWords(await WORDS[langOf(window.location)]())
startTransition(() => {
  hydrateRoot(document, <HydratedRouter />)
})
