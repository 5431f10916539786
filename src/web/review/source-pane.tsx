import { Fragment, useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { useHere } from '../paths.ts'
import { useWords } from '../words.tsx'
import type { MarkedBlock, Stretch } from './marks.ts'
import { showWithin } from './show-within.ts'

type PaneProps = {
  readonly page: {
    readonly number: number
    readonly of: number
    readonly name?: string | undefined
    readonly blocks: readonly MarkedBlock[]
  }
  /** What is being looked at: an entry or a remark. */
  readonly selected?: string | undefined
  /** Numbers of remarks by key. */
  readonly numbers?: ReadonlyMap<string, number>
  /** Lines that are asked for (provenance). */
  readonly lines?: { readonly from: number; readonly to: number }
}

/** 元の文書: one page as read, with what was read from it marked. What nothing was read from folds away. */
export function SourcePane({ page, selected, numbers = new Map(), lines }: PaneProps) {
  const w = useWords().intake
  const { here } = useHere()
  const pane = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the pane follows what is selected
  useEffect(() => {
    const now = pane.current?.querySelector('.now')
    if (!pane.current || !now) return
    if (lines) return now.scrollIntoView({ block: 'center' })
    for (const frame of [now.closest('.scroll'), pane.current]) if (frame) showWithin(frame, now)
  }, [selected, page.number, lines?.from])
  const at = (number: number) => here({ page: String(number) })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by the keyboard
    <section className="viewer" aria-label={w.source} ref={pane} tabIndex={0}>
      <div className="viewer-bar">
        <b>{page.name ?? w.source}</b>
        {page.of > 1 && (
          <nav className="ml-auto flex gap-2 items-center no-print" aria-label={w.page(page.number, page.of)}>
            {page.number > 1 && (
              <Link className="button small" to={at(page.number - 1)} preventScrollReset>
                {w.before}
              </Link>
            )}
            <span>{w.page(page.number, page.of)}</span>
            {page.number < page.of && (
              <Link className="button small" to={at(page.number + 1)} preventScrollReset>
                {w.after}
              </Link>
            )}
          </nav>
        )}
      </div>
      <div className="paper">
        {page.blocks.length === 0 && <p className="small mute">{w.emptyPage}</p>}
        {folded(page.blocks, lines).map((part) =>
          part.fold ? (
            <details key={`fold-${part.from}`} className="fold">
              <summary>{w.folded(part.from, part.to)}</summary>
              {part.blocks.map((block) => (
                <Block key={keyOf(block)} block={block} selected={selected} numbers={numbers} lines={lines} />
              ))}
            </details>
          ) : (
            <Fragment key={`open-${part.from}`}>
              {part.blocks.map((block) => (
                <Block key={keyOf(block)} block={block} selected={selected} numbers={numbers} lines={lines} />
              ))}
            </Fragment>
          ),
        )}
      </div>
      {!lines && <Legend />}
    </section>
  )
}

const lineOf = (block: MarkedBlock): number =>
  block.kind === 'line' ? block.line : (block.rows[0]?.line ?? 0)
const keyOf = (block: MarkedBlock): string => `${block.kind}-${lineOf(block)}`

/** Runs of many lines without a mark fold. */
const FOLD = 10
type Part = {
  readonly fold: boolean
  readonly from: number
  readonly to: number
  readonly blocks: readonly MarkedBlock[]
}

function folded(blocks: readonly MarkedBlock[], lines: PaneProps['lines']): readonly Part[] {
  const parts: { marked: boolean; blocks: MarkedBlock[] }[] = []
  for (const block of blocks) {
    const marked = isMarked(block) || (lines !== undefined && Math.abs(lineOf(block) - lines.from) < 30)
    const last = parts.at(-1)
    if (last && last.marked === marked) last.blocks.push(block)
    else parts.push({ marked, blocks: [block] })
  }
  return parts.map(({ marked, blocks: of }) => ({
    fold: !marked && of.length >= FOLD,
    from: lineOf(of[0] as MarkedBlock),
    to: lineOf(of.at(-1) as MarkedBlock),
    blocks: of,
  }))
}

const isMarked = (block: MarkedBlock): boolean =>
  block.kind === 'line'
    ? block.remarks.length > 0 || block.stretches.some(({ entry }) => entry !== undefined)
    : block.rows.some(
        ({ remarks, cells }) =>
          remarks.length > 0 || cells.some(({ stretches }) => stretches.some(({ entry }) => entry)),
      )

type BlockProps = {
  readonly selected: string | undefined
  readonly lines: PaneProps['lines'] | undefined
  readonly numbers: ReadonlyMap<string, number>
}

function Block({ block, selected, numbers, lines }: BlockProps & { readonly block: MarkedBlock }) {
  const asked = (line: number) => (lines && lines.from <= line && line <= lines.to ? ' asked now' : '')
  if (block.kind === 'line')
    return (
      <div className={`ln${asked(block.line)}`} id={`l${block.line}`}>
        <i>{block.line}</i>
        <span className={block.heading ? 'font-bold' : ''}>
          <Stretches of={block.stretches} selected={selected} />
          <Badges remarks={block.remarks} numbers={numbers} selected={selected} />
        </span>
      </div>
    )
  return (
    <div className="ln">
      <i>{block.rows[0]?.line}</i>
      <div className="scroll">
        <table className="printed">
          {block.caption && <caption>{block.caption}</caption>}
          <tbody>
            {block.rows.map(({ line, cells, remarks }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a document may be alike and never move
              <tr key={`${line}-${at}`} className={asked(line).trim()}>
                {cells.map(({ stretches, columns, rows }, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other name
                  <td key={column} colSpan={columns} rowSpan={rows}>
                    <Stretches of={stretches} selected={selected} />
                    {column === cells.length - 1 && (
                      <Badges remarks={remarks} numbers={numbers} selected={selected} />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function Stretches({
  of,
  selected,
}: {
  readonly of: readonly Stretch[]
  readonly selected: string | undefined
}) {
  const { here } = useHere()
  return of.map(({ text, entry, state = 'open', node }, at) =>
    entry === undefined ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one line
      <Fragment key={at}>{text}</Fragment>
    ) : (
      <Link
        // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one line
        key={at}
        className={`mk ${node ? 'node' : ''} ${state}${entry === selected ? ' now' : ''}`}
        to={here({ at: entry, page: undefined, tab: undefined, from: undefined })}
        preventScrollReset
      >
        {text}
      </Link>
    ),
  )
}

function Badges({
  remarks,
  numbers,
  selected,
}: { readonly remarks: readonly string[] } & Pick<BlockProps, 'numbers' | 'selected'>) {
  const w = useWords().intake
  const { here } = useHere()
  return remarks.map((key) => (
    <Link
      key={key}
      className={`badge${key === selected ? ' now' : ''}`}
      to={here({ at: key, page: undefined })}
      aria-label={`${w.legend.remark} ${numbers.get(key) ?? ''}`}
      preventScrollReset
    >
      {numbers.get(key)}
    </Link>
  ))
}

function Legend() {
  const w = useWords().intake.legend
  return (
    <p className="small mute flex flex-wrap gap-x-4 gap-y-1 mt-3">
      {(['accepted', 'open', 'left-out', 'node'] as const).map((each) => (
        <span key={each}>
          <span className={`mk ${each}`}>1,234</span> {w[each]}
        </span>
      ))}
      <span>
        <span className="badge">1</span> {w.remark}
      </span>
    </p>
  )
}
