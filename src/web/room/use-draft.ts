import { useCallback, useEffect, useRef, useState } from 'react'

export type DraftState = 'idle' | 'saving' | 'saved' | 'kept'
export type Typed = Readonly<Record<string, string>>
export type SavedElsewhere = {
  readonly id: string
  readonly fields: Typed
  readonly savedAt: string
  readonly savedBy: string
}
type Reply = {
  readonly ok: boolean
  readonly id?: string
  readonly savedAt?: string
  readonly conflict?: SavedElsewhere
  readonly why?: string
}

/** Pause of the hand after which what was typed is saved. */
const PAUSE = 700
const AGAIN = 4_000
const NONE: readonly string[] = []

/**
 * 自動保存 of a form's texts: kept in the browser at each stroke, on the server after each pause, one saving at a time. When the network is away, or
 * the session over, it is tried again; when somebody else saved in between, both texts are there to choose from. Without an address it is kept in the browser alone.
 */
export function useDraft(
  url: string,
  key: string,
  start: Typed,
  {
    more,
    seen: startId,
    savedAt: startAt,
    arrived = NONE,
  }: {
    readonly more: Typed
    readonly seen: string
    readonly savedAt: string
    /** Texts that have arrived as what they were typed for: a copy of one is no draft any more. */
    readonly arrived?: readonly string[]
  },
) {
  const [fields, setFields] = useState(start)
  const [state, setState] = useState<DraftState>('idle')
  const [savedAt, setSavedAt] = useState(startAt)
  const [conflict, setConflict] = useState<SavedElsewhere>()
  const [why, setWhy] = useState<string>()
  const seen = useRef(startId)
  const wanted = useRef<Typed>(undefined)
  const busy = useRef(false)
  const stopped = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const about = useRef(more)
  about.current = more
  const known = useRef(arrived)
  const name = `shirube.room.${key}`

  const send = useCallback(async () => {
    clearTimeout(timer.current)
    if (!url || busy.current || stopped.current || !wanted.current) return
    busy.current = true
    const now = wanted.current
    setState('saving')
    try {
      const body = new URLSearchParams({ ...now, ...about.current, seen: seen.current })
      const response = await fetch(url, { method: 'POST', body })
      if (response.status === 401 || response.status >= 500) {
        setWhy(response.status === 401 ? 'signed-out' : undefined)
        setState('kept')
        timer.current = setTimeout(() => void send(), AGAIN)
        return
      }
      const reply = (await response.json()) as Reply
      setWhy(reply.ok ? undefined : reply.why)
      if (reply.conflict) setConflict(reply.conflict)
      else if (reply.ok && reply.id) seen.current = reply.id
      if (reply.savedAt) setSavedAt(reply.savedAt)
      if (wanted.current === now) wanted.current = undefined
      if (reply.ok && !wanted.current) localStorage.removeItem(name)
      setState(reply.ok ? 'saved' : 'kept')
    } catch {
      setState('kept')
      timer.current = setTimeout(() => void send(), AGAIN)
    } finally {
      busy.current = false
      if (wanted.current && wanted.current !== now) timer.current = setTimeout(() => void send(), 0)
    }
  }, [url, name])

  const change = useCallback(
    (next: Typed) => {
      setFields(next)
      stopped.current = false
      wanted.current = next
      localStorage.setItem(name, JSON.stringify(next))
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void send(), PAUSE)
    },
    [name, send],
  )

  // What a closed browser left behind is taken up again.
  useEffect(() => {
    const left = JSON.parse(localStorage.getItem(name) ?? 'null') as Typed | null
    if (left && known.current.includes((left.text ?? '').trim())) localStorage.removeItem(name)
    else if (left) change(left)
    return () => {
      clearTimeout(timer.current)
      void send()
    }
  }, [name, change, send])

  /** Before the form itself is sent: no saving may come after it. What was typed stays in the browser until it has arrived. */
  const stop = useCallback(() => {
    stopped.current = true
    clearTimeout(timer.current)
  }, [])

  /** Takes one of two texts: theirs as it is, or one's own upon theirs. */
  const choose = useCallback(
    (which: 'theirs' | 'mine') => {
      if (!conflict) return
      seen.current = conflict.id
      setConflict(undefined)
      if (which === 'mine') change({ ...fields })
      else {
        setFields(conflict.fields)
        setSavedAt(conflict.savedAt)
        wanted.current = undefined
        localStorage.removeItem(name)
      }
    },
    [conflict, fields, change, name],
  )
  return { fields, change, state, savedAt, conflict, choose, why, stop, seen: seen.current }
}

/** Called when a form has arrived: what was kept of it in the browser may go. */
export const forgetDraft = (key: string): void => localStorage.removeItem(`shirube.room.${key}`)
