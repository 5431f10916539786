import type { ja } from './ja.ts'

/** Every language says everything that Japanese says: a missing word does not compile. */
export type Words = typeof ja
