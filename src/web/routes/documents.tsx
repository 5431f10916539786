import { data, Form, useNavigation } from 'react-router'
import { entriesOf } from '#domain/document/draft.ts'
import type { Finding } from '#domain/shared/finding.ts'
import { isFiscalYear } from '#domain/shared/year.ts'
import { checkDocument } from '#readers/check/check-document.ts'
import { draftEdition } from '#readers/grammar/draft-edition.ts'
import { readPlan } from '#readers/grammar/read-plan.ts'
import { readInWorker } from '#readers/in-worker.ts'
import { loadShared } from '#store/plans.ts'
import { writePlanFile } from '#writers/plan-file.ts'
import { readForm } from '../form.ts'
import { langOf, useHere } from '../paths.ts'
import { Scroll } from '../ui/scroll.tsx'
import { Head } from '../ui/shell.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/documents'

/** Larger documents are read on the command line. */
const LARGEST = 20_000_000

export const loader = ({ context }: Route.LoaderArgs) => ({ mayRead: visitOf(context).user !== undefined })

export async function action({ request, context }: Route.ActionArgs) {
  const failed = (why: string, findings: readonly Finding[] = []) =>
    data({ ok: false as const, why, findings }, 422)
  if (!visitOf(context).user) return failed('signed-out')
  const form = await readForm(request)
  const file = form.file('file')
  if (!file) return failed('no-file')
  if (file.size > LARGEST) return failed('document-too-large')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const document = await readInWorker(bytes, file.name)
  const fatal = document.findings.filter(({ severity }) => severity === 'error')
  if (fatal.length > 0) return failed('document-unreadable', fatal)
  const draft = readPlan(document)
  const remarks = checkDocument(document, draft)
  const { government, read } = visitOf(context)
  const known = await read(loadShared)
  const ours = new Set(known.indicators.map(({ id }) => id))
  const edition = draftEdition({ bytes, document, draft, government, known, period: periodOf(form.told) })
  return {
    ok: true as const,
    file: file.name,
    plan: edition.ok
      ? {
          ok: true as const,
          id: edition.value.id,
          commitments: edition.value.commitments.length,
          continued: edition.value.commitments.filter(({ indicator }) => ours.has(indicator)).length,
          projects: edition.value.projects.length,
          text: writePlanFile(edition.value),
        }
      : { ok: false as const, why: edition.why },
    remarks: remarks.map(({ places, ...remark }) => ({
      ...remark,
      places: places.slice(0, 6).map(({ text, ...place }) => ({ ...place, text: text.slice(0, 160) })),
    })),
    indicators: entriesOf(draft, 'indicator'),
    projects: entriesOf(draft, 'project').length,
  }
}

