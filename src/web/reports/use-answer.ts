import { useCallback, useEffect, useRef, useState } from 'react'
import { useRevalidator } from 'react-router'
import type { Answer, AnswerFields } from '#domain/cycle/report.ts'

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

/**
 * 自動保存 of one answer: kept in the browser at each stroke, on the server after each pause, one saving at a time. When the network or the server is
 * away, or the session over, it is tried again until it arrives; when somebody else saved in between, both values are there to choose from.
 */
export function useAnswer(url: string, key: string, start: AnswerFields, startId: string) {
  const [fields, setFields] = useState(start)
  const [state, setState] = useState<SaveState>('idle')
  const [conflict, setConflict] = useState<Answer>()
  const [why, setWhy] = useState<{ readonly why: string; readonly detail: Detail | undefined }>()
  const seen = useRef(startId)
  const wanted = useRef<AnswerFields>(undefined)
  const busy = useRef(false)
  /** Sent without a reply: the server may have it or not. */
  const lost = useRef<AnswerFields>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const { revalidate } = useRevalidator()
  const name = `shirube.answer.${key}`

  const send = useCallback(async () => {
    clearTimeout(timer.current)
    if (busy.current || !wanted.current) return
    busy.current = true
    const now = wanted.current
    setState('saving')
    try {
      const body = new URLSearchParams({
        ...texts(now),
        indicator: key.split('/').at(-1) ?? '',
        seen: seen.current,
      })
      const response = await fetch(url, { method: 'POST', body })
      if (response.status === 401 || response.status >= 500) {
        setState(response.status === 401 ? 'signed-out' : 'kept')
        timer.current = setTimeout(() => void send(), AGAIN)
        return
      }
      const reply = (await response.json()) as Reply
      if (reply.conflict && lost.current && isSame(reply.conflict.fields, lost.current)) {
        // What stands in between is one's own, of which the reply was lost.
        seen.current = reply.conflict.id
        timer.current = setTimeout(() => void send(), 0)
        return
      }
      lost.current = undefined
      setWhy(reply.ok || !reply.why ? undefined : { why: reply.why, detail: reply.detail })
      if (reply.conflict) setConflict(reply.conflict)
      else if (reply.ok && reply.id) seen.current = reply.id
      if (wanted.current === now) wanted.current = undefined
      if (reply.ok) {
        if (!wanted.current) localStorage.removeItem(name)
        setState('saved')
      } else setState('kept')
    } catch {
      lost.current = now
      setState('kept')
      timer.current = setTimeout(() => void send(), AGAIN)
    } finally {
      busy.current = false
      if (wanted.current && wanted.current !== now) timer.current = setTimeout(() => void send(), 0)
      else if (!wanted.current) void revalidate()
    }
  }, [url, key, name, revalidate])

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

  // What a closed browser left behind is taken up again.
  useEffect(() => {
    const left = leftIn(localStorage.getItem(name))
    if (left) {
      seen.current = left.seen ?? seen.current
      change(left.fields)
    }
    return () => clearTimeout(timer.current)
  }, [name, change])

  /** Takes one of two values: theirs as it is, or one's own upon theirs. */
  const choose = useCallback(
    (which: 'theirs' | 'mine') => {
      if (!conflict) return
      seen.current = conflict.id
      setConflict(undefined)
      if (which === 'mine') change({ ...fields })
      else {
        setFields(conflict.fields)
        wanted.current = undefined
        localStorage.removeItem(name)
        void revalidate()
      }
    },
    [conflict, fields, change, name, revalidate],
  )
  return { fields, change, state, conflict, choose, why }
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
