import { type Action, type Actor, can } from '../access/can.ts'
import type { Translations } from '../shared/lang.ts'
import { done, type Outcome, refuse } from '../shared/outcome.ts'

/** 方針の区分 (choice): one of the body's own list. Its words are kept with each decision, so that a list may change. */
export type FollowUpChoice = {
  readonly id: string
  readonly name: string
  readonly names?: Translations
}

/** Id of the government's setting that holds its list of {@link FollowUpChoice}. */
export const FOLLOW_UP_CHOICES = 'follow-up-choices'

/** Where a government has no list of its own. */
export const USUAL_CHOICES: readonly FollowUpChoice[] = [
  { id: 'expand', name: '拡充', names: { en: 'Expand', 'zh-Hant': '擴充' } },
  { id: 'continue', name: '継続', names: { en: 'Continue', 'zh-Hant': '繼續' } },
  { id: 'improve', name: '改善', names: { en: 'Improve', 'zh-Hant': '改善' } },
  { id: 'reduce', name: '縮小', names: { en: 'Reduce', 'zh-Hant': '縮減' } },
  { id: 'end', name: '廃止', names: { en: 'End', 'zh-Hant': '廢止' } },
]

/** 今後の方針の一歩 (step). What stands is what the list of steps says; nothing is replaced. */
export type FollowUpStep =
  /** 担当課の案. */
  | { readonly kind: 'propose'; readonly choice: FollowUpChoice; readonly reason: string }
  /** 決定, with who sees to it and by when. */
  | {
      readonly kind: 'decide'
      readonly choice: FollowUpChoice
      readonly reason: string
      readonly department?: string
      readonly due?: string
    }
  /** 決裁番号, back from the system in which papers are approved. */
  | { readonly kind: 'approval'; readonly number: string; readonly day: string }
  /** 次年度の予算要求. */
  | {
      readonly kind: 'budget'
      readonly year: number
      readonly yen?: number
      readonly reference: string
      readonly note: string
    }
  /** 計画の変更: the draft edition that it causes. */
  | { readonly kind: 'plan-change'; readonly plan: string; readonly edition: string }
  /** 進み: begun, or done. */
  | { readonly kind: 'progress'; readonly state: 'begun' | 'done'; readonly text: string }

export type FollowUpKind = FollowUpStep['kind']

export type RecordedStep = {
  readonly id: string
  readonly plan: string
  readonly year: number
  /** Id of a program of the plan, or of a project. */
  readonly subject: string
  readonly step: FollowUpStep
  readonly at: string
  readonly by: string
}

type Of<Kind extends FollowUpKind> = Omit<RecordedStep, 'step'> & {
  readonly step: Extract<FollowUpStep, { kind: Kind }>
}

/** 今後の方針 (follow-up) of one program or project and year, as its steps say. */
export type FollowUp = {
  readonly state: 'none' | 'proposed' | 'decided' | 'begun' | 'done'
  readonly proposed?: Of<'propose'>
  readonly decided?: Of<'decide'>
  /** Of the decision that stands; a new decision wants a number of its own. */
  readonly approval?: Of<'approval'>
  readonly budgets: readonly Of<'budget'>[]
  readonly changes: readonly Of<'plan-change'>[]
  readonly progress: readonly Of<'progress'>[]
  /** Id of the last step; empty where there is none. */
  readonly last: string
}

export const NOTHING_DECIDED: FollowUp = {
  state: 'none',
  budgets: [],
  changes: [],
  progress: [],
  last: '',
}

const isOf = <Kind extends FollowUpKind>(step: RecordedStep, kind: Kind): step is Of<Kind> =>
  step.step.kind === kind

/** The follow-up after the steps of one subject and year, in order. */
export function followUpOf(steps: readonly RecordedStep[]): FollowUp {
  let so = NOTHING_DECIDED
  for (const step of steps) so = { ...after(so, step), last: step.id }
  return so
}

function after(so: FollowUp, each: RecordedStep): FollowUp {
  if (isOf(each, 'propose'))
    return { ...so, proposed: each, state: so.state === 'none' ? 'proposed' : so.state }
  if (isOf(each, 'approval')) return { ...so, approval: each }
  if (isOf(each, 'budget')) return { ...so, budgets: [...so.budgets, each] }
  if (isOf(each, 'plan-change')) return { ...so, changes: [...so.changes, each] }
  if (isOf(each, 'progress')) return { ...so, progress: [...so.progress, each], state: each.step.state }
  if (!isOf(each, 'decide')) return so
  const { approval: _, ...before } = so
  return { ...before, decided: each, state: 'decided' }
}

const NEEDED: Readonly<Record<FollowUpKind, Action>> = {
  propose: 'follow-up:propose',
  decide: 'follow-up:decide',
  approval: 'follow-up:decide',
  budget: 'follow-up:propose',
  'plan-change': 'plan:import',
  progress: 'follow-up:propose',
}

/** May this actor take this step? `owner` is the department that owns the program or project, or that the decision named. */
export const mayStep = (actor: Actor, kind: FollowUpKind, owner?: string): boolean =>
  can(actor, NEEDED[kind], owner)

export const neededFor = (kind: FollowUpKind): Action => NEEDED[kind]

/** Longest text, in characters. */
export const LONGEST_FOLLOW_UP = 2_000

export type StepRefused =
  | 'no-such-choice'
  | 'reason-missing'
  | 'already-decided'
  | 'not-decided'
  | 'number-missing'
  | 'nothing-said'
  | 'yen-not-understood'
  | 'too-long'

/** Whether a step can follow: what it says is whole, and what it rests on is there. */
export function checkStep(before: FollowUp, step: FollowUpStep): Outcome<FollowUpStep, StepRefused> {
  const long = Object.values(step).find(
    (value): value is string => typeof value === 'string' && value.length > LONGEST_FOLLOW_UP,
  )
  if (long !== undefined) return refuse('too-long', { length: long.length, most: LONGEST_FOLLOW_UP })
  if (step.kind === 'propose' && before.decided) return refuse('already-decided')
  if (step.kind !== 'propose' && step.kind !== 'decide' && !before.decided) return refuse('not-decided')
  if ((step.kind === 'propose' || step.kind === 'decide') && step.reason === '')
    return refuse('reason-missing')
  if (step.kind === 'approval' && step.number === '') return refuse('number-missing')
  if (step.kind === 'progress' && step.text === '') return refuse('nothing-said')
  if (step.kind === 'budget' && step.yen === undefined && step.reference === '' && step.note === '')
    return refuse('nothing-said')
  if (step.kind === 'budget' && step.yen !== undefined && !(Number.isSafeInteger(step.yen) && step.yen >= 0))
    return refuse('yen-not-understood')
  return done(step)
}

/** 期限を過ぎた: decided, not done, and the day has gone by. */
export const isLate = ({ state, decided }: FollowUp, today: string): boolean =>
  state !== 'done' && decided?.step.due !== undefined && decided.step.due < today
