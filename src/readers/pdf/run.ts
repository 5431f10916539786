import type { Box, Way } from './box.ts'

/** 字の並び (run): characters that were set one after the other without a gap. The box is one em high, whatever the font. */
export type Run = { readonly text: string; readonly box: Box; readonly size: number; readonly way: Way }

/** 罫線 (rule): a horizontal or vertical line as drawn, thin rectangles included. */
export type Rule = {
  readonly across: boolean
  /** y of a horizontal rule, x of a vertical one. */
  readonly at: number
  readonly from: number
  readonly to: number
}

export const right = ({ box }: { readonly box: Box }): number => box[0] + box[2]
export const bottom = ({ box }: { readonly box: Box }): number => box[1] + box[3]
export const middle = ({ box }: { readonly box: Box }): number => box[1] + box[3] / 2
export const centre = ({ box }: { readonly box: Box }): number => box[0] + box[2] / 2
