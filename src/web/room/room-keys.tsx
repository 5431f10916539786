import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { useWords } from '../words.tsx'

const OFF = 'shirube.keys-off'

/** キー操作: J and K go to the next and the previous place, never inside a field, and can be switched off. */
export function RoomKeys({
  next,
  previous,
}: {
  readonly next: string | undefined
  readonly previous: string | undefined
}) {
  const w = useWords().room
  const navigate = useNavigate()
  const [off, setOff] = useState(true)
  useEffect(() => setOff(localStorage.getItem(OFF) === 'yes'), [])
  useEffect(() => {
    if (off) return
    const hear = (event: KeyboardEvent) => {
      const { target } = event
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
      if (target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]'))
        return
      const to = { j: next, k: previous }[event.key.toLowerCase()]
      if (to === undefined) return
      event.preventDefault()
      void navigate(to, { preventScrollReset: true })
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [off, next, previous, navigate])
  return (
    <div className="keys no-print">
      <b>{w.keys}</b>
      {!off && (
        <>
          <span>
            <kbd>J</kbd>
            {w.next}
          </span>
          <span>
            <kbd>K</kbd>
            {w.previous}
          </span>
        </>
      )}
      <button
        type="button"
        className="button quiet small"
        onClick={() => {
          localStorage.setItem(OFF, off ? 'no' : 'yes')
          setOff(!off)
        }}
      >
        {off ? w.keysOn : w.keysOff}
      </button>
    </div>
  )
}
