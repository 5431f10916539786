import type { Answered, Caller } from './caller.ts'

/** A program of 商工観光課 and one of 地域づくり課, in the sample plan. */
export const PROGRAM = { own: 'g1-p1', another: 'g2-p1' } as const

const day = (from: number) =>
  new Date(Date.now() + 9 * 3_600_000 + from * 86_400_000).toISOString().slice(0, 10)

const took = (what: string, answer: Answered, status: number): Answered => {
  if (answer.status !== status) throw new Error(`${what}: ${answer.status}`)
  return answer
}

/** The last step of a follow-up, as its page knows it. */
export const seenIn = ({ text }: Answered): string => /name="seen" value="([^"]*)"/.exec(text)?.[1] ?? ''

/** Decides on the program of 商工観光課 and begins a draft edition by it, as a person would with the forms. */
export async function beginDraft(planner: Caller, city: string): Promise<void> {
  const at = `${city}/follow-up/shirube-strategy-3/${PROGRAM.own}?year=2025`
  const decide = { kind: 'decide', choice: 'improve', reason: '目標を見直す。', seen: '' }
  took('decide', await planner.post(at, decide), 200)
  const seen = seenIn(await planner.get(at))
  took('begin', await planner.post(at, { kind: 'plan-change', label: '改訂版', seen }), 200)
}

/**
 * 意見を募る: lays a draft open, takes in one comment of a named person on paper, and makes a group of each department, called `own` and
 * `another`. Answers the path of its page.
 */
export async function openComments(planner: Caller, city: string): Promise<string> {
  await beginDraft(planner, city)
  const page = await planner.get(`${city}/comments`)
  const draft = /<option value="([^"]+ draft-\d+)"/.exec(page.text)?.[1] ?? ''
  const opened = await planner.post(`${city}/comments`, {
    ...{ draft, title: '改訂案', about: '', asks: 'name', from: day(-1), until: day(1) },
  })
  const path = took('open', opened, 302).headers.get('location') ?? ''
  const comment = {
    deed: 'take',
    channel: 'fax',
    text: 'バスを増やして。',
    name: '海野 渚',
    contact: '港町1',
  }
  took('take', await planner.post(path, comment), 200)
  for (const [key, department] of [
    ['own', 'commerce-tourism'],
    ['another', 'community'],
  ] as const)
    took('group', await planner.post(path, { deed: 'group', key, heading: key, department, seen: '' }), 200)
  return path
}
