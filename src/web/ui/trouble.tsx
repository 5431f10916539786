import { Link } from 'react-router'
import { useHere } from '../paths.ts'
import { useWords } from '../words.tsx'

/** An error page is never a dead end: what happened, why, and where to go. */
export function Trouble({ status, detail }: { readonly status: number; readonly detail: unknown }) {
  const w = useWords()
  const { site, code } = useHere()
  const told =
    typeof detail === 'object' && detail !== null ? (detail as { why?: string; value?: string }) : {}
  const { title, next } = w.trouble(status, told.why, told.value)
  return (
    <main className="main" id="main">
      <p>
        <Link className="brand" to={site('/')}>
          {w.app.name}
        </Link>
      </p>
      <h1 className="mt-6">{title}</h1>
      <p className="lead">{next}</p>
      <p className="mt-6 flex gap-4 flex-wrap">
        {told.why === 'staff-only' ? (
          <Link className="button primary" to={site(`/g/${code}/reviews`)}>
            {w.app.toReviews}
          </Link>
        ) : (
          <Link className="button primary" to={site('/')}>
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
