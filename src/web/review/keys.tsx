import { useEffect, useState } from 'react'
import { useWords } from '../words.tsx'

const KEYS = [
  ['J K', 'next'],
  ['F', 'remark'],
  ['A', 'accept'],
  ['E', 'correct'],
  ['X', 'leaveOut'],
  ['S', 'split'],
  ['M', 'merge'],
  ['Z', 'undo'],
] as const

const OFF = 'shirube.keys-off'

/** キー操作: single letters, never inside a field, and they can be switched off. `press` gets the letter in lower case. */
export function Keys({ press }: { readonly press: (letter: string) => void }) {
  const w = useWords().intake
  const [off, setOff] = useState(true)
  useEffect(() => setOff(localStorage.getItem(OFF) === 'yes'), [])
  useEffect(() => {
    if (off) return
    const hear = (event: KeyboardEvent) => {
      if (event.isComposing) return
      const { target } = event
      if (target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]')) {
        if (event.key === 'Escape' && target.closest('.panel')) target.blur()
        return
      }
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const letter = event.key.toLowerCase()
      if (!'jkfaexsmz'.includes(letter) || letter.length !== 1) return
      // A key held down moves on, but is one step only.
      if (event.repeat && !'jk'.includes(letter)) return
      event.preventDefault()
      press(letter)
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [off, press])
  return (
    <div className="keys no-print">
      <b>{w.keys}</b>
      {!off &&
        KEYS.map(([letters, name]) => (
          <span key={name}>
            {letters.split(' ').map((letter) => (
              <kbd key={letter}>{letter}</kbd>
            ))}
            {w.keyNames[name]}
          </span>
        ))}
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
