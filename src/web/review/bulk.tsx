import { Form } from 'react-router'
import { useWords } from '../words.tsx'
import type { IntakeView } from './view.ts'

/** まとめて: accepts many entries in one step, and takes the last step back. */
export function Bulk({ progress, last }: Pick<IntakeView, 'progress' | 'last'>) {
  const w = useWords().intake
  return (
    <Form method="post" preventScrollReset className="flex gap-2 flex-wrap no-print">
      {progress.sure > 0 && (
        <button className="button small" type="submit" name="do" value="accept-sure">
          {w.acceptSure(progress.sure)}
        </button>
      )}
      {progress.open > 0 && (
        <button className="button small" type="submit" name="do" value="accept-all">
          {w.acceptAll(progress.open)}
        </button>
      )}
      {last?.undoable && (
        <button className="button quiet small" type="submit" name="do" value="undo">
          {w.undo(last.undoable)}
        </button>
      )}
      <input type="hidden" name="seen" value={last?.id ?? ''} />
    </Form>
  )
}
