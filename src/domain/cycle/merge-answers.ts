import { type Answer, type AnswerFields, EMPTY_ANSWER, isEditable, type ReportState } from './report.ts'

/** 調査票の一行: what came back for an indicator, and what stood there when the workbook was made. */
export type ReturnedRow = {
  readonly indicator: string
  readonly fields: AnswerFields
  readonly base: AnswerFields
  /** Where it stands in the workbook, for people (「I12」). */
  readonly cell: string
}

export type Field = keyof Omit<AnswerFields, 'confirmed'>
export const FIELDS: readonly Field[] = ['value', 'why', 'provisional', 'note', 'source']

/** 食い違い: the page and the workbook both changed a field, each to something else. */
export type Conflict = {
  readonly indicator: string
  readonly field: Field
  readonly base: string
  readonly page: string
  readonly workbook: string
  readonly cell: string
  /** Who wrote the value of the page, and when. */
  readonly by?: string
  readonly at?: string
}

export type Merge = {
  /** Answers to save, each upon the one that was seen. */
  readonly save: readonly {
    readonly indicator: string
    readonly fields: AnswerFields
    readonly seen: string
  }[]
  readonly conflicts: readonly Conflict[]
  /** Rows in which the workbook changed nothing that is not there already. */
  readonly unchanged: number
  /** Rows that were changed and can no longer be: submitted or approved meanwhile. */
  readonly locked: readonly string[]
}

/** Which side a person chose, by `indicator field`. */
export type Choices = ReadonlyMap<string, 'page' | 'workbook'>
export const choiceKey = ({ indicator, field }: Pick<Conflict, 'indicator' | 'field'>): string =>
  `${indicator} ${field}`

/**
 * 三方向の突き合わせ: what only the workbook changed is taken, what only the page changed stays, and what both changed differently is a conflict until
 * somebody chooses. Field by field, so that a note from one and a value from the other go together.
 */
export function mergeAnswers(
  returned: readonly ReturnedRow[],
  current: ReadonlyMap<string, { readonly answer?: Answer; readonly state: ReportState }>,
  choices: Choices = new Map(),
): Merge {
  const save: { indicator: string; fields: AnswerFields; seen: string }[] = []
  const conflicts: Conflict[] = []
  const locked: string[] = []
  let unchanged = 0
  for (const { indicator, fields, base, cell } of returned) {
    const now = current.get(indicator)
    const ours = now?.answer?.fields ?? EMPTY_ANSWER
    const next: Record<string, unknown> = { ...ours }
    let open = 0
    for (const field of FIELDS) {
      const [was, page, workbook] = [base[field], ours[field], fields[field]]
      if (workbook === was || workbook === page) continue
      if (page === was) {
        next[field] = workbook
        continue
      }
      const chosen = choices.get(choiceKey({ indicator, field }))
      if (chosen === 'workbook') next[field] = workbook
      if (chosen !== undefined) continue
      open += 1
      conflicts.push({
        ...{ indicator, field, base: String(was), page: String(page), workbook: String(workbook), cell },
        ...(now?.answer ? { by: now.answer.savedBy, at: now.answer.savedAt } : {}),
      })
    }
    const changed = FIELDS.some((field) => next[field] !== ours[field])
    if (changed && now && !isEditable(now.state)) locked.push(indicator)
    else if (changed)
      save.push({ indicator, fields: next as unknown as AnswerFields, seen: now?.answer?.id ?? '' })
    else if (open === 0) unchanged += 1
  }
  return { save, conflicts, unchanged, locked }
}
