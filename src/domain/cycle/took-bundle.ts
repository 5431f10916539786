/** 取り込んだ数, or what would be taken in. */
export type TookCounts = {
  readonly plans: number
  readonly departments: number
  readonly opened: boolean
  readonly actuals: number
  readonly answers: number
  readonly submitted: number
  readonly questions: number
  readonly evidence: number
}

/** 取り込まなかったもの, by name. `why` is the code of a refusal, or its words where it is said. */
export type TookLeft = {
  readonly what:
    | 'locked'
    | 'approved-there'
    | 'unknown'
    | 'actual'
    | 'actual-differs'
    | 'plan'
    | 'not-submitted'
    | 'evidence'
  readonly name: string
  readonly why?: string
}

export type TookBundle = TookCounts & { readonly unchanged: number; readonly left: readonly TookLeft[] }
