import { type FormEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { useNavigation } from 'react-router'

/** How far a form would get: to somebody who is signed in, to a server that knows nobody, or nowhere. */
export type Reach = 'here' | 'signed-out' | 'cut'

const LONGEST_WAIT = 10_000

async function reach(): Promise<Reach> {
  try {
    const answer = await fetch('/signed-in', { cache: 'no-store', signal: AbortSignal.timeout(LONGEST_WAIT) })
    return ((await answer.json()) as { signedIn: boolean }).signedIn ? 'here' : 'signed-out'
  } catch {
    return 'cut'
  }
}

/**
 * 送る前に確かめる: a form is sent only where it would arrive; where the network is cut or the session over it stays as it is, with what was typed,
 * and says why. While it is on its way it is not sent again, however often the button is pressed.
 */
export function useReach(form: RefObject<HTMLFormElement | null>) {
  const [said, setSaid] = useState<Exclude<Reach, 'here'>>()
  const sure = useRef(false)
  const busy = useRef(false)
  const { state } = useNavigation()
  useEffect(() => {
    if (state === 'idle') busy.current = false
  }, [state])
  const look = useCallback(async () => {
    const found = await reach()
    setSaid(found === 'here' ? undefined : found)
    return found
  }, [])
  useEffect(() => {
    if (said === undefined) return
    const again = () => void look()
    for (const event of ['focus', 'online']) window.addEventListener(event, again)
    return () => {
      for (const event of ['focus', 'online']) window.removeEventListener(event, again)
    }
  }, [said, look])
  const onSubmit = useCallback(
    (event: FormEvent<HTMLFormElement>) => {
      if (sure.current) {
        sure.current = false
        return
      }
      event.preventDefault()
      if (busy.current) return
      busy.current = true
      const { submitter } = event.nativeEvent as SubmitEvent
      void look().then((found) => {
        if (found !== 'here') {
          busy.current = false
          return
        }
        sure.current = true
        form.current?.requestSubmit(submitter)
      })
    },
    [form, look],
  )
  return { said, onSubmit }
}
