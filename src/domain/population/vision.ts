import type { Choice } from './lab.ts'

/** 残した想定 (saved scenario): a choice with its name and reason, and what it came to on the dataset it was made with. */
export type SavedScenario = {
  readonly id: string
  readonly name: string
  readonly reason: string
  readonly choice: Choice
  /** Whose targets, where the choice is a plan's. */
  readonly plan?: string
  /** Id of the statistics dataset, and the base year in it. */
  readonly dataset: string
  readonly base: number
  readonly to: number
  /** 総人口 by year, as computed then. */
  readonly totals: readonly { readonly year: number; readonly people: number }[]
  readonly savedAt: string
  readonly savedBy: string
}

/** 人口ビジョンへの採用: the scenario that a plan takes as its vision. */
export type AdoptedVision = {
  readonly plan: string
  readonly scenario: SavedScenario
  readonly reason: string
  readonly adoptedAt: string
  readonly adoptedBy: string
}
