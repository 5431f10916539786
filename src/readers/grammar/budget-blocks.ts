import type { Money } from '#domain/shared/money.ts'
import { amountOf, bookingIn, isProjectName, type ProjectMade, previousOf } from './budget.ts'
import { plain } from './characters.ts'
import { readHeading } from './heading.ts'
import { canBeName, readName } from './names.ts'
import { quantityCell } from './quantity.ts'
import type { Row } from './rows.ts'

type Kind = 'name' | 'description' | 'amount' | 'change' | 'note' | 'other'
type Block = {
  readonly kind: Kind
  readonly rows: readonly Row[]
  amount?: Money
  described?: boolean
  changes?: string[]
}

/**
 * 事業の段落: a name, what it does, and an amount in a line of its own, in either order. Amounts that stand together apart from their names
 * belong to as many described names before them, in order.
 */
export function budgetBlocks(rows: readonly Row[], skip: ReadonlySet<Row>): readonly ProjectMade[] {
  const blocks = blocksOf(rows, skip)
  const made: ProjectMade[] = []
  let names: Block[] = []
  let lastName: Block | undefined
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block
    if (block.kind === 'name') {
      names.push(block)
      lastName = block
    } else if (block.kind === 'description') {
      const before = blocks[at - 1]
      if (before?.kind === 'name') before.described = true
    } else if (block.kind === 'change') {
      const text = block.rows.map((row) => row.text).join(' ')
      if (lastName) lastName.changes = [...(lastName.changes ?? []), text]
    } else if (block.kind === 'amount') {
      let end = at
      while (blocks[end + 1]?.kind === 'amount') end += 1
      const run = blocks.slice(at, end + 1)
      const described = names.filter((name) => name.described)
      const owners =
        run.length === 1
          ? names.slice(-1)
          : (described.length >= run.length ? described : names).slice(-run.length)
      // 「全体事業費」「計」 just above: the amount is a total, no project's.
      const total = run.length === 1 && blocks[at - 1]?.kind === 'other' && isTotal(blocks[at - 1])
      if (owners.length === run.length && !total)
        for (const [index, amount] of run.entries()) {
          const project = projectOf(owners[index] as Block, amount, run.length > 1)
          if (project) made.push(project)
        }
      names = run.length > 1 ? [] : names.slice(0, -1)
      at = end
    }
  }
  return made
}

const isTotal = (block: Block | undefined): boolean => {
  const row = block?.rows.at(-1)
  return row !== undefined && readHeading(row.text, row.context) !== undefined
}

function projectOf(owner: Block, { rows, amount }: Block, apart: boolean): ProjectMade | undefined {
  const [first] = owner.rows
  const last = rows.at(-1)
  if (!first || !last || !amount) return undefined
  const { name } = readName(owner.rows.map((row) => row.text).join(''))
  if (!isProjectName(name)) return undefined
  const extras = rows.slice(1).map((row) => ({ row, text: row.text }))
  const booking = bookingIn(rows.map((row) => row.text).join(' '))
  const previous = extras.map(({ row, text }) => previousOf(text, row)).find((each) => each !== undefined)
  return {
    project: {
      kind: 'project',
      name,
      amount,
      ...(previous ? { previous } : {}),
      ...(booking ? { booking } : {}),
      ...(owner.changes ? { changes: owner.changes } : {}),
    },
    rule: apart ? 'amounts-apart-from-names' : 'name-and-amount-lines',
    confidence: apart ? 0.88 : owner.described ? 0.93 : 0.91,
    row: first,
    to: last,
    text: [...owner.rows, ...rows].map((row) => row.text).join(' '),
  }
}

function blocksOf(rows: readonly Row[], skip: ReadonlySet<Row>): readonly Block[] {
  const groups: Row[][] = []
  for (const row of rows) {
    const last = groups.at(-1)?.at(-1)
    if (
      last &&
      last.paragraph === row.paragraph &&
      !row.tabular &&
      row.heading === undefined &&
      !skip.has(row)
    )
      groups.at(-1)?.push(row)
    else groups.push([row])
  }
  return groups
    .flatMap((group) => (group.length > 5 || mixed(group) ? group.map((row) => [row]) : [group]))
    .filter((group) => group.some((row) => row.text !== ''))
    .map((group) => (group.some((row) => skip.has(row)) ? { kind: 'other', rows: group } : blockOf(group)))
}

/** A name and an amount on lines that follow each other directly are two blocks. */
const mixed = (group: readonly Row[]): boolean => {
  const amounts = group.map((row) => amountOf(row.text, row) !== undefined)
  const first = amounts.indexOf(true)
  return first > 0 && !/あたり|当たり|につき|単価/.test(group[first - 1]?.text ?? '')
}

function blockOf(rows: readonly Row[]): Block {
  const [first] = rows
  const text = rows.map((row) => row.text).join('')
  if (!first || first.tabular) return { kind: 'other', rows }
  const amount = amountOf(first.text.replace(/\s*[(（].*[)）]$/, ''), first)
  if (amount && rows.slice(1).every((row) => /^[(（].*[)）]$/.test(row.text)))
    return { kind: 'amount', rows, amount }
  if (/^[-\s]*☑/.test(text) || /[⇒]/.test(text) || /^[HR]\d+[:：]/.test(text)) return { kind: 'change', rows }
  if (/^[※＊*]/.test(text)) return { kind: 'note', rows }
  if (/[。]/.test(text) || text.length > 44 || /[=＝φ]/.test(text)) return { kind: 'description', rows }
  const words = first.text.split(/[\s\u3000]+/)
  const last = words.at(-1) ?? ''
  if (words.length > 1 && quantityCell(last, first.context)?.unit) return { kind: 'description', rows }
  if (/^[✓✔・<＜【[◆◇●（(]|^- ✓|イメージ$|^\d+$/.test(text) || /あたり|当たり/.test(text))
    return { kind: 'other', rows }
  if (readHeading(text, first.context) && !/事業$|計画$/.test(text)) return { kind: 'other', rows }
  return { kind: canBeName(plain(text)) ? 'name' : 'other', rows }
}
