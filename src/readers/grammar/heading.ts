import { plain } from './characters.ts'
import { isUnit } from './units.ts'
import { ENGLISH, HEADINGS, type Role } from './vocabulary.ts'
import { type EraContext, findYears, wholeYear } from './years.ts'

/** 見出し (heading) as understood: what it says about the values under it, and of which year. */
export type Heading = {
  readonly role: Role
  readonly year?: number
  readonly unit?: string
  readonly cumulative?: boolean
}

const cache = new Map<string, Role | undefined>()

const roleOf = (word: string): Role | undefined => {
  if (word.length === 0 || word.length > 20) return undefined
  if (!cache.has(word)) {
    if (cache.size > 20_000) cache.clear()
    cache.set(word, (HEADINGS.find(([, pattern]) => pattern.test(word)) ?? english(word))?.[0])
  }
  return cache.get(word)
}

const english = (word: string) => ENGLISH.find(([, pattern]) => pattern.test(word))

const SHELL = /^[[【〔<＜「(■●○◆◎□・*☆★▼]+|[\]】〕>＞」)※*]+$/g

/** Understands a heading's text, or undefined where it is none. */
export function readHeading(raw: string, context: EraContext): Heading | undefined {
  if (raw.length > 44) return undefined
  const text = plain(raw.replace(/\^\{[^}]*\}/g, ''))
    .replace(/\s+/g, '')
    .replace(/(?<=[^\d(])[[(]((?:19|20)\d\d)[)\]]/g, '($1年度)')
  if (text === '') return undefined
  const year = wholeYear(text, context)
  if (year) return { role: 'year', year: year.year }
  const direct = roleOf(text)
  if (direct) return { role: direct, ...unitIn(text) }
  const years = findYears(text, context)
  let bare = text
  for (const { start, end } of [...years].reverse()) bare = `${bare.slice(0, start)}${bare.slice(end)}`
  bare = bare.replace(/[([](?:末|当初|時点|現在|度|頃|年度末|から|~)*[)\]]/g, '')
  const found = [
    bare,
    bare.replace(/\[[^[\]]*\]/g, ''),
    bare.replace(/^[末の]+|の$/g, ''),
    bare.replace(SHELL, ''),
    bare.replace(/\([^()]*\)/g, '').replace(SHELL, ''),
  ]
    .map(roleOf)
    .find((role) => role !== undefined)
  if (!found) return undefined
  return {
    role: found,
    ...(years.length > 0 ? { year: years.at(-1)?.year as number } : {}),
    ...unitIn(bare),
    ...(/累計/.test(bare) ? { cumulative: true } : {}),
  }
}

function unitIn(text: string): { unit?: string } {
  const unit = /[([〔](?:単位[::]?)?([^()[\]〔〕]+)[)\]〕]/.exec(text)?.[1]
  return unit && isUnit(unit) && unit !== '年' ? { unit } : {}
}

/** Roles whose column holds a value of an indicator. */
export const VALUE_ROLES: ReadonlySet<Role> = new Set<Role>([
  ...([
    'baseline',
    'opening',
    'target',
    'milestone',
    'actual',
    'forecast',
    'former',
    'rate',
    'year',
    'order',
    'total',
  ] as const),
  ...(['amount', 'previous', 'part', 'value'] as const),
])
