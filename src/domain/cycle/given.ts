import { type Action, type Actor, can } from '../access/can.ts'
import type { Judgement } from '../indicator/judgement.ts'
import type { Bilingual, Scheme, Tone } from '../indicator/scheme.ts'
import { done, type Outcome, refuse } from '../shared/outcome.ts'

/** 一次（担当課）・二次（企画）・委員会（外部）: whose judgement it is. Each is a record of its own beside the computed one. */
export const GIVEN_STAGES = ['first', 'second', 'committee'] as const
export type GivenStage = (typeof GIVEN_STAGES)[number]

export type Grade = { readonly grade: string; readonly label: Bilingual; readonly tone: Tone }

/** 人による判定: a grade of the scheme, what the person says of it, and why where it is not the computed one. */
export type Given = Grade & {
  readonly commitment: string
  readonly stage: GivenStage
  readonly comment: string
  readonly reason?: string
  readonly at: string
  readonly by: string
}

const NEEDED: Readonly<Record<GivenStage, Action>> = {
  first: 'report:approve',
  second: 'judgement:override',
  committee: 'opinion:write',
}

/** May this actor judge at this stage? `owner` is the department that owns the promise. */
export const mayGive = (actor: Actor, stage: GivenStage, owner?: string): boolean =>
  can(actor, NEEDED[stage], owner)

/** 評価区分: every grade of a scheme once, as its tables list them. */
export function gradesOf({ tables }: Pick<Scheme, 'tables'>): readonly Grade[] {
  const found = new Map<string, Grade>()
  for (const { steps } of tables)
    for (const { grade, label, tone, ungraded } of steps)
      if (!(ungraded || found.has(grade))) found.set(grade, { grade, label, tone })
  return [...found.values()]
}

/** Longest comment or reason, in characters. */
export const LONGEST_GIVEN = 2_000

export type GivenRefused = 'no-such-grade' | 'differs-without-reason' | 'too-long'

/** The grade that was meant, where it may stand: one of the scheme, with a reason where the computed judgement says otherwise. */
export function checkGiven(
  scheme: Pick<Scheme, 'tables'>,
  computed: Judgement,
  { grade, comment, reason }: { readonly grade: string; readonly comment: string; readonly reason: string },
): Outcome<Grade, GivenRefused> {
  const meant = gradesOf(scheme).find((each) => each.grade === grade)
  if (!meant) return refuse('no-such-grade', { grade })
  const long = [comment, reason].find(({ length }) => length > LONGEST_GIVEN)
  if (long !== undefined) return refuse('too-long', { length: long.length, most: LONGEST_GIVEN })
  const same = computed.kind === 'graded' && computed.grade === grade
  if (!same && reason === '') return refuse('differs-without-reason', { grade })
  return done(meant)
}
