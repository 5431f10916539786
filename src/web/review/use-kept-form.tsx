import { type ReactNode, type RefObject, useEffect, useRef } from 'react'

const FIELD = 'kept'

/**
 * 書きかけを残す: what is typed into a form is kept in the browser under `key` until the form is gone with its work done, and put back when the
 * page is opened again. `kept` stands in the form and names what `forgetKept` may forget once the server has it.
 */
export function useKeptForm(key: string): {
  readonly form: RefObject<HTMLFormElement | null>
  readonly kept: ReactNode
} {
  const form = useRef<HTMLFormElement>(null)
  const name = `shirube.form.${key}`
  useEffect(() => {
    const here = form.current
    if (!here) return
    const kept = JSON.parse(localStorage.getItem(name) ?? '{}') as Record<string, string>
    for (const [field, value] of Object.entries(kept)) {
      const found = here.elements.namedItem(field)
      if (
        found instanceof HTMLSelectElement ||
        (found instanceof HTMLInputElement && found.type !== 'hidden')
      )
        found.value = value
    }
    const keep = () => {
      const typed = [...new FormData(here)].filter(([, value]) => typeof value === 'string')
      localStorage.setItem(name, JSON.stringify(Object.fromEntries(typed)))
    }
    here.addEventListener('input', keep)
    return () => here.removeEventListener('input', keep)
  }, [name])
  return { form, kept: <input type="hidden" name={FIELD} value={name} /> }
}

/** Called with a form whose work is done. */
export function forgetKept(form: FormData): void {
  const name = form.get(FIELD)
  if (typeof name === 'string') localStorage.removeItem(name)
}
