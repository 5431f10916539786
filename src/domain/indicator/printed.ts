import { printDecimal } from '../shared/rational.ts'
import type { PrintedValue, Qualifier } from './commitment.ts'

const BEFORE: Readonly<Partial<Record<Qualifier, string>>> = { about: '約' }
const AFTER: Readonly<Partial<Record<Qualifier, string>>> = {
  roughly: '程度',
  'at-least': '以上',
  'at-most': '以下',
  estimated: '（推計）',
  cumulative: '（累計）',
}

/** A value with its qualifier, as a document prints it: 「7,000以上」「約70」. */
export const writePrintedValue = ({ value, qualifier }: Pick<PrintedValue, 'value' | 'qualifier'>): string =>
  `${(qualifier && BEFORE[qualifier]) ?? ''}${printDecimal(value)}${(qualifier && AFTER[qualifier]) ?? ''}`
