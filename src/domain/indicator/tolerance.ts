import { type Decimal, decimal, isDecimal } from '../shared/decimal.ts'
import type { Scheme } from './scheme.ts'

/** 許容差 that applies: the commitment's own, the survey's, the scheme's for surveys counted in % or ポイント, else none. */
export function toleranceOf(
  commitment: { readonly tolerance?: Decimal },
  indicator: { readonly survey?: { readonly tolerancePoints?: number }; readonly unit: string },
  scheme: Scheme,
): { readonly value: Decimal; readonly from: 'commitment' | 'survey' | 'scheme' | 'none' } {
  if (commitment.tolerance !== undefined) return { value: commitment.tolerance, from: 'commitment' }
  const points = indicator.survey?.tolerancePoints
  if (points !== undefined && isDecimal(String(points)))
    return { value: decimal(String(points)), from: 'survey' }
  const inPoints = ['%', '％', 'ポイント', 'pt'].includes(indicator.unit)
  return indicator.survey && inPoints && scheme.surveyTolerance !== undefined
    ? { value: scheme.surveyTolerance, from: 'scheme' }
    : { value: decimal('0'), from: 'none' }
}
