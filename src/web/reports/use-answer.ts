import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useRevalidator } from 'react-router'
import type { Answer, AnswerFields } from '#domain/cycle/report.ts'
import { keptName, useOwner } from '../ui/kept-key.ts'

export type SaveState = 'idle' | 'saving' | 'saved' | 'kept' | 'signed-out'
type Reply = {
  readonly ok: boolean
  readonly id?: string
  readonly conflict?: Answer
  readonly why?: string
  readonly detail?: Detail
}
type Detail = Readonly<Record<string, string | number>>

/** Pause of the hand after which what was typed is saved. */
const PAUSE = 700
const AGAIN = 4_000
/** Savings in a row that a button waits for. */
const TRIES = 3

/** What the page has of an answer, and whether it may be written on. */
type Standing = { readonly start: AnswerFields; readonly startId: string; readonly open: boolean }

/**
 * 自動保存 of one answer: kept in the browser at each stroke, on the server after each pause, one saving at a time. When the network or the server is
 * away, or the session over, it is tried again until it arrives; when somebody else saved in between, both values are there to choose from. An answer
 * that is not open shows what stands alone; what the browser kept of it is `left`. `pending` lets a button of the page wait for the saving.
 */
export function useAnswer(url: string, key: string, { start, startId, open }: Standing) {
  const [typed, setFields] = useState(start)
  const [left, setLeft] = useState<AnswerFields>()
  const [state, setState] = useState<SaveState>('idle')
  const [conflict, setConflict] = useState<Answer>()
  const [why, setWhy] = useState<{ readonly why: string; readonly detail: Detail | undefined }>()
  const seen = useRef(startId)
  const wanted = useRef<AnswerFields>(undefined)
  const running = useRef<Promise<void>>(undefined)
  /** Whether the last saving stands: neither refused nor beside another's. */
  const stands = useRef(true)
  /** Answers that this card has been beyond; a page asked for before the last saving may still bring one. */
  const past = useRef(new Set<string>())
  const locked = useRef(!open)
  const standing = useRef({ start, open })
  standing.current = { start, open }
  /** Sent without a reply: the server may have it or not. */
  const lost = useRef<AnswerFields>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const { revalidate } = useRevalidator()
  const by = useOwner()
  const name = keptName(by, 'answer', key)

  const goOn = useCallback((id: string) => {
    past.current.add(seen.current)
    seen.current = id
  }, [])

  const save = useCallback(
    async (now: AnswerFields) => {
      setState('saving')
      try {
        const body = new URLSearchParams({
          ...texts(now),
          indicator: key.split('/').at(-1) ?? '',
          seen: seen.current,
          by,
        })
        const response = await fetch(url, { method: 'POST', body })
        if (response.status === 401 || response.status >= 500) {
          setState(response.status === 401 ? 'signed-out' : 'kept')
          return AGAIN
        }
        const reply = (await response.json()) as Reply
        if (reply.conflict && lost.current && isSame(reply.conflict.fields, lost.current)) {
          // What stands in between is one's own, of which the reply was lost.
          goOn(reply.conflict.id)
          return 0
        }
        lost.current = undefined
        stands.current = reply.ok && !reply.conflict
        setWhy(reply.ok || !reply.why ? undefined : { why: reply.why, detail: reply.detail })
        if (reply.conflict) setConflict(reply.conflict)
        else if (reply.ok && reply.id) goOn(reply.id)
        if (wanted.current === now) wanted.current = undefined
        if (reply.ok && !wanted.current) localStorage.removeItem(name)
        setState(reply.ok ? 'saved' : 'kept')
        return 0
      } catch {
        lost.current = now
        setState('kept')
        return AGAIN
      }
    },
    [url, key, by, name, goOn],
  )

  /** Saves what waits, or waits for the saving that is under way. */
  const send = useCallback((): Promise<void> => {
    clearTimeout(timer.current)
    const now = wanted.current
    if (running.current || !now) return running.current ?? Promise.resolve()
    running.current = save(now).then((pause) => {
      running.current = undefined
      if (!standing.current.open) setLeft(leftIn(localStorage.getItem(name))?.fields)
      if (!wanted.current) void revalidate()
      else timer.current = setTimeout(() => void send(), wanted.current === now ? pause : 0)
    })
    return running.current
  }, [save, name, revalidate])

  const change = useCallback(
    (next: AnswerFields) => {
      setFields(next)
      wanted.current = next
      localStorage.setItem(name, JSON.stringify({ fields: next, seen: seen.current } satisfies Left))
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void send(), PAUSE)
    },
    [name, send],
  )

  // What a closed browser left behind is taken up again where it can be written; else it is shown beside what stands.
  useEffect(() => {
    const kept = leftIn(localStorage.getItem(name))
    setLeft(open ? undefined : kept?.fields)
    if (open && kept) {
      seen.current = kept.seen ?? seen.current
      change(kept.fields)
    }
    if (open && !kept && locked.current) {
      setFields(standing.current.start)
      setState('idle')
      setWhy(undefined)
      stands.current = true
    }
    locked.current = !open
    if (!open) wanted.current = undefined
    return () => clearTimeout(timer.current)
  }, [name, open, change])

  // What somebody else saved is shown where nothing of one's own waits.
  useEffect(() => {
    if (!open || wanted.current || running.current || conflict) return
    if (startId === seen.current || past.current.has(startId)) return
    goOn(startId)
    setFields(standing.current.start)
  }, [startId, open, conflict, goOn])

  const drop = useCallback(() => {
    localStorage.removeItem(name)
    setLeft(undefined)
  }, [name])

  const pending = useMemo(
    () => ({
      settle: async () => {
        for (let tries = 0; wanted.current && tries < TRIES; tries++) await send()
        await running.current
        return !wanted.current && stands.current
      },
      seen: () => seen.current,
    }),
    [send],
  )

  /** Takes one of two values: theirs as it is, or one's own upon theirs. */
  const choose = useCallback(
    (which: 'theirs' | 'mine') => {
      if (!conflict) return
      goOn(conflict.id)
      stands.current = true
      setConflict(undefined)
      if (which === 'mine') change({ ...typed })
      else {
        setFields(conflict.fields)
        wanted.current = undefined
        localStorage.removeItem(name)
        void revalidate()
      }
    },
    [conflict, typed, change, name, revalidate, goOn],
  )
  return {
    ...{ fields: open ? typed : start, change, state, conflict: open ? conflict : undefined, choose, why },
    ...{ left: left && !isSame(left, start) ? left : undefined, drop, pending },
  }
}

/** What the browser keeps: with the answer that it was written upon, so that what somebody else saved since is not replaced unseen. */
type Left = { readonly fields: AnswerFields; readonly seen?: string }

/** An earlier version kept the fields alone. */
function leftIn(kept: string | null): Left | undefined {
  if (kept === null) return undefined
  const read = JSON.parse(kept) as Left | AnswerFields
  return 'fields' in read ? read : { fields: read }
}

const isSame = (a: AnswerFields, b: AnswerFields): boolean =>
  new URLSearchParams(texts(a)).toString() === new URLSearchParams(texts(b)).toString()

const texts = ({
  value,
  why,
  provisional,
  note,
  source,
  confirmed,
}: AnswerFields): Record<string, string> => ({
  ...{ value, why, note, source },
  ...(provisional ? { provisional: 'yes' } : {}),
  ...(confirmed ? { confirmed: 'yes' } : {}),
})
