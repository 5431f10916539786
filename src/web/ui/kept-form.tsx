import { type ReactNode, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { keptName, useOwner } from './kept-key.ts'

const FIELD = 'kept'

/** What is kept of a form: every value of each field. An earlier version kept one as a text. */
type Kept = Readonly<Record<string, readonly string[] | string>>

/**
 * 書きかけを残す: what is typed into a form is kept in the browser under `key` until the form is gone with its work done, and put back when the
 * page is opened again. `kept` stands in the form and names what `forgetKept` may forget once the server has it; `restored` says that something was
 * put back, and `drop` takes it out again.
 */
export function useKeptForm(key: string): {
  readonly form: RefObject<HTMLFormElement | null>
  readonly kept: ReactNode
  readonly restored: boolean
  readonly drop: () => void
} {
  const form = useRef<HTMLFormElement>(null)
  const [restored, setRestored] = useState(false)
  const name = keptName(useOwner(), 'form', key)
  useEffect(() => {
    const here = form.current
    if (!here) return
    const changed = putBack(here, localStorage.getItem(name))
    setRestored(changed)
    if (changed) here.closest('details')?.setAttribute('open', '')
    const keep = () => localStorage.setItem(name, JSON.stringify(typedInto(here)))
    here.addEventListener('input', keep)
    return () => here.removeEventListener('input', keep)
  }, [name])
  const drop = useCallback(() => {
    localStorage.removeItem(name)
    form.current?.reset()
    setRestored(false)
  }, [name])
  return { form, kept: <input type="hidden" name={FIELD} value={name} />, restored, drop }
}

function typedInto(form: HTMLFormElement): Kept {
  const sent = new FormData(form)
  const texts = (field: string) => sent.getAll(field).filter((value) => typeof value === 'string')
  return Object.fromEntries([...new Set(sent.keys())].map((field) => [field, texts(field)]))
}

/** Puts back what a person can type or choose, never what the page itself says. Whether that changed anything. */
function putBack(form: HTMLFormElement, left: string | null): boolean {
  if (left === null) return false
  const kept = JSON.parse(left) as Kept
  const before = JSON.stringify(typedInto(form))
  for (const field of form.elements) {
    if (
      !(field instanceof HTMLInputElement) &&
      !(field instanceof HTMLTextAreaElement) &&
      !(field instanceof HTMLSelectElement)
    )
      continue
    if (['hidden', 'file', 'submit', 'button'].includes(field.type)) continue
    const values = [kept[field.name] ?? []].flat()
    if (field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type))
      field.checked = values.includes(field.value)
    else if (values[0] !== undefined) field.value = values[0]
  }
  return JSON.stringify(typedInto(form)) !== before
}

/** Called with a form whose work is done. */
export function forgetKept(form: FormData): void {
  const name = form.get(FIELD)
  if (typeof name === 'string') localStorage.removeItem(name)
}

/** The client's side of an action whose forms are kept: what was typed is forgotten when the server has it, and not before. */
export async function forgetWhenDone<T>({
  request,
  serverAction,
}: {
  readonly request: Request
  readonly serverAction: () => Promise<T>
}): Promise<T> {
  const form = await request.clone().formData()
  try {
    const result = await serverAction()
    if (typeof result === 'object' && result !== null && 'ok' in result && result.ok === true)
      forgetKept(form)
    return result
  } catch (error) {
    // A redirect leads on from what was done.
    if (error instanceof Response) forgetKept(form)
    throw error
  }
}
