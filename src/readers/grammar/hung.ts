import type { DraftBodyOf, DraftEntry } from '#domain/document/draft.ts'
import { plain } from './characters.ts'
import type { Found } from './collect.ts'

const HOLDS: ReadonlySet<string> = new Set(['goal', 'program', 'initiative', 'area'])

/** What may have entries of its own: goals and programs, and whatever the format itself sets as a heading. */
const holds = ({ of, grounds }: Found): boolean =>
  of.kind === 'node' && (HOLDS.has(of.role) || grounds.rule === 'heading')

/** Gives every entry its id and the node of the outline it stands under. */
export function hung(found: readonly Found[]): readonly DraftEntry[] {
  const placeOf = groupsOf(found)
  const stack: { readonly id: string; readonly depth: number }[] = []
  return found.map((each, at): DraftEntry => {
    const { of, grounds, group } = each
    const id = `e${at + 1}`
    while (of.kind === 'node' && of.depth < 9 && (stack.at(-1)?.depth ?? 0) >= of.depth) stack.pop()
    const under = (group && placeOf(group)) ?? stack.at(-1)?.id
    if (of.kind === 'node' && holds(each) && of.depth < 9) stack.push({ id, depth: of.depth })
    const hangs = of.kind === 'node' || of.kind === 'indicator' || of.kind === 'project'
    return { ...(of as DraftBodyOf), id, ...(hangs && under ? { under } : {}), grounds } as DraftEntry
  })
}

const flat = (text: string): string => plain(text).replace(/\s+/g, '')

/** 群の行 (「基本目標1　…　施策2　…」) names the node that the rows below it belong to: the one it names last. */
function groupsOf(found: readonly Found[]): (group: string) => string | undefined {
  const nodes = found.flatMap((each, at) => {
    const { of } = each
    return of.kind === 'node' && holds(each) && of.name.length > 1
      ? [{ id: `e${at + 1}`, key: flat(`${of.number ?? ''}${of.name}`) }]
      : []
  })
  return (group) => {
    const said = flat(group)
    const ends = nodes.flatMap(({ id, key }) => {
      const at = said.lastIndexOf(key)
      return at === -1 ? [] : [{ id, end: at + key.length }]
    })
    return ends.toSorted((a, b) => b.end - a.end)[0]?.id
  }
}
