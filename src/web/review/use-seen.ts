import { useEffect, useRef } from 'react'

/** Below this the source stands under the work (`app.css`). */
const NARROW = '(max-width: 1100px)'

/** 見えるように: what was newly selected comes into view: its row, or on a narrow page the panel above the rows. */
export function useSeen(selected: string | undefined) {
  const work = useRef<HTMLDivElement>(null)
  const before = useRef(selected)
  useEffect(() => {
    if (before.current === selected) return
    before.current = selected
    const narrow = matchMedia(NARROW).matches
    work.current
      ?.querySelector(narrow ? '.panel' : 'tr.current')
      ?.scrollIntoView({ block: narrow ? 'start' : 'nearest' })
  }, [selected])
  return work
}
