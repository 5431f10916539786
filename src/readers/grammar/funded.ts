import { amountOf, isProjectName, type ProjectMade } from './budget.ts'
import { readHeading } from './heading.ts'
import { readName } from './names.ts'
import type { Row } from './rows.ts'
import type { Sentence } from './sentences.ts'

const SCALE =
  /(?:事業規模|(?:全体|総|概算)?事業費|予算(?:額)?|所要額)(?:を|は|が|として)?\s*(?:約|総額)?\s*([\d,.〇一二三四五六七八九十百千万億]+(?:十億|百万|億|万|千)?円)/

/** 「事業規模を400万円と見込み」: the cost of the one project that the lines above name. */
export function fundedProject(
  rows: readonly Row[],
  sentence: Sentence,
  position: number,
): ProjectMade | undefined {
  const printed = SCALE.exec(sentence.text)?.[1]
  const amount = printed && amountOf(printed, sentence.row)
  if (!amount) return undefined
  for (const row of rows.slice(Math.max(0, position - 8), position).reverse()) {
    const [key, value] = row.cells
    if (row.cells.length !== 2 || !key || !value || readHeading(key.text, row.context)?.role !== 'project')
      continue
    const { name } = readName(value.text)
    if (!isProjectName(name)) return undefined
    return {
      project: { kind: 'project', name, amount },
      rule: 'cost-in-sentence',
      confidence: 0.85,
      row,
      to: sentence.row,
      text: `${row.text} ${sentence.text}`,
    }
  }
  return undefined
}
