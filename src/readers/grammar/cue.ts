import type { Cue } from './assemble.ts'
import { plain } from './characters.ts'
import { readHeading } from './heading.ts'
import { canBeName } from './names.ts'
import { kindOf, type Row } from './rows.ts'
import { isUnit } from './units.ts'

const REACH = 6

const SAYS = /目標|指標|KPI|ＫＰＩ|実績|推移/
/** 「基本目標2」 is a part of the plan, no word for what a table holds. */
const NAMED_GOAL = /(?:基本|施策|政策)目標|目標\s*[\d０-９①-⑳ⅠⅡⅢⅣⅤ]/g

/** What the lines above a table say: whether its years are targets or actuals, its unit, and the name it is about. */
export function cueAt(rows: readonly Row[], at: number, reach = REACH): Cue {
  const above = rows.slice(Math.max(0, at - reach), at).reverse()
  const title = at > 0 ? (rows[0]?.text ?? '') : ''
  const nearest =
    [...above.map(({ text }) => text), title].find(
      (text) => text.length < 60 && SAYS.test(text.replace(NAMED_GOAL, '')),
    ) ?? ''
  const unit = above.map((row) => unitSaid(row)).find((each) => each !== undefined) ?? unitSaid(rows[0])
  const topic = topicOf(above)
  return {
    years: /目標/.test(nearest.replace(NAMED_GOAL, ''))
      ? 'target'
      : /指標|KPI|ＫＰＩ/.test(nearest)
        ? 'tracked'
        : /実績|推移/.test(nearest)
          ? 'actual'
          : undefined,
    ...(unit ? { unit } : {}),
    ...(topic ? { topic } : {}),
  }
}

/** 「（単位：千円）」「[単位] 億円」「（…決算、千円）」. */
export function unitSaid(row: Row | undefined): string | undefined {
  const text = plain(row?.text ?? '')
  const said =
    /単位\s*[\])】]?\s*[::]?\s*([^\s()[\]、。]+)/.exec(text)?.[1] ??
    /[、,(]\s*((?:百万|千|万|億)?円)\s*\)/.exec(text)?.[1]
  return said && isUnit(said) ? said : undefined
}

/** The name that a table without names of its own is about: the nearest line above that can be one. */
function topicOf(above: readonly Row[]): string | undefined {
  for (const row of above.slice(0, 4)) {
    const cells = row.cells.filter(({ text }) => text !== '')
    const texts = cells.filter(
      ({ text }) =>
        kindOf(text, row.context) === 'text' && !readHeading(text.replace(/[\d①-⑳]+$/, ''), row.context),
    )
    const named = texts.map(({ text }) => keyedName(text, row)).find((each) => each !== undefined)
    if (named) return named
    const [first] = texts
    if (!first || cells.length > 3 || !canBeName(first.text) || /^[(（].*[)）]$/.test(first.text)) continue
    if (/[::]/.test(first.text) && !/[(（].*[::].*[)）]/.test(first.text)) continue
    return first.text
  }
  return undefined
}

/** 「成果指標：圏域の農業産出額（単位：億円）」: what stands after a heading and a colon, without its unit. */
function keyedName(text: string, { context }: Row): string | undefined {
  const keyed = /^([^:：]+)[:：]\s*(\S.*)$/.exec(text)
  if (!keyed?.[1] || !keyed[2] || !readHeading(keyed[1], context)) return undefined
  return keyed[2].replace(/\s*[(（[]単位[^()（）]*[)）\]]$/, '').trim()
}
