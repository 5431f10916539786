import { fromDecimal, print, printPercent, type Rational, rational } from '../shared/rational.ts'
import type { Relisting } from './commitment.ts'
import type { Judgement } from './judgement.ts'
import type { Bilingual, Scheme, Step, Tone } from './scheme.ts'
import type { UngradedWhy } from './why-ungraded.ts'
import { holds } from './working.ts'

/** One row of the published table: a place in the plan where a commitment is shown, and what it was judged. */
export type Listed = {
  /** Where it hangs: id of the goal or other node that the count is kept by. */
  readonly under: string
  readonly judgement: Judgement
  /** 再掲: shown here, counted where it was listed first. */
  readonly relisted?: boolean
}

export type GradeCount = {
  readonly grade: string
  readonly label: Bilingual
  readonly tone: Tone
  readonly count: number
  readonly commitments: readonly string[]
}

export type WhyCount = {
  readonly why: UngradedWhy
  readonly count: number
  readonly commitments: readonly string[]
}

/**
 * 集計 (roll-up): counts by grade, zeros included, never an average of grades. Everything adds up:
 * graded + ungraded = commitments, and re-listed rows are named but not counted.
 */
export type RollUp = {
  readonly commitments: number
  readonly graded: number
  readonly grades: readonly GradeCount[]
  readonly ungraded: number
  readonly reasons: readonly WhyCount[]
  readonly relisted: number
  /** 順調の割合, with the count it is a share of. No share of nothing: undefined where the denominator is 0. */
  readonly onTrack: {
    readonly count: number
    readonly of: number
    readonly share?: Rational
    /** 「11÷17＝64.7%」. */
    readonly expression: string
    readonly ungradedInDenominator: boolean
  }
  readonly overall?: Bilingual
}

/**
 * Counts judgements made under one scheme. A commitment is counted once, in whatever order and however often it
 * is listed.
 */
export function rollUp(scheme: Scheme, listed: readonly Listed[]): RollUp {
  const judgements = countedOnce(listed).map(({ judgement }) => judgement)
  const graded = judgements.filter((each) => each.kind === 'graded')
  const ungraded = judgements.filter((each) => each.kind === 'ungraded')

  const grades = stepsOf(scheme).map(({ grade, label, tone }): GradeCount => {
    const commitments = graded.filter((each) => each.grade === grade).map((each) => each.commitment)
    return { grade, label, tone, count: commitments.length, commitments: commitments.sort() }
  })
  const reasons = [...new Set(ungraded.map(({ why }) => why))].sort().map((why): WhyCount => {
    const commitments = ungraded.filter((each) => each.why === why).map((each) => each.commitment)
    return { why, count: commitments.length, commitments: commitments.sort() }
  })

  const ungradedInDenominator = scheme.ungradable.count === 'in-denominator'
  const count = graded.filter(({ grade }) => scheme.onTrack.includes(grade)).length
  const of = graded.length + (ungradedInDenominator ? ungraded.length : 0)
  const share = of === 0 ? undefined : rational(count, of)
  const overall =
    share &&
    scheme.overall?.find(({ from }) => !from || holds(share, from.closed ? '≧' : '＞', fromDecimal(from.at)))
      ?.label
  return {
    commitments: judgements.length,
    graded: graded.length,
    grades,
    ungraded: ungraded.length,
    reasons,
    relisted: listed.length - judgements.length,
    onTrack: {
      count,
      of,
      ...(share ? { share } : {}),
      expression: share ? `${count}÷${of}＝${printPercent(share)}` : `${count}÷${print(rational(of))}`,
      ungradedInDenominator,
    },
    ...(overall ? { overall } : {}),
  }
}

/** The row by which each commitment is counted: its first that is not a 再掲, else its first. */
function countedOnce(listed: readonly Listed[]): readonly Listed[] {
  const once = new Map<string, Listed>()
  for (const row of [...listed.filter(({ relisted }) => !relisted), ...listed])
    if (!once.has(row.judgement.commitment)) once.set(row.judgement.commitment, row)
  return [...once.values()]
}

/** The grades of a scheme, each once, in the order of its tables. */
export function stepsOf(scheme: Scheme): readonly Step[] {
  const seen = new Map<string, Step>()
  for (const step of scheme.tables.flatMap(({ steps }) => steps))
    if (!step.ungraded && !seen.has(step.grade)) seen.set(step.grade, step)
  return [...seen.values()]
}

/** 目標ごとの集計 and the total. A commitment shown under two goals counts under the one it hangs on. */
export function rollUpByGoal(
  scheme: Scheme,
  listed: readonly Listed[],
): {
  readonly goals: readonly { readonly under: string; readonly rollUp: RollUp }[]
  readonly total: RollUp
} {
  const counted = countedOnce(listed)
  return {
    goals: [...new Set(listed.map(({ under }) => under))].map((under) => {
      const here = (row: Listed) => row.under === under
      const own = counted.filter(here)
      const again = listed.filter(here).length - own.length
      return { under, rollUp: { ...rollUp(scheme, own), relisted: again } }
    }),
    total: rollUp(scheme, listed),
  }
}

/** Puts 再掲 beside the judgements: one more row at the second place, marked so that it is not counted. */
export function listJudgements(
  judgements: readonly { readonly under: string; readonly judgement: Judgement }[],
  relistings: readonly Relisting[],
): readonly Listed[] {
  const byCommitment = new Map(judgements.map(({ judgement }) => [judgement.commitment, judgement]))
  const again = relistings.flatMap(({ commitment, on }): Listed[] => {
    const judgement = byCommitment.get(commitment)
    return judgement ? [{ under: on, judgement, relisted: true }] : []
  })
  return [...judgements, ...again]
}

/** 公表する表: one line a row, in the order listed, from which a resident can count every total again. */
export type TableRow = {
  readonly under: string
  readonly commitment: string
  readonly indicator: string
  readonly grade: string
  readonly tone: Tone
  readonly valueYear?: number
  readonly why?: UngradedWhy
  readonly counted: boolean
}

export function tableOf(listed: readonly Listed[]): readonly TableRow[] {
  const counted = new Set(countedOnce(listed))
  return listed.map((row) => {
    const { under, judgement } = row
    return {
      under,
      commitment: judgement.commitment,
      indicator: judgement.indicator,
      grade: judgement.kind === 'graded' ? judgement.grade : (judgement.mark?.grade ?? '◌'),
      tone: judgement.tone,
      ...(judgement.kind === 'graded' ? { valueYear: judgement.valueYear } : { why: judgement.why }),
      counted: counted.has(row),
    }
  })
}
