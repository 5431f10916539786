/** 記載なし (not-stated): the document does not say, and nobody has settled it. It is shown, never guessed. */
export type Stated<T> = T | 'not-stated'

export const isStated = <T>(value: Stated<T>): value is T => value !== 'not-stated'
