import { done, type Outcome, refuse } from '../shared/outcome.ts'

/** 意見募集 (consultation): a draft edition is laid open from one day to another, and everybody may say something of it. */
export type Consultation = {
  readonly id: string
  readonly plan: string
  readonly edition: string
  readonly title: string
  /** 募集の期間: days in Japan, both included. */
  readonly from: string
  readonly until: string
  /** 趣旨: what is asked, shown above the form. */
  readonly about: string
  /** Whether name and address are asked for. They are never published. */
  readonly asks: 'nothing' | 'name'
  /** The moment whose draft is shown: what was laid open does not change by itself. */
  readonly openedAt: string
  readonly openedBy: string
}

export type ConsultationFields = Omit<Consultation, 'id' | 'openedAt' | 'openedBy'>

/** 受け付けた方法. */
export const CHANNELS = ['form', 'mail', 'fax', 'post', 'counter', 'meeting'] as const
export type Channel = (typeof CHANNELS)[number]

/** 意見 as it came. Who said it stands apart and can be erased. */
export type Comment = {
  readonly id: string
  readonly channel: Channel
  /** Day on which it was received. */
  readonly receivedOn: string
  /** 箇所: the part of the draft that it is about, in the words of who wrote it. */
  readonly about: string
  readonly text: string
}

/** 反映の区分: what becomes of what was said. */
export const OUTCOMES = ['revise', 'in-draft', 'consider', 'not-taken', 'outside'] as const
export type CommentOutcome = (typeof OUTCOMES)[number]

/** 意見のまとまり (group): comments that say the same, in a summary, with one answer. Empty texts are not written yet. */
export type CommentGroup = {
  readonly heading: string
  /** 意見の要旨. */
  readonly summary: string
  readonly comments: readonly string[]
  /** 考え方. */
  readonly answer: string
  readonly outcome: CommentOutcome | ''
  /** Where the draft is changed, for an outcome that changes it. */
  readonly change: string
  readonly department: string
}

export type RecordedGroup = {
  readonly key: string
  /** Id of the version; the last one of a key counts. */
  readonly id: string
  readonly fields: CommentGroup
  readonly at: string
  readonly by: string
}

/** 募集の状態: 始まる前 → 募集中 → 整理中 → 公表ずみ; withdrawn at any time before it is published. */
export type ConsultationState = 'planned' | 'open' | 'sorting' | 'published' | 'withdrawn'

export function consultationState(
  { from, until }: Pick<Consultation, 'from' | 'until'>,
  {
    today,
    published,
    withdrawn,
  }: { readonly today: string; readonly published: boolean; readonly withdrawn: boolean },
): ConsultationState {
  if (withdrawn) return 'withdrawn'
  if (published) return 'published'
  if (today < from) return 'planned'
  return today <= until ? 'open' : 'sorting'
}

/** 公表する表: no name, no address. */
export type CommentTable = {
  readonly title: string
  readonly plan: string
  readonly edition: string
  readonly from: string
  readonly until: string
  readonly received: number
  readonly byChannel: Readonly<Partial<Record<Channel, number>>>
  readonly rows: readonly (Omit<CommentGroup, 'comments' | 'department' | 'outcome'> & {
    readonly outcome: CommentOutcome
    readonly count: number
    readonly department?: string
  })[]
}

export type PublishRefused = 'comments-not-grouped' | 'comments-not-answered' | 'consultation-running'

/** Comments that stand in no group yet. */
export function notGrouped(
  comments: readonly Comment[],
  groups: readonly RecordedGroup[],
): readonly Comment[] {
  const grouped = new Set(groups.flatMap(({ fields }) => fields.comments))
  return comments.filter(({ id }) => !grouped.has(id))
}

const isAnswered = ({ answer, outcome, summary, change }: CommentGroup): boolean =>
  answer !== '' && summary !== '' && outcome !== '' && (outcome !== 'revise' || change !== '')

export const notAnswered = (groups: readonly RecordedGroup[]): readonly RecordedGroup[] =>
  groups.filter(({ fields }) => fields.comments.length > 0 && !isAnswered(fields))

/** The table that is published, or what is still missing for it: every comment in a group, every group with summary, answer and outcome. */
export function tableOf(
  consultation: Consultation,
  state: ConsultationState,
  comments: readonly Comment[],
  groups: readonly RecordedGroup[],
  departmentNamed: (id: string) => string | undefined,
): Outcome<CommentTable, PublishRefused> {
  if (state === 'planned' || state === 'open')
    return refuse('consultation-running', { until: consultation.until })
  const loose = notGrouped(comments, groups)
  if (loose.length > 0) return refuse('comments-not-grouped', { count: loose.length })
  const open = notAnswered(groups)
  if (open.length > 0)
    return refuse('comments-not-answered', { count: open.length, first: open[0]?.fields.heading ?? '' })
  const { title, plan, edition, from, until } = consultation
  const byChannel: Partial<Record<Channel, number>> = {}
  for (const { channel } of comments) byChannel[channel] = (byChannel[channel] ?? 0) + 1
  return done({
    ...{ title, plan, edition, from, until, received: comments.length, byChannel },
    rows: groups
      .filter(({ fields }) => fields.comments.length > 0)
      .map(({ fields: { heading, summary, comments: of, answer, outcome, change, department } }) => {
        const named = departmentNamed(department)
        return {
          ...{ heading, summary, answer, change, count: of.length },
          outcome: outcome as CommentOutcome,
          ...(named ? { department: named } : {}),
        }
      }),
  })
}

/** Longest comment, and longest text of a group, in characters. */
export const LONGEST_COMMENT = 5_000
