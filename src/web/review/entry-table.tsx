import { Link } from 'react-router'
import type { EntryState } from '#domain/document/review.ts'
import { useHere } from '../paths.ts'
import { Scroll } from '../ui/scroll.tsx'
import { useWords } from '../words.tsx'
import { TABS } from './tabs.ts'
import type { IntakeRow, IntakeView } from './view.ts'

/** 読み取ったもの: one row an entry, with its value, place, certainty and state. */
export function EntryTable({
  view,
  selected,
  states,
}: {
  readonly view: Pick<IntakeView, 'rows' | 'tab' | 'tabs' | 'show' | 'unchanged' | 'listed' | 'base'>
  readonly selected: string | undefined
  /** States that are on their way to the server. */
  readonly states: ReadonlyMap<string, EntryState>
}) {
  const w = useWords().intake
  const { here } = useHere()
  const { rows, tab, tabs, show, unchanged, listed, base } = view
  return (
    <section aria-label={w.tabsLabel}>
      <nav className="tabs no-print" aria-label={w.tabsLabel}>
        {TABS.map((each) => (
          <Link
            key={each}
            to={here({ tab: each, from: undefined })}
            aria-current={each === tab ? 'page' : undefined}
            preventScrollReset
          >
            {w.tabs[each]} <span className="faint">{tabs[each]}</span>
          </Link>
        ))}
      </nav>
      {base && unchanged > 0 && (
        <p className="small mb-2 no-print">
          <Link
            to={here({ show: show === 'different' ? 'all' : 'different', from: undefined })}
            preventScrollReset
          >
            {show === 'different' ? w.unchanged(unchanged) : w.onlyDifferent}
          </Link>
        </p>
      )}
      {rows.length === 0 ? (
        <p className="mute">{tabs[tab] === 0 ? w.none : w.allSame}</p>
      ) : (
        <Scroll label={w.tabs[tab]}>
          <table className="sheet dense-rows">
            <thead>
              <tr>
                <th scope="col">{w.rowColumns.what}</th>
                <th scope="col">{w.rowColumns.value}</th>
                <th scope="col">{w.rowColumns.where}</th>
                <th scope="col">{w.rowColumns.certainty}</th>
                <th scope="col">{w.rowColumns.state}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row
                  key={row.id}
                  row={row}
                  selected={row.id === selected}
                  state={states.get(row.id) ?? row.state}
                />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {listed.next !== undefined && (
        <p className="no-print">
          <Link to={here({ from: String(listed.next) })}>{w.more}</Link>
        </p>
      )}
    </section>
  )
}

function Row({
  row,
  selected,
  state,
}: {
  readonly row: IntakeRow
  readonly selected: boolean
  readonly state: EntryState
}) {
  const words = useWords()
  const w = words.intake
  const { here } = useHere()
  const { at } = row
  return (
    <tr className={selected ? 'current' : ''} aria-current={selected || undefined}>
      <th scope="row">
        <Link to={here({ at: row.id, page: undefined })} preventScrollReset>
          {row.fields.number ? `${row.fields.number} ` : ''}
          {row.name || row.fields.amount}
        </Link>
        {row.relisted && <span className="tag ml-2">{words.indicator.relisted}</span>}
        {row.standing && row.standing !== 'same' && (
          <span className="tag fact ml-2">{w.standing[row.standing]}</span>
        )}
        {row.differences.map(({ what, before, now }) => (
          <span key={what} className="block small">
            {w.fields[what]} <del>{before || words.app.notStated}</del> →{' '}
            <ins>{now || words.app.notStated}</ins>
          </span>
        ))}
      </th>
      <td>{printedOf(row, words.app.notStated)}</td>
      <td className="small whitespace-nowrap">{w.place(at.sheet, at.cell, at.page, at.line, at.to)}</td>
      <td className="small whitespace-nowrap">{w.certainty[row.certainty]}</td>
      <td className={`small state-${state}`}>
        <span className="whitespace-nowrap">{w.entryStates[state]}</span>
        {row.corrected && <span className="slot">{w.corrected}</span>}
        {row.remarks.map(({ key, number }) => (
          <Link key={key} className="badge ml-1" to={here({ at: key, page: undefined })} preventScrollReset>
            {number}
          </Link>
        ))}
      </td>
    </tr>
  )
}

/** 基準値 → 目標値, or an amount; 「記載なし」 where the document does not say. */
function printedOf({ kind, fields }: IntakeRow, missing: string): string {
  const dated = (value: string | undefined, year: string | undefined) =>
    `${value || missing}${year && !/[年A-Z]/.test(value ?? '') ? ` (${year})` : ''}`
  if (kind === 'indicator') {
    const both = `${dated(fields.baseline, fields.baselineYear)} → ${dated(fields.target, fields.targetYear)}`
    return fields.unit && !both.includes(fields.unit) ? `${both} ${fields.unit}` : both
  }
  if (kind === 'project') return fields.amount || missing
  if (kind === 'donation') return `${fields.amount} ${fields.from ?? ''}–${fields.to ?? ''}`
  if (kind === 'step') return [fields.from, fields.to].filter(Boolean).join('–')
  return ''
}
