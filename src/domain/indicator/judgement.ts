import type { FiscalYear } from '../shared/year.ts'
import type { KnownActual } from './actual.ts'
import type { TargetKind } from './commitment.ts'
import type { Bilingual, Tone } from './scheme.ts'
import type { Aim } from './target-kind.ts'
import type { Detail, UngradedWhy } from './why-ungraded.ts'
import type { Working } from './working.ts'

type About = {
  readonly commitment: string
  readonly indicator: string
  readonly evaluationYear: FiscalYear
  readonly scheme: { readonly id: string; readonly version: string }
  /** 二段書き: the same judgement against the target that stood before it was raised. */
  readonly former?: readonly FormerRow[]
  readonly working: Working
}

export type FormerRow = { readonly target: string; readonly judgement: Judgement }

/** 判定 (judgement): a grade with all that it rests on. */
export type Graded = About & {
  readonly kind: 'graded'
  readonly grade: string
  readonly label: Bilingual
  readonly tone: Tone
  /** 「R4の値で評価」 where it is not the evaluation year. */
  readonly valueYear: FiscalYear
  readonly value: KnownActual
  readonly targetKind: TargetKind
  readonly direction: Aim['direction']
}

/** まだ判定できない: counted, with its reason. `mark` is the body's own sign for it, where it has one. */
export type Ungraded = About & {
  readonly kind: 'ungraded'
  readonly why: UngradedWhy
  readonly detail?: Detail
  readonly tone: 'none'
  readonly mark?: { readonly grade: string; readonly label: Bilingual }
}

export type Judgement = Graded | Ungraded
