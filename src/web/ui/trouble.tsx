import { Link } from 'react-router'
import { useHere } from '../paths.ts'
import type { Unsent } from '../unsent.ts'
import { useWords } from '../words.tsx'
import { SignInAgain } from './long-form.tsx'

/** An error page is never a dead end: what happened, why, and where to go. */
export function Trouble({ status, detail }: { readonly status: number; readonly detail: unknown }) {
  const w = useWords()
  const { site, code } = useHere()
  const told =
    typeof detail === 'object' && detail !== null
      ? (detail as { why?: string; value?: string; sent?: Unsent })
      : {}
  const { title, next } = w.trouble(status, told.why, told.value)
  return (
    <main className="main" id="main">
      <p>
        <Link className="brand" to={site('/')}>
          {w.app.name}
        </Link>
      </p>
      <h1 className="mt-6">{title}</h1>
      <p className="lead">{told.sent ? w.kept.unsent : next}</p>
      {told.sent && <SendAgain sent={told.sent} />}
      <p className="mt-6 flex gap-4 flex-wrap">
        {told.why === 'staff-only' ? (
          <Link className="button primary" to={site(`/g/${code}/reviews`)}>
            {w.app.toReviews}
          </Link>
        ) : (
          <Link className={told.sent ? 'button' : 'button primary'} to={site('/')}>
            {w.app.toStart}
          </Link>
        )}
        {status === 403 && told.why !== 'staff-only' && (
          <Link className="button" to={site('/sign-in')}>
            {w.app.signIn}
          </Link>
        )}
      </p>
    </main>
  )
}

/** What was sent and did not arrive, to be read and to be sent again. Works without JavaScript. */
function SendAgain({ sent }: { readonly sent: Unsent }) {
  const w = useWords().kept
  const { location } = useHere()
  return (
    <form
      method="post"
      action={`${location.pathname}${location.search}`}
      className="grid gap-3 max-w-2xl mt-4"
    >
      {sent.map(([name, value], at) =>
        isTyped(value) ? (
          <textarea
            // biome-ignore lint/suspicious/noArrayIndexKey: the fields are those of one answer and never move
            key={at}
            className="input"
            name={name}
            defaultValue={value}
            aria-label={w.typed}
            rows={Math.min(8, value.split('\n').length + 1)}
          />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the fields are those of one answer and never move
          <input key={at} type="hidden" name={name} value={value} />
        ),
      )}
      <p className="flex gap-4 flex-wrap items-center">
        <SignInAgain />
        <button className="button primary" type="submit">
          {w.sendAgain}
        </button>
      </p>
    </form>
  )
}

/** Words that a person wrote, rather than ids, numbers and dates. */
const isTyped = (value: string): boolean => /[^\x21-\x7e]/.test(value)

/** 通信が切れた: a page that could not be fetched. What was being written into it is kept, and comes back with it. */
export function Cut() {
  const w = useWords()
  const { location } = useHere()
  return (
    <main className="main" id="main">
      <h1 className="mt-6">{w.kept.cutTitle}</h1>
      <p className="lead">{w.kept.cutNext}</p>
      <p className="mt-6">
        <a className="button primary" href={`${location.pathname}${location.search}`}>
          {w.kept.reopen}
        </a>
      </p>
    </main>
  )
}

/** Whether an error is that of a network that is away, as browsers name it. */
export const isCut = (error: unknown): boolean =>
  error instanceof TypeError && /fetch|network|load failed/i.test(error.message)
