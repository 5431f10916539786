import type { Box } from './box.ts'

export type LineBlock = {
  readonly kind: 'line'
  readonly text: string
  readonly box: Box
  readonly size: number
}

export type CellBlock = {
  readonly text: string
  readonly box: Box
  readonly columns?: number
  readonly rows?: number
}

export type TableBlock = {
  readonly kind: 'table'
  readonly box: Box
  readonly rows: readonly (readonly CellBlock[])[]
}

export type Block = LineBlock | TableBlock
