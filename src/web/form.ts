import { data } from 'react-router'

/** What a form sent: texts trimmed and without the NUL that no text column takes; files as they are (a field left empty has none). */
export type SentForm = {
  told(key: string): string
  /** Exactly as typed, spaces included: a password. */
  typed(key: string): string
  /** Every value of a field that may be sent several times. */
  all(key: string): readonly string[]
  has(key: string): boolean
  /** Names of the fields that were sent. */
  keys(): readonly string[]
  file(key: string): File | undefined
}

/** Reads the body of a form. @throws Response 400 for a body that is no form. */
export async function readForm(request: Request): Promise<SentForm> {
  const form = await request.formData().catch(() => undefined)
  if (!form) throw data({ why: 'bad-form' }, 400)
  return {
    told: (key) => {
      const value = form.get(key)
      return typeof value === 'string' ? value.replaceAll('\0', '').trim() : ''
    },
    typed: (key) => {
      const value = form.get(key)
      return typeof value === 'string' ? value : ''
    },
    all: (key) => form.getAll(key).filter((value) => typeof value === 'string'),
    has: (key) => form.has(key),
    keys: () => [...form.keys()],
    file: (key) => {
      const value = form.get(key)
      return value instanceof File && value.name !== '' ? value : undefined
    },
  }
}

/** The status of a refused form: 401 signed out, 403 where the person may not at all, else 422. The form comes back filled whichever it is. */
export const statusOf = (why: string | undefined): 401 | 403 | 422 =>
  why === 'signed-out' ? 401 : why === 'not-allowed' ? 403 : 422
