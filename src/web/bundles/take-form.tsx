import { Form, useNavigation } from 'react-router'
import { useHere } from '../paths.ts'
import { useUpload } from '../review/use-upload.ts'
import { useWords } from '../words.tsx'

/** 束を取り込む: the file goes with its progress; what is wrong with it is said beside it. */
export function TakeForm({ refused }: { readonly refused: string | undefined }) {
  const words = useWords()
  const w = words.bundle
  const { of } = useHere()
  const busy = useNavigation().state === 'submitting'
  const upload = useUpload(of('/bundles/upload'), (id) => of(`/bundles/${id}`))
  const { stage, failed } = upload
  const said = failed
    ? failed.why === 'cut'
      ? words.intake.cut
      : words.refusal(failed.why, failed.detail)
    : refused
  return (
    <section className="card no-print" aria-labelledby="take">
      <h2 id="take">{w.take}</h2>
      <Form method="post" encType="multipart/form-data" className="grid gap-3 mt-3" onSubmit={upload.submit}>
        <input type="hidden" name="do" value="receive" />
        <div className="field">
          <label htmlFor="file">{w.file}</label>
          <input className="input" id="file" name="file" type="file" accept=".shirube" required />
          <p className="small mute">{w.takeHelp}</p>
        </div>
        <p className="flex gap-3 items-center flex-wrap">
          <button className="button primary" type="submit" disabled={busy || stage !== undefined}>
            {w.check}
          </button>
          {stage && (
            <span role="status" className="flex gap-3 items-center">
              {stage.kind === 'sending' ? words.intake.sending(stage.percent) : w.checking}
              <progress
                className="progress"
                max={100}
                {...(stage.kind === 'sending' ? { value: stage.percent } : {})}
                aria-label={w.take}
              />
            </span>
          )}
        </p>
        {said && (
          <p className="notice error" role="alert">
            {said}
          </p>
        )}
      </Form>
    </section>
  )
}
