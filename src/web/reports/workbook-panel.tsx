import { type FormEvent, useState } from 'react'
import { Form, useRevalidator } from 'react-router'
import { useHere } from '../paths.ts'
import { useWords } from '../words.tsx'
import { ConflictTable } from './conflict-table.tsx'
import type { WorkbookAnswer } from './workbook.ts'

/** Excelで答える: the workbook out and back. */
export function WorkbookPanel({ department, year }: { readonly department: string; readonly year: number }) {
  const w = useWords().workbook
  const { of } = useHere()
  return (
    <section className="card no-print" aria-labelledby="workbook">
      <h2 id="workbook">Excel</h2>
      <p className="my-3">
        <a className="button" href={of('/reports/workbook.xlsx', { department, year: String(year) })}>
          {w.download}
        </a>
      </p>
      <p className="small mute">{w.help}</p>
      <Form method="post" encType="multipart/form-data" className="grid gap-2 mt-3">
        <label className="field">
          <span className="label">{w.file}</span>
          <input className="input dense w-full" type="file" name="file" accept=".xlsx" required />
        </label>
        <p>
          <button className="button" type="submit" name="do" value="workbook">
            {w.upload}
          </button>
        </p>
      </Form>
    </section>
  )
}

/** まとめて: all departments out as one file, and any number back, one after another with what became of each. */
export function ManyWorkbooks({ year }: { readonly year: number }) {
  const words = useWords()
  const w = words.workbook
  const { of } = useHere()
  const { revalidate } = useRevalidator()
  const [at, setAt] = useState<{ readonly done: number; readonly of: number; readonly name: string }>()
  const [told, setTold] = useState<
    readonly { readonly name: string; readonly said: string; readonly ok: boolean }[]
  >([])
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const files = new FormData(event.currentTarget)
      .getAll('files')
      .filter((each) => each instanceof File && each.name !== '') as File[]
    setTold([])
    for (const [index, file] of files.entries()) {
      setAt({ done: index, of: files.length, name: file.name })
      const body = new FormData()
      body.set('file', file)
      const reply = await fetch(of('/reports/workbooks', { year: String(year) }), { method: 'POST', body })
        .then(
          (response) =>
            response.json() as Promise<{
              ok: boolean
              why?: string
              detail?: Record<string, string>
              value?: WorkbookAnswer
            }>,
        )
        .catch(
          () =>
            ({ ok: false, why: 'cut' }) as {
              ok: boolean
              why?: string
              detail?: Record<string, string>
              value?: WorkbookAnswer
            },
        )
      const { value } = reply
      const said =
        value === undefined
          ? reply.why === 'cut'
            ? words.intake.cut
            : words.refusal(reply.why ?? '', reply.detail)
          : value.conflicts.length > 0
            ? w.conflicts(value.conflicts.length)
            : `${w.applied(value.saved, value.unchanged)} ${value.findings.map((finding) => words.finding(finding)).join(' ')}`
      setTold((before) => [
        ...before,
        { name: file.name, said, ok: value !== undefined && value.conflicts.length === 0 },
      ])
    }
    setAt(undefined)
    await revalidate()
  }
  return (
    <section className="card mb-6 no-print" aria-labelledby="many">
      <h2 id="many">Excel</h2>
      <p className="my-3">
        <a className="button" href={of('/reports/workbooks.zip', { year: String(year) })}>
          {w.downloadAll}
        </a>
      </p>
      <form onSubmit={send} className="grid gap-2">
        <label className="field">
          <span className="label">{w.files}</span>
          <input className="input dense w-full" type="file" name="files" accept=".xlsx" multiple required />
        </label>
        <p className="flex gap-3 items-center flex-wrap">
          <button className="button" type="submit" disabled={at !== undefined}>
            {w.uploadMany}
          </button>
          {at && (
            <span role="status" className="flex gap-3 items-center">
              {w.doing(at.done + 1, at.of, at.name)}
              <progress className="progress" max={at.of} value={at.done} aria-label={w.uploadMany} />
            </span>
          )}
        </p>
      </form>
      <ul className="small mt-2" aria-live="polite">
        {told.map(({ name, said, ok }) => (
          <li key={name} className={ok ? '' : 'problem'}>
            {name}: {said}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** 取り込みの結果: how many came in, for which department where it is not the page's, what was odd, and the conflicts side by side. */
export function WorkbookResult({
  answer,
  another,
}: {
  readonly answer: WorkbookAnswer
  readonly another: string | undefined
}) {
  const words = useWords()
  const w = words.workbook
  return (
    <div className="grid gap-4 mb-6">
      {another && <p className="notice warning">{w.ofAnother(another)}</p>}
      {answer.conflicts.length === 0 && (
        <p className="notice done" role="status">
          {w.applied(answer.saved, answer.unchanged)}
        </p>
      )}
      {answer.locked.length > 0 && <p className="notice warning">{w.locked(answer.locked.join('、'))}</p>}
      {answer.findings.length > 0 && (
        <ul className="notice warning small">
          {answer.findings.map((finding) => (
            <li key={`${finding.code} ${finding.detail?.cell ?? finding.detail?.id}`}>
              {words.finding(finding)}
            </li>
          ))}
        </ul>
      )}
      {answer.conflicts.length > 0 && (
        <section className="card" aria-labelledby="conflicts">
          <h2 id="conflicts">{w.conflicts(answer.conflicts.length)}</h2>
          <p className="small mute mb-3">{w.conflictsHelp}</p>
          <Form method="post">
            <textarea name="returned" defaultValue={answer.returned} hidden />
            <ConflictTable
              conflicts={answer.conflicts}
              labels={{ base: w.base, page: w.page, workbook: w.book }}
            />
            <p className="mt-3">
              <button className="button primary" type="submit" name="do" value="choose">
                {w.choose}
              </button>
            </p>
          </Form>
        </section>
      )}
    </div>
  )
}
