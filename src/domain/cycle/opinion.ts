import { done, type Outcome, refuse } from '../shared/outcome.ts'

/** 対応の状態: 済み・着手・継続・次期計画で・対応しない. */
export const RESPONSE_STATES = ['done', 'begun', 'continuing', 'next-plan', 'not-taken'] as const
export type ResponseState = (typeof RESPONSE_STATES)[number]

/** 意見の種類: 質問・提案・指摘・評価できる. */
export const OPINION_KINDS = ['question', 'proposal', 'concern', 'praise'] as const
export type OpinionKind = (typeof OPINION_KINDS)[number]

/** 担当課の判定について: 同じ・もっと良い・もっと悪い. */
export const STANCES = ['same', 'better', 'worse'] as const
export type Stance = (typeof STANCES)[number]

/** 根拠 (cite): a value or an earlier opinion of the pack that an opinion rests on. */
export type Cite =
  | { readonly of: 'value'; readonly commitment: string; readonly year: number }
  | { readonly of: 'opinion'; readonly year: number; readonly number: number }

/** 意見 (opinion) of a review panel, or 対応方針 (response) where `answers` names the opinion it answers. */
export type RecordedOpinion = {
  readonly id: string
  readonly plan: string
  readonly year: number
  /** Id of the commitment, node or plan it is about. */
  readonly subject: string
  readonly panel: string
  readonly text: string
  readonly answers?: string
  readonly state?: ResponseState
  readonly department?: string
  /** 期限 of a response that is not done yet. */
  readonly due?: string
  /** The room in which it was handed in; absent for one that was written down without a room. */
  readonly review?: string
  readonly number?: number
  readonly kind?: OpinionKind
  readonly stance?: Stance
  readonly cites?: readonly Cite[]
  /** The opinion whose text this one replaces. The text before stays. */
  readonly revises?: string
  /** Account of the member. Never shown: what is shown is the affiliation. */
  readonly author?: string
  readonly affiliation?: string
  /** Said in the meeting and written down by staff. */
  readonly spoken?: true
  readonly recordedAt: string
  readonly recordedBy: string
}

/** 意見とその後: an opinion as it stands, the texts before it, and every answer; the last answer counts. */
export type StandingOpinion = RecordedOpinion & {
  /** Id of the row that stands, for whoever changes it. */
  readonly standing: string
  readonly before: readonly RecordedOpinion[]
  readonly responses: readonly RecordedOpinion[]
}

/** Each opinion once, with its latest text under the id that it was handed in with, in the order in which they came. */
export function standingOpinions(all: readonly RecordedOpinion[]): readonly StandingOpinion[] {
  const revisions = Map.groupBy(all, ({ revises }) => revises)
  const answers = Map.groupBy(all, ({ answers: of }) => of)
  return all
    .filter((each) => each.answers === undefined && each.revises === undefined)
    .map((first) => {
      const texts = [first, ...(revisions.get(first.id) ?? [])]
      const last = texts.at(-1) ?? first
      const { revises: _, ...standing } = last
      return {
        ...standing,
        id: first.id,
        standing: last.id,
        before: texts.slice(0, -1),
        responses: answers.get(first.id) ?? [],
      }
    })
}

/** 番号: the one given at hand-in, else the place among those of its year that were given none; a room counts on after them. */
export function numbered<T extends Pick<RecordedOpinion, 'year' | 'number'>>(
  opinions: readonly T[],
): readonly (T & { readonly number: number })[] {
  const counted = new Map<number, number>()
  return opinions.map((each) => {
    if (each.number !== undefined) return { ...each, number: each.number }
    const place = (counted.get(each.year) ?? 0) + 1
    counted.set(each.year, place)
    return { ...each, number: place }
  })
}

type Answered = { readonly responses: readonly Pick<RecordedOpinion, 'state'>[] }

/** いま: the state of the last answer; `waiting` where nobody has answered. */
export const stateNow = ({ responses }: Answered): ResponseState | 'waiting' =>
  responses.at(-1)?.state ?? 'waiting'

/** 全28件のうち…: how many stand where. */
export function countStates(
  opinions: readonly Answered[],
): Readonly<Record<ResponseState | 'waiting', number>> {
  const counts = { done: 0, begun: 0, continuing: 0, 'next-plan': 0, 'not-taken': 0, waiting: 0 }
  for (const opinion of opinions) counts[stateNow(opinion)] += 1
  return counts
}

/** What a member types. `subject` is an id of the pack: a promise, a node or the plan. */
export type OpinionFields = {
  readonly subject: string
  readonly kind: OpinionKind | ''
  readonly stance: Stance | ''
  readonly text: string
  readonly cites: readonly Cite[]
}

/** Longest opinion or answer, in characters. */
export const LONGEST_OPINION = 4_000

export type OpinionRefused = 'opinion-empty' | 'opinion-kind-missing' | 'too-long'

/** May it be handed in? */
export function checkOpinion({
  text,
  kind,
}: Pick<OpinionFields, 'text' | 'kind'>): Outcome<true, OpinionRefused> {
  if (text.trim() === '') return refuse('opinion-empty')
  if (kind === '') return refuse('opinion-kind-missing')
  return text.length > LONGEST_OPINION
    ? refuse('too-long', { length: text.length, most: LONGEST_OPINION })
    : done(true)
}

export const citeKey = (cite: Cite): string =>
  cite.of === 'value' ? `value ${cite.commitment} ${cite.year}` : `opinion ${cite.year} ${cite.number}`

/** A cite as a form sends it; undefined for what is none. */
export function readCite(key: string): Cite | undefined {
  const [of, first = '', second = ''] = key.split(' ')
  if (of === 'value' && first && Number(second)) return { of, commitment: first, year: Number(second) }
  if (of === 'opinion' && Number(first) && Number(second))
    return { of, year: Number(first), number: Number(second) }
  return undefined
}
