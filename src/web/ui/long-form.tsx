import { Form, type FormProps } from 'react-router'
import { useHere } from '../paths.ts'
import { useWords } from '../words.tsx'
import { useKeptForm } from './kept-form.tsx'
import { useReach } from './use-reach.ts'

/** Where one signs in again and comes back; in another tab, so that this one stays as it is. */
export function SignInAgain() {
  const w = useWords().kept
  const { site, location } = useHere()
  const to = new URLSearchParams({ to: `${location.pathname}${location.search}` })
  return (
    <a href={`${site('/sign-in')}?${to}`} target="_blank" rel="noopener">
      {w.signIn}
    </a>
  )
}

/**
 * 長い文を書く書式: what is typed is kept in this browser, under `keep`, until the server has it. Neither a cut network, nor a server that is away, nor a
 * session that ended takes it, and however often it is sent it arrives once. Its route forgets with `forgetWhenDone`.
 */
export function LongForm({ keep, children, ...more }: { readonly keep: string } & FormProps) {
  const w = useWords().kept
  const { code } = useHere()
  const { form, kept, restored, drop } = useKeptForm(`${code}.${keep}`)
  const { said, onSubmit } = useReach(form)
  return (
    <Form method="post" preventScrollReset {...more} ref={form} onSubmit={onSubmit}>
      {kept}
      {restored && (
        <p className="small" role="status">
          {w.restored}{' '}
          <button className="button quiet small" type="button" onClick={drop}>
            {w.drop}
          </button>
        </p>
      )}
      {children}
      {said && (
        <p className="problem" role="alert">
          {said === 'cut' ? (
            w.cut
          ) : (
            <>
              {w.signedOut} <SignInAgain /> {w.thenAgain}
            </>
          )}
        </p>
      )}
    </Form>
  )
}
