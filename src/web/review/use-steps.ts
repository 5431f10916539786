import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useRevalidator } from 'react-router'
import type { EntryState } from '#domain/document/review.ts'
import { keptName, useOwner } from '../ui/kept-key.ts'

/** A step as a form would send it. */
export type SentStep = Readonly<Record<string, string>>

type Refused = { readonly why: string; readonly detail?: Readonly<Record<string, string | number>> }

const AGAIN = 3_000

/**
 * 送る手の列: steps are kept in the browser until the server has them, sent one after another, and sent again when the network is back. What is
 * waiting survives a closed tab. A step that the server refuses is dropped and reported; a lost session keeps it. `states` are the states of
 * entries as they will be once everything has arrived and the page shows it.
 */
export function useSteps(url: string, seen: string | undefined) {
  const by = useOwner()
  const key = keptName(by, 'steps', url)
  const [waiting, setWaiting] = useState<readonly SentStep[]>([])
  const [arrived, setArrived] = useState<readonly SentStep[]>([])
  const [refused, setRefused] = useState<Refused>()
  const [cut, setCut] = useState(false)
  const { revalidate } = useRevalidator()
  const queue = useRef<SentStep[]>([])
  const busy = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const last = useRef(seen)
  useEffect(() => {
    // A page asked for before the last answer is older than what we know.
    if (busy.current || queue.current.length > 0) return
    last.current = seen
    setArrived([])
  }, [seen])

  const keep = useCallback(() => {
    setWaiting([...queue.current])
    if (queue.current.length > 0) localStorage.setItem(key, JSON.stringify(queue.current))
    else localStorage.removeItem(key)
  }, [key])

  const flush = useCallback(async () => {
    clearTimeout(timer.current)
    if (busy.current) return
    busy.current = true
    let through = false
    try {
      for (let step = queue.current[0]; step; step = queue.current[0]) {
        const body = new URLSearchParams({
          ...{ ...step, by },
          ...(step.do === 'undo' ? { seen: last.current ?? '' } : {}),
        })
        const response = await fetch(url, { method: 'POST', body })
        const answer = (await response.json()) as { ok: boolean; id?: string } & Refused
        if (!answer.ok) setRefused({ why: answer.why, ...(answer.detail ? { detail: answer.detail } : {}) })
        if (answer.why === 'signed-out') break
        if (answer.ok) {
          last.current = answer.id
          setArrived((before) => [...before, step])
        }
        queue.current.shift()
        keep()
      }
      setCut(false)
      through = true
    } catch {
      setCut(true)
      timer.current = setTimeout(flush, AGAIN)
    } finally {
      busy.current = false
      if (through) await revalidate()
    }
  }, [url, by, keep, revalidate])

  useEffect(() => {
    const left = JSON.parse(localStorage.getItem(key) ?? '[]') as SentStep[]
    if (left.length > 0) {
      queue.current = left
      setWaiting(left)
      void flush()
    }
    return () => clearTimeout(timer.current)
  }, [key, flush])

  const send = useCallback(
    (step: SentStep) => {
      setRefused(undefined)
      // What has not been sent is taken back here; what has, by the server.
      if (step.do === 'undo' && queue.current.length > (busy.current ? 1 : 0)) queue.current.pop()
      else queue.current.push(step)
      keep()
      void flush()
    },
    [keep, flush],
  )
  const states = useMemo(() => statesAfter([...arrived, ...waiting]), [arrived, waiting])
  /** Something is being taken back, so that states on the page may be older than they seem. */
  const undoing = [...arrived, ...waiting].some((step) => step.do === 'undo')
  return { send, waiting, states, undoing, refused, cut }
}

function statesAfter(steps: readonly SentStep[]): ReadonlyMap<string, EntryState> {
  const standing: SentStep[] = []
  for (const step of steps)
    if (step.do === 'undo') standing.pop()
    else standing.push(step)
  return new Map(
    standing.flatMap(({ do: what, entry }): [string, EntryState][] =>
      entry && (what === 'accept' || what === 'leave-out')
        ? [[entry, what === 'accept' ? 'accepted' : 'left-out']]
        : [],
    ),
  )
}
