import type { BySex } from './population.ts'

/**
 * 仮定値 (rates) of one five-year step, in IPSS's form. Arrays have one entry for each source group: entry `a` carries group `a` to
 * `a + 1`; the last carries the two oldest groups together into the open one.
 */
export type StepRates = {
  /** 生残率. */
  readonly survival: BySex<readonly number[]>
  /** 純移動率, added to the survival rate. Absent = no migration. */
  readonly migration?: BySex<readonly number[]>
  /** 純移動数, in persons by the group they arrive in (0–4 included): needed where the source cohort is 0. */
  readonly additive?: BySex<readonly number[]>
  /** 子ども女性比: children of 0–4 for each woman of 15–49 after the step. */
  readonly childWomanRatio: number
  /** 0–4歳の男の割合. IPSS prints the ratio r per 100 girls: r ÷ (100 + r). */
  readonly maleShare: number
}

/** 0–4歳性比 (males per 100 females) as a share. 105.2 → 0.5127. */
export const maleShareOf = (perHundredFemales: number): number =>
  perHundredFemales / (100 + perHundredFemales)
