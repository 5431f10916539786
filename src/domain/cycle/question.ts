/** 聞く側・答える側: a department, or planning. */
export type Side = 'department' | 'planning'

export type Said = {
  readonly id: string
  readonly side: Side
  readonly text: string
  readonly at: string
  readonly by: string
}

/** 質問 (question) with what was said on it, oldest first. `indicator` is absent where it concerns the department's reports as a whole. */
export type Thread = Said & {
  readonly year: number
  readonly department: string
  readonly indicator?: string
  readonly replies: readonly Said[]
}

/** Longest text, in characters. */
export const LONGEST_QUESTION = 2_000

/** Days in which an answer is hoped for. */
export const ANSWER_DAYS = 3

/** 返事を待たれている側: whoever was asked, until they write; when the one who asked writes again, the question is open again. */
export function waitsFor({ side, replies }: Thread): Side | undefined {
  if ((replies.at(-1)?.side ?? side) !== side) return undefined
  return side === 'department' ? 'planning' : 'department'
}

/** The last thing said, from which the answer is due. */
export const lastSaid = (thread: Thread): Said => thread.replies.at(-1) ?? thread
