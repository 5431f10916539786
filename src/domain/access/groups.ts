import type { Hat } from './can.ts'

/** グループと役割の対応: whoever the other door says is in `group` serves `government` in that role. */
export type GroupRule = Hat & { readonly group: string; readonly government: string }

/** グループの一覧 as a claim tells it: a list, or one name. Anything else says nothing. */
export const groupsIn = (claim: unknown): readonly string[] =>
  typeof claim === 'string'
    ? [claim]
    : Array.isArray(claim)
      ? claim.filter((each) => typeof each === 'string')
      : []

/** 対応から決まる所属, by government; every government that the rules name is there, with nothing where no group matches. */
export function hatsByGroups(
  rules: readonly GroupRule[],
  groups: readonly string[],
): ReadonlyMap<string, readonly Hat[]> {
  const found = new Map<string, Hat[]>()
  for (const { group, government, role, department } of rules) {
    const hats = found.get(government) ?? []
    found.set(government, hats)
    const known = hats.some((each) => each.role === role && each.department === department)
    if (groups.includes(group) && !known) hats.push({ role, ...(department ? { department } : {}) })
  }
  return found
}
