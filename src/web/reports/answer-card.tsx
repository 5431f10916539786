import { Form, Link } from 'react-router'
import { checkAnswer, isReady } from '#domain/cycle/check-answer.ts'
import { type AnswerFields, EMPTY_ANSWER, isEditable } from '#domain/cycle/report.ts'
import { MISSING_WHY } from '#domain/indicator/actual.ts'
import { accumulationOf, unitOf } from '#domain/indicator/settled.ts'
import { finalTarget } from '#domain/indicator/target-kind.ts'
import { nameIn } from '#domain/shared/lang.ts'
import { fiscalYear } from '#domain/shared/year.ts'
import { useHere } from '../paths.ts'
import { SignInAgain } from '../ui/long-form.tsx'
import { ActualFigure, TargetFigure } from '../ui/value.tsx'
import { useWords } from '../words.tsx'
import { Evidences } from './evidence.tsx'
import { Moves } from './moves.tsx'
import { usePendingSave } from './pending-saves.ts'
import { type CardRow, Threads } from './questions.tsx'
import { LeftHere } from './unsaved.tsx'
import { useAnswer } from './use-answer.ts'

/** 一件の回答: last answers and what is counted at the left, the field, and what may be wrong with it below; saved as it is typed. */
export function AnswerCard({
  row,
  year,
  number,
  may,
  saveUrl,
}: {
  readonly row: CardRow
  readonly year: number
  readonly number: number
  readonly may: { readonly write: boolean; readonly approve: boolean }
  readonly saveUrl: string
}) {
  const words = useWords()
  const w = words.reports
  const { of, code, lang } = useHere()
  const { indicator, actuals, answer, state } = row
  const open = may.write && isEditable(state)
  const held = useAnswer(saveUrl, `${code}/${year}/${indicator.id}`, {
    ...{ start: answer?.fields ?? EMPTY_ANSWER, startId: answer?.id ?? '', open },
  })
  usePendingSave(indicator.id, open ? held.pending : undefined)
  const { fields, change, conflict, choose } = held
  const unit = unitOf(indicator)
  const said = unit === 'not-stated' ? '' : unit
  const doubts = checkAnswer(indicator, actuals, fiscalYear(year), fields, row.parts)
  const worst = doubts.find(({ level }) => level === 'error') ?? doubts[0]
  const ready = isReady(fields, doubts)
  const level = state === 'returned' ? 'error' : worst && !ready ? worst.level : ''
  const set = (next: Partial<AnswerFields>) => change({ ...fields, ...next })
  const id = (name: string) => `${name}-${indicator.id}`
  return (
    <section className={`card answer-card ${level}`} aria-labelledby={id('name')} id={indicator.id}>
      <header>
        <span className="ordinal">{number}</span>
        <h2 id={id('name')}>
          <Link className="q" to={of(`/indicators/${indicator.id}`)}>
            {nameIn(lang, { ...indicator, name: row.commitment.printedName ?? indicator.name })}
          </Link>
        </h2>
        <span className="tag ml-auto">{level === '' && open && ready ? w.ready : w.states[state]}</span>
      </header>
      <p className="small mute">
        {indicator.definition && `${w.definition}: ${indicator.definition}　`}
        {indicator.dataSource !== 'not-stated' && `${w.source}: ${indicator.dataSource}　`}
        {w.target} <TargetFigure target={finalTarget(row.commitment)} />
      </p>
      <div className="answer-two">
        <div>
          <h3 className="small">
            {w.before} <span className="unit">{said}</span>
          </h3>
          <ul className="before">
            {actuals
              .filter((actual) => actual.year < year)
              .slice(-3)
              .map((actual) => (
                <li key={`${actual.year}${actual.vintage ?? ''}`}>
                  <span className="small mute block">{words.shortYear(actual.year)}</span>
                  <ActualFigure actual={actual} withYear={false} />
                </li>
              ))}
          </ul>
          {actuals.every((actual) => actual.year >= year) && <p className="small mute">{w.noBefore}</p>}
          {row.last?.note && (
            <p className="small mute">
              {w.lastNote}: {row.last.note}
            </p>
          )}
        </div>
        {state === 'approved' ? (
          <p>
            <span className="small mute block">
              {w.value(year, said, accumulationOf(indicator) === 'cumulative')}
            </span>
            <span className="text-xl">
              <ActualFigure actual={actuals.findLast((actual) => actual.year === year)} withYear={false} />
            </span>
          </p>
        ) : (
          <Form method="post" preventScrollReset className="grid gap-3">
            <input type="hidden" name="indicator" value={indicator.id} />
            <input type="hidden" name="seen" value={answer?.id ?? ''} />
            <fieldset disabled={!open} className="grid gap-3">
              <div className="field">
                <label htmlFor={id('value')}>
                  {w.value(year, said, accumulationOf(indicator) === 'cumulative')}
                </label>
                <input
                  className="input number text-xl max-w-xs"
                  id={id('value')}
                  name="value"
                  inputMode="decimal"
                  autoComplete="off"
                  value={fields.value}
                  aria-invalid={worst?.level === 'error' || undefined}
                  aria-describedby={id('doubts')}
                  onChange={({ target }) => set({ value: target.value })}
                />
              </div>
              <div id={id('doubts')} aria-live="polite" className="grid gap-2">
                {doubts.map((doubt) => (
                  <div key={doubt.kind} className={`doubt ${doubt.level}`}>
                    <p>
                      <b>{w.level[doubt.level]}</b> {w.doubt(doubt, fields.value)}
                    </p>
                    {'fix' in doubt && doubt.fix !== undefined && open && (
                      <button
                        type="button"
                        className="button small"
                        onClick={() => set({ value: doubt.fix ?? '' })}
                      >
                        {w.fix(doubt.fix, said)}
                      </button>
                    )}
                  </div>
                ))}
                {doubts.some((doubt) => doubt.level === 'warning') && (
                  <label className="small flex gap-2">
                    <input
                      type="checkbox"
                      name="confirmed"
                      checked={fields.confirmed}
                      onChange={({ target }) => set({ confirmed: target.checked })}
                    />
                    {w.confirm}
                  </label>
                )}
              </div>
              <div className="field">
                <label htmlFor={id('why')}>{w.why}</label>
                <select
                  className="input dense"
                  id={id('why')}
                  name="why"
                  value={fields.why}
                  onChange={({ target }) => set({ why: target.value as AnswerFields['why'] })}
                >
                  <option value="">{w.hasValue}</option>
                  {MISSING_WHY.map((why) => (
                    <option key={why} value={why}>
                      {words.missing[why]}
                    </option>
                  ))}
                </select>
              </div>
              <div className="field">
                <label htmlFor={id('note')}>{w.note}</label>
                <textarea
                  className="input"
                  id={id('note')}
                  name="note"
                  rows={2}
                  value={fields.note}
                  onChange={({ target }) => set({ note: target.value })}
                />
              </div>
              <div className="flex gap-4 flex-wrap items-end">
                <div className="field grow">
                  <label htmlFor={id('source')}>{w.source}</label>
                  <input
                    className="input dense w-full"
                    id={id('source')}
                    name="source"
                    value={fields.source}
                    placeholder={row.last?.source}
                    onChange={({ target }) => set({ source: target.value })}
                  />
                </div>
                <label className="small flex gap-2 items-center">
                  <input
                    type="checkbox"
                    name="provisional"
                    checked={fields.provisional}
                    onChange={({ target }) => set({ provisional: target.checked })}
                  />
                  {w.provisional}
                </label>
              </div>
              {open && (
                <p className="flex gap-3 items-center">
                  <button className="button small" type="submit" name="do" value="save">
                    {w.save}
                  </button>
                  <span className="small mute" role="status">
                    {held.state === 'saving' && w.saving}
                    {held.state === 'kept' &&
                      (held.why ? words.refusal(held.why.why, held.why.detail) : w.kept)}
                    {held.state === 'signed-out' && (
                      <>
                        {words.kept.signedOut} <SignInAgain />
                      </>
                    )}
                    {(held.state === 'idle' || held.state === 'saved') &&
                      answer &&
                      w.savedAt(words.moment(answer.savedAt))}
                  </span>
                </p>
              )}
            </fieldset>
          </Form>
        )}
      </div>
      {conflict && (
        <div className="notice warning mt-3" role="alert">
          <p>{w.conflict(conflict.savedBy, words.moment(conflict.savedAt))}</p>
          <div className="flex gap-3 flex-wrap mt-2">
            {(['theirs', 'mine'] as const).map((which) => {
              const of = which === 'theirs' ? conflict.fields : fields
              return (
                <div key={which} className="border border-solid-gray-200 p-3">
                  <p className="small mute">{w[which]}</p>
                  <p>
                    <b>{of.value || (of.why && words.missing[of.why])}</b> {of.note}
                  </p>
                  <button type="button" className="button small" onClick={() => choose(which)}>
                    {which === 'theirs' ? w.useTheirs : w.useMine}
                  </button>
                </div>
              )
            })}
          </div>
        </div>
      )}
      {held.left && <LeftHere left={held.left} drop={held.drop} />}
      <Evidences row={row} may={may.write} />
      <Threads threads={row.threads} year={year} side={row.side} indicator={indicator.id} />
      <Moves row={row} may={may} />
    </section>
  )
}
