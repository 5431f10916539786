import type { Conflict, FIELDS } from '#domain/cycle/merge-answers.ts'
import type { MissingWhy } from '#domain/indicator/actual.ts'
import { useWords } from '../words.tsx'

/** 食い違いの表: what both sides changed, side by side, with a choice in each row that has to be made. */
export function ConflictTable({
  conflicts,
  labels,
  chosen = {},
}: {
  readonly conflicts: readonly (Conflict & { readonly name: string })[]
  readonly labels: { readonly base: string; readonly page: string; readonly workbook: string }
  /** What was chosen before, where the form came back. */
  readonly chosen?: Readonly<Record<string, string>>
}) {
  const words = useWords()
  const w = words.workbook
  const shown = (field: (typeof FIELDS)[number], text: string): string => {
    if (field === 'provisional') return text === 'true' ? w.yes : w.no
    if (field === 'why' && text) return words.missing[text as MissingWhy]
    return text || w.empty
  }
  return (
    <table className="sheet stack">
      <thead>
        <tr>
          <th scope="col">{w.name}</th>
          <th scope="col">{labels.base}</th>
          <th scope="col">{labels.page}</th>
          <th scope="col">{labels.workbook}</th>
        </tr>
      </thead>
      <tbody>
        {conflicts.map((each) => {
          const name = `choice ${each.indicator} ${each.field}`
          return (
            <tr key={name}>
              <th scope="row">
                {each.name} <span className="slot">{w.fields[each.field]}</span>
              </th>
              <td data-label={labels.base}>{shown(each.field, each.base)}</td>
              {(['page', 'workbook'] as const).map((side) => (
                <td key={side} data-label={labels[side]}>
                  <label className="option">
                    <input
                      type="radio"
                      name={name}
                      value={side}
                      defaultChecked={chosen[name] === side}
                      required
                    />
                    <span>
                      <b>{shown(each.field, each[side])}</b>
                      <span className="block small mute">
                        {side === 'page'
                          ? `${each.by ?? ''} ${each.at ? words.moment(each.at) : ''}`
                          : each.cell}
                      </span>
                    </span>
                  </label>
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
