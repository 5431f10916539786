import { useCallback, useEffect, useRef, useState } from 'react'
import { keptName, useOwner } from '../ui/kept-key.ts'

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
/** Savings in a row that a button waits for. */
const TRIES = 3
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
  const running = useRef<Promise<void>>(undefined)
  /** Whether the last saving stands: neither refused nor beside another's. */
  const stands = useRef(true)
  /** Savings that this form has been beyond; a page asked for before the last one may still bring one. */
  const past = useRef(new Set<string>())
  const standing = useRef({ start, savedAt: startAt })
  standing.current = { start, savedAt: startAt }
  const stopped = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const about = useRef(more)
  about.current = more
  const known = useRef(arrived)
  const by = useOwner()
  const name = keptName(by, 'room', key)

  const goOn = useCallback((id: string) => {
    past.current.add(seen.current)
    seen.current = id
  }, [])

  const save = useCallback(
    async (now: Typed) => {
      setState('saving')
      try {
        const body = new URLSearchParams({ ...now, ...about.current, seen: seen.current, by })
        const response = await fetch(url, { method: 'POST', body })
        if (response.status === 401 || response.status >= 500) {
          setWhy(response.status === 401 ? 'signed-out' : undefined)
          setState('kept')
          return AGAIN
        }
        const reply = (await response.json()) as Reply
        stands.current = reply.ok && !reply.conflict
        setWhy(reply.ok ? undefined : reply.why)
        if (reply.conflict) setConflict(reply.conflict)
        else if (reply.ok && reply.id) goOn(reply.id)
        if (reply.savedAt) setSavedAt(reply.savedAt)
        if (wanted.current === now) wanted.current = undefined
        if (reply.ok && !wanted.current) localStorage.removeItem(name)
        setState(reply.ok ? 'saved' : 'kept')
        return 0
      } catch {
        setState('kept')
        return AGAIN
      }
    },
    [url, by, name, goOn],
  )

  /** Saves what waits, or waits for the saving that is under way. */
  const send = useCallback((): Promise<void> => {
    clearTimeout(timer.current)
    const now = wanted.current
    if (running.current) return running.current
    if (!url || stopped.current || !now) return Promise.resolve()
    running.current = save(now).then((pause) => {
      running.current = undefined
      if (wanted.current) timer.current = setTimeout(() => void send(), wanted.current === now ? pause : 0)
    })
    return running.current
  }, [url, save])

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

  // What somebody else saved is shown where nothing of one's own waits.
  useEffect(() => {
    if (wanted.current || running.current || conflict) return
    if (startId === seen.current || past.current.has(startId)) return
    goOn(startId)
    setFields(standing.current.start)
    setSavedAt(standing.current.savedAt)
  }, [startId, conflict, goOn])

  /** Saves what waits before the form is sent; whether all that is shown is saved. */
  const settle = useCallback(async () => {
    stopped.current = false
    for (let tries = 0; wanted.current && tries < TRIES; tries++) await send()
    await running.current
    return !wanted.current && stands.current
  }, [send])

  /** Takes one of two texts: theirs as it is, or one's own upon theirs. */
  const choose = useCallback(
    (which: 'theirs' | 'mine') => {
      if (!conflict) return
      goOn(conflict.id)
      stands.current = true
      setConflict(undefined)
      if (which === 'mine') change({ ...fields })
      else {
        setFields(conflict.fields)
        setSavedAt(conflict.savedAt)
        wanted.current = undefined
        localStorage.removeItem(name)
      }
    },
    [conflict, fields, change, name, goOn],
  )
  return { fields, change, state, savedAt, conflict, choose, why, stop, settle, seen: seen.current }
}

/** Called when a form has arrived: what was kept of it in the browser may go. */
export const forgetDraft = (owner: string, key: string): void =>
  localStorage.removeItem(keptName(owner, 'room', key))