/** 計画期間 as a person typed it; a year that is none is left to the document. */
function periodOf(told: (key: string) => string): { readonly from?: number; readonly to?: number } {
  const year = (key: 'from' | 'to') => {
    const typed = Number(told(key).normalize('NFKC'))
    return told(key) !== '' && isFiscalYear(typed) ? { [key]: typed } : {}
  }
  return { ...year('from'), ...year('to') }
}

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.documents.title} | ${w.app.name}` }]
}

/** 文書を確かめる: a document is read and doubted; nothing of it is kept. */
export default function Documents({ loaderData: { mayRead }, actionData }: Route.ComponentProps) {
  const w = useWords()
  const busy = useNavigation().state === 'submitting'
  return (
    <>
      <Head title={w.documents.title} lead={w.documents.lead} />
      {mayRead ? (
        <Form method="post" encType="multipart/form-data" className="card max-w-2xl mb-6 grid gap-3 no-print">
          <div className="field">
            <label htmlFor="file">{w.documents.file}</label>
            <input className="input" id="file" name="file" type="file" required />
            <p className="small mute">{w.documents.help}</p>
          </div>
          <details>
            <summary>{w.documents.period}</summary>
            <p className="small mute">{w.documents.periodHelp}</p>
            <p className="flex gap-3 items-end flex-wrap mt-2">
              {(['from', 'to'] as const).map((end) => (
                <label key={end} className="grid">
                  {w.documents.ends[end]}
                  <input className="input number" name={end} inputMode="numeric" maxLength={4} size={6} />
                </label>
              ))}
            </p>
          </details>
          <p>
            <button className="button primary" type="submit" disabled={busy}>
              {busy ? w.documents.reading : w.documents.read}
            </button>
          </p>
        </Form>
      ) : (
        <p className="notice mb-6">{w.documents.signInFirst}</p>
      )}
      {actionData && !actionData.ok && (
        <div className="notice error mb-6" role="alert">
          <p className="font-bold">{w.refusal(actionData.why)}</p>
          <ul className="small">
            {actionData.findings.map((finding) => (
              <li key={finding.code}>{w.finding(finding)}</li>
            ))}
          </ul>
        </div>
      )}
      {actionData?.ok && <Result result={actionData} />}
    </>
  )
}

/** 計画の下書き: what was read as an edition of stage draft, to take in as it is or to correct in the plan file first. */
function DraftPlan({ plan }: { readonly plan: ResultOf['plan'] }) {
  const w = useWords()
  const { of } = useHere()
  return (
    <section className="card no-print" aria-labelledby="draft">
      <h2 id="draft">{w.documents.draft}</h2>
      {plan.ok ? (
        <>
          <p className="mt-2">{w.documents.draftHolds(plan.commitments, plan.projects)}</p>
          {plan.continued > 0 && <p className="small mute">{w.documents.continued(plan.continued)}</p>}
          <Form
            method="post"
            action={of('/plans')}
            encType="multipart/form-data"
            className="flex gap-3 flex-wrap mt-3"
          >
            <textarea name="text" defaultValue={plan.text} hidden />
            <button className="button primary" type="submit">
              {w.documents.takeIn}
            </button>
            <a
              className="button"
              href={`data:application/yaml;charset=utf-8,${encodeURIComponent(plan.text)}`}
              download={`${plan.id}.yaml`}
            >
              {w.documents.draftFile}
            </a>
          </Form>
        </>
      ) : (
        <p className="mt-2">{w.documents.noDraft[plan.why]}</p>
      )}
    </section>
  )
}

type ResultOf = Extract<NonNullable<Route.ComponentProps['actionData']>, { ok: true }>

function Result({ result: { file, remarks, indicators, projects, plan } }: { readonly result: ResultOf }) {
  const w = useWords()
  return (
    <div className="grid gap-6">
      <DraftPlan plan={plan} />
      <section className="card" aria-labelledby="remarks">
        <header>
          <h2 id="remarks">{w.documents.remarks(remarks.length)}</h2>
          <span className="mute small">{file}</span>
        </header>
        {remarks.length === 0 && <p>{w.documents.clean}</p>}
        <ol className="grid gap-4">
          {remarks.map((remark) => (
            <RemarkLines key={`${remark.code}${remark.line}`} remark={remark} />
          ))}
        </ol>
      </section>
      <section className="card" aria-labelledby="read">
        <header>
          <h2 id="read">{w.documents.found(indicators.length, projects)}</h2>
        </header>
        {indicators.length > 0 && (
          <Scroll label={w.indicators.title}>
            <table className="sheet">
              <thead>
                <tr>
                  <th scope="col">{w.indicator.indicator}</th>
                  <th scope="col" className="num">
                    {w.indicator.baseline}
                  </th>
                  <th scope="col" className="num">
                    {w.indicator.target}
                  </th>
                  <th scope="col">{w.indicator.from}</th>
                </tr>
              </thead>
              <tbody>
                {indicators.map((entry) => (
                  <IndicatorLine key={entry.id} entry={entry} />
                ))}
              </tbody>
            </table>
          </Scroll>
        )}
        <p className="small mute">{w.documents.notKept}</p>
      </section>
    </div>
  )
}

function RemarkLines({ remark }: { readonly remark: ResultOf['remarks'][number] }) {
  const w = useWords()
  const [said, advice] = w.remark(remark.code, remark.detail ?? {})
  return (
    <li
      className={`notice ${remark.severity === 'error' ? 'error' : remark.severity === 'warning' ? 'warning' : ''}`}
    >
      <p>
        <b>{w.documents.severity[remark.severity]}</b> {said}
      </p>
      {remark.detail?.arithmetic && <p className="small">{remark.detail.arithmetic}</p>}
      <p className="small mute">→ {advice}</p>
      <ul className="small mt-2">
        {remark.places.map(({ page, line, sheet, cell, text }) => (
          <li key={`${page} ${sheet} ${line}`}>
            <span className="slot">{w.origin.spot(page, line, sheet, cell)}</span> <q>{text}</q>
          </li>
        ))}
      </ul>
      <p className="small faint">{remark.code}</p>
    </li>
  )
}

function IndicatorLine({ entry }: { readonly entry: ResultOf['indicators'][number] }) {
  const w = useWords()
  const target = entry.targets.findLast(({ role }) => role === 'final')
  const year = (value: { readonly year?: number } | undefined) =>
    value?.year === undefined ? '' : w.shortYear(value.year)
  return (
    <tr>
      <th scope="row">
        {entry.relisted && <span className="tag mr-2">{w.indicator.relisted}</span>}
        {entry.name}
        {entry.unit && <span className="unit">{entry.unit}</span>}
      </th>
      <td className="num">
        {entry.baseline?.printed ?? w.app.notStated}
        <span className="slot">{year(entry.baseline)}</span>
      </td>
      <td className="num">
        {target?.printed ?? w.app.notStated}
        <span className="slot">{year(target)}</span>
      </td>
      <td className="small">
        {entry.grounds.at.cell
          ? w.origin.spot(
              undefined,
              entry.grounds.at.line ?? 0,
              entry.grounds.at.sheet,
              entry.grounds.at.cell,
            )
          : w.origin.place(entry.grounds.at.page, entry.grounds.at.line ?? 0, entry.grounds.at.to)}
      </td>
    </tr>
  )
}
