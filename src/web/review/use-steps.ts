import { useCallback, useEffect, useRef, useState } from 'react'
import { useRevalidator } from 'react-router'

/** A step as a form would send it. */
export type SentStep = Readonly<Record<string, string>>

type Refused = { readonly why: string; readonly detail?: Readonly<Record<string, string | number>> }

const AGAIN = 3_000

/**
 * 送る手の列: steps are kept in the browser until the server has them, sent one after another, and sent again when the network is back. What is
 * waiting survives a closed tab. A step that the server refuses is dropped and reported; a lost session keeps it.
 */
export function useSteps(url: string, seen: string | undefined) {
  const key = `shirube.steps.${url}`
  const [waiting, setWaiting] = useState<readonly SentStep[]>([])
  const [refused, setRefused] = useState<Refused>()
  const [cut, setCut] = useState(false)
  const { revalidate } = useRevalidator()
  const queue = useRef<SentStep[]>([])
  const busy = useRef(false)
  const last = useRef(seen)
  useEffect(() => {
    last.current = seen
  }, [seen])

  const keep = useCallback(() => {
    setWaiting([...queue.current])
    if (queue.current.length > 0) localStorage.setItem(key, JSON.stringify(queue.current))
    else localStorage.removeItem(key)
  }, [key])

  const flush = useCallback(async () => {
    if (busy.current) return
    busy.current = true
    try {
      for (let step = queue.current[0]; step; step = queue.current[0]) {
        const body = new URLSearchParams({
          ...step,
          ...(step.do === 'undo' ? { seen: last.current ?? '' } : {}),
        })
        const response = await fetch(url, { method: 'POST', body })
        const answer = (await response.json()) as { ok: boolean; id?: string } & Refused
        if (!answer.ok) setRefused({ why: answer.why, ...(answer.detail ? { detail: answer.detail } : {}) })
        if (answer.why === 'signed-out') break
        if (answer.ok) last.current = answer.id
        queue.current.shift()
        keep()
      }
      setCut(false)
    } catch {
      setCut(true)
      setTimeout(flush, AGAIN)
    } finally {
      busy.current = false
      await revalidate()
    }
  }, [url, keep, revalidate])

  useEffect(() => {
    const left = JSON.parse(localStorage.getItem(key) ?? '[]') as SentStep[]
    if (left.length === 0) return
    queue.current = left
    setWaiting(left)
    void flush()
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
  return { send, waiting, refused, cut }
}
