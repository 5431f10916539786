import { Form } from 'react-router'
import { RESPONSE_STATES, stateNow } from '#domain/cycle/opinion.ts'
import { nameIn, type Translations } from '#domain/shared/lang.ts'
import type { AnswerRow } from '#usecases/view-answers.ts'
import { useHere } from '../paths.ts'
import { Field } from '../ui/field.tsx'
import { LongForm } from '../ui/long-form.tsx'
import { Name } from '../ui/name.tsx'
import { useWords } from '../words.tsx'

type Department = { readonly id: string; readonly name: string; readonly names?: Translations | undefined }
type Problem = {
  readonly do: string
  readonly asked: {
    readonly text: string
    readonly state: string
    readonly department: string
    readonly due: string
  }
}
type CardProps = {
  readonly row: Omit<AnswerRow, 'recordedBy' | 'before'>
  readonly departments: readonly Department[]
  readonly mayCharge: boolean
  readonly problem: Problem | undefined
}

/** 意見の一件: what was said, who answers by when, what was answered; and the forms of who may. */
export function AnswerCard({ row, departments, mayCharge, problem }: CardProps) {
  const words = useWords()
  const w = words.answers
  const { lang } = useHere()
  const number = words.room.number(row.year, row.number)
  const state = stateNow(row)
  const nameOf = (id: string | undefined) => {
    const found = departments.find((each) => each.id === id)
    return found ? nameIn(lang, found) : (id ?? '')
  }
  const last = row.responses.at(-1)
  return (
    <article className="card" aria-label={`${words.room.opinions} ${number}`} id={`o${row.id}`}>
      <header>
        <h3>{number}</h3>
        <span className="tag">{state === 'waiting' ? words.room.waiting : words.responseStates[state]}</span>
        {row.kind && <span className="tag fact">{words.room.kinds[row.kind]}</span>}
        <span className="small mute">
          <Name of={row.about} />
        </span>
        <span className="small more">
          {row.charged ? nameOf(row.charged) : <span className="mute">{w.nobody}</span>}{' '}
          {row.chargedDue && `${w.due} ${row.chargedDue}`}{' '}
          {row.overdue && <b className="text-error-2">{w.overdue}</b>}
        </span>
      </header>
      <p className="whitespace-pre-line wrap-anywhere">{row.text}</p>
      {last && (
        <div className="reply">
          <p className="small mute">
            {nameOf(last.department)} {words.moment(last.recordedAt)}
          </p>
          <p className="whitespace-pre-line wrap-anywhere">{last.text}</p>
        </div>
      )}
      {row.responses.length > 1 && (
        <details className="small mt-2">
          <summary>{w.earlier(row.responses.length - 1)}</summary>
          <ul className="said">
            {row.responses.slice(0, -1).map(({ id, state: then, text, department, recordedAt }) => (
              <li key={id}>
                <span className="mute">
                  {words.moment(recordedAt)} {nameOf(department)} {then && words.responseStates[then]}
                </span>
                <p>{text}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className="flex gap-6 flex-wrap mt-3 no-print">
        {mayCharge && (
          <ChargeForm
            {...{ row, departments, number }}
            problem={problem?.do === 'charge' ? problem : undefined}
          />
        )}
        {row.may && (
          <AnswerForm
            {...{ row, departments, mayCharge, number }}
            problem={problem?.do === 'answer' ? problem : undefined}
          />
        )}
      </div>
    </article>
  )
}

type FormProps = CardProps & { readonly number: string }

function Departments({
  id,
  departments,
  value,
}: {
  readonly id: string
  readonly departments: readonly Department[]
  readonly value: string
}) {
  const words = useWords()
  const { lang } = useHere()
  return (
    <div className="field">
      <label htmlFor={id}>{words.answers.byDepartment}</label>
      <select className="input" id={id} name="department" required defaultValue={value}>
        <option value="">{words.judge.choose}</option>
        {departments.map((each) => (
          <option key={each.id} value={each.id}>
            {nameIn(lang, each)}
          </option>
        ))}
      </select>
    </div>
  )
}

function ChargeForm({ row, departments, number, problem }: Omit<FormProps, 'mayCharge'>) {
  const w = useWords().answers
  return (
    <details open={problem !== undefined}>
      <summary className="small">{w.charge}</summary>
      <Form method="post" preventScrollReset className="grid gap-3 mt-2" aria-label={w.chargeOf(number)}>
        <input type="hidden" name="opinion" value={row.id} />
        <Departments
          id={`charge-${row.id}`}
          departments={departments}
          value={problem?.asked.department ?? row.charged ?? row.proposed ?? ''}
        />
        <Field
          id={`charge-due-${row.id}`}
          name="due"
          type="date"
          label={w.due}
          defaultValue={problem?.asked.due ?? row.chargedDue}
        />
        <p>
          <button className="button" type="submit" name="do" value="charge">
            {w.charge}
          </button>
        </p>
      </Form>
    </details>
  )
}

function AnswerForm({ row, departments, mayCharge, number, problem }: FormProps) {
  const words = useWords()
  const w = words.answers
  const last = row.responses.at(-1)
  return (
    <details open={problem !== undefined} className="grow">
      <summary className="small">{last ? w.update : w.answer}</summary>
      <LongForm
        keep={`answer.${row.id}`}
        method="post"
        preventScrollReset
        className="grid gap-3 mt-2 max-w-2xl"
        aria-label={w.answerOf(number)}
      >
        <input type="hidden" name="opinion" value={row.id} />
        <input type="hidden" name="seen" value={last?.id ?? ''} />
        {mayCharge && (
          <Departments
            id={`answer-department-${row.id}`}
            departments={departments}
            value={problem?.asked.department ?? row.charged ?? row.proposed ?? ''}
          />
        )}
        <div className="field">
          <label htmlFor={`state-${row.id}`}>{w.state}</label>
          <select
            className="input"
            id={`state-${row.id}`}
            name="state"
            required
            defaultValue={problem?.asked.state ?? last?.state ?? 'begun'}
          >
            {RESPONSE_STATES.map((each) => (
              <option key={each} value={each}>
                {words.responseStates[each]}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`text-${row.id}`}>
            {w.text}
            <span className="must">{words.app.required}</span>
          </label>
          <textarea
            className="input"
            id={`text-${row.id}`}
            name="text"
            rows={4}
            defaultValue={problem?.asked.text}
          />
        </div>
        <Field
          id={`due-${row.id}`}
          name="due"
          type="date"
          label={w.due}
          help={w.dueNote}
          defaultValue={problem?.asked.due ?? row.chargedDue}
        />
        <p>
          <button className="button primary" type="submit" name="do" value="answer">
            {w.save}
          </button>
        </p>
      </LongForm>
    </details>
  )
}
