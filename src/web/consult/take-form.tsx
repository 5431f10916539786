import { Form, useNavigation } from 'react-router'
import { CHANNELS } from '#domain/cycle/consultation.ts'
import { Field } from '../ui/field.tsx'
import { useWords } from '../words.tsx'

type Props = {
  readonly token: string
  /** How many were taken in so far: the form is empty again when one more is there, and only then. */
  readonly taken: number
  readonly today: string
  readonly told: Readonly<Record<string, string>> | undefined
  readonly opened: 'take' | 'takeMany' | undefined
}

/** 届いた意見を入れる: one that came on paper or by mail, or a whole table. */
export function TakeForms({ token, taken, today, told, opened }: Props) {
  const words = useWords()
  const w = words.consult
  const busy = useNavigation().state === 'submitting'
  return (
    <section className="card no-print" aria-label={w.take}>
      <details open={opened === 'take'}>
        <summary>{w.takeOne}</summary>
        <Form method="post" className="grid gap-3 mt-3" key={`one ${taken}`} aria-label={w.takeOne}>
          <input type="hidden" name="deed" value="take" />
          <input type="hidden" name="token" value={token} />
          <div className="field">
            <label htmlFor="channel">{w.channel}</label>
            <select className="input" id="channel" name="channel" defaultValue={told?.channel ?? 'mail'}>
              {CHANNELS.filter((each) => each !== 'form').map((each) => (
                <option key={each} value={each}>
                  {w.channels[each]}
                </option>
              ))}
            </select>
          </div>
          <Field
            id="receivedOn"
            type="date"
            label={w.receivedOn}
            defaultValue={told?.receivedOn || today}
            must={words.app.required}
          />
          <Field id="about" label={w.part} defaultValue={told?.about} maxLength={500} />
          <div className="field">
            <label htmlFor="text">
              {w.text}
              <span className="must">{words.app.required}</span>
            </label>
            <textarea className="input" id="text" name="text" rows={4} required defaultValue={told?.text} />
          </div>
          <Field id="name" label={w.person} defaultValue={told?.name} maxLength={500} />
          <Field id="contact" label={w.contact} defaultValue={told?.contact} maxLength={500} />
          <p>
            <button className="button" type="submit" disabled={busy}>
              {w.take}
            </button>
          </p>
        </Form>
      </details>
      <details className="mt-3" open={opened === 'takeMany'}>
        <summary>{w.takeMany}</summary>
        <Form
          method="post"
          encType="multipart/form-data"
          className="grid gap-3 mt-3"
          key={`many ${taken}`}
          aria-label={w.takeMany}
        >
          <input type="hidden" name="deed" value="takeMany" />
          <input type="hidden" name="token" value={token} />
          <div className="field">
            <label htmlFor="table">{w.paste}</label>
            <textarea
              className="input"
              id="table"
              name="table"
              rows={5}
              defaultValue={told?.table}
              aria-describedby="table-help"
            />
            <p className="small mute" id="table-help">
              {w.pasteHelp}
            </p>
          </div>
          <div className="field">
            <label htmlFor="file">{w.file}</label>
            <input className="input" id="file" name="file" type="file" accept=".xlsx,.xls,.csv" />
          </div>
          <p>
            <button className="button" type="submit" disabled={busy}>
              {w.takeAll}
            </button>
          </p>
        </Form>
      </details>
    </section>
  )
}
