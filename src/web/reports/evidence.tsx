import { Form, useActionData } from 'react-router'
import { type Evidence, MOST_EVIDENCE } from '#domain/cycle/evidence.ts'
import { useHere } from '../paths.ts'
import { useWords } from '../words.tsx'
import type { CardRow, Kept } from './questions.tsx'

/** 根拠資料の一覧: each opens as a download; of a removed one only its record is left. */
export function EvidenceList({
  evidence,
  removable = false,
}: {
  readonly evidence: readonly Evidence[]
  readonly removable?: boolean
}) {
  const words = useWords()
  const w = words.cycle.evidence
  const { of } = useHere()
  return (
    <ul className="tasks">
      {evidence.map(({ id, name, size, shows, at, by, removed, sha256 }) => (
        <li key={id}>
          <span className="min-w-0 wrap-anywhere">
            {removed ? (
              <s>{name}</s>
            ) : (
              <a href={of(`/evidence/${id}`)} download title={`SHA-256 ${sha256}`}>
                {name}
              </a>
            )}{' '}
            <span className="small mute">{w.size(size)}</span>
            <span className="small block">{shows}</span>
            <span className="small mute block">
              {w.by(words.moment(at), by)}
              {removed && ` ${w.removedNote(words.moment(removed.at), removed.by, removed.reason)}`}
            </span>
          </span>
          {removable && !removed && (
            <details className="small no-print">
              <summary>{w.remove}</summary>
              <Form method="post" preventScrollReset className="grid gap-2">
                <input type="hidden" name="evidence" value={id} />
                <div className="field">
                  <label htmlFor={`remove-${id}`}>{w.removeReason}</label>
                  <input className="input dense" id={`remove-${id}`} name="reason" />
                </div>
                <p className="mute">{w.keptNote}</p>
                <button className="button small" type="submit" name="do" value="detach">
                  {w.remove}
                </button>
              </Form>
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}

/** 根拠資料 of a card, and the form that attaches one more. */
export function Evidences({
  row: { indicator, evidence },
  may,
}: {
  readonly row: Pick<CardRow, 'indicator' | 'evidence'>
  readonly may: boolean
}) {
  const w = useWords().cycle.evidence
  const sent = useActionData() as Kept | undefined
  const kept = sent?.do === 'attach' && sent.kept?.subject === indicator.id ? sent.kept : undefined
  const there = evidence.filter(({ removed }) => !removed).length
  if (evidence.length === 0 && !may) return null
  const id = (name: string) => `${name}-${indicator.id}`
  return (
    <details className="apart" open={there > 0 || kept !== undefined}>
      <summary>
        {w.title} <span className="small mute">{there === 0 ? w.none : there}</span>
      </summary>
      <EvidenceList evidence={evidence} removable={may} />
      {may && there < MOST_EVIDENCE && (
        <Form
          key={there}
          method="post"
          encType="multipart/form-data"
          preventScrollReset
          className="grid gap-2 mt-3 no-print"
        >
          <input type="hidden" name="indicator" value={indicator.id} />
          <div className="field">
            <label htmlFor={id('file')}>{w.file}</label>
            <input
              className="small"
              id={id('file')}
              name="file"
              type="file"
              accept=".pdf,.xlsx,.docx,.csv,.png,.jpg,.jpeg,.txt"
            />
          </div>
          <div className="field">
            <label htmlFor={id('shows')}>{w.shows}</label>
            <input className="input dense" id={id('shows')} name="text" defaultValue={kept?.text} />
          </div>
          <p>
            <button className="button small" type="submit" name="do" value="attach">
              {w.add}
            </button>
          </p>
        </Form>
      )}
    </details>
  )
}
