import type { Translations } from '../shared/lang.ts'

/** What can be found, in the order in which it is told. */
export const FOUND_KINDS = ['plan', 'node', 'indicator', 'project', 'opinion', 'document', 'line'] as const
export type FoundKind = (typeof FOUND_KINDS)[number]

/** 見つかったもの. `text` is what matched where that is not the name. */
export type Found = {
  readonly kind: FoundKind
  readonly id: string
  readonly name: string
  readonly names?: Translations
  /** The plan (or the document) it stands in, by its title. */
  readonly within?: string
  readonly plan?: string
  readonly year?: number
  readonly text?: string
  readonly page?: number
  readonly line?: number
}

export type SearchResult = {
  readonly typed: string
  readonly groups: readonly {
    readonly kind: FoundKind
    /** How many there are in all; `found` holds the first of them. */
    readonly count: number
    readonly found: readonly Found[]
  }[]
}
