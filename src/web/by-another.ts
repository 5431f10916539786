import type { SentForm } from './form.ts'
import type { Visit } from './visit.ts'

/** 別の人の入力: what a page sends by itself is refused where somebody else has signed in meanwhile; it waits for who typed it. */
export const byAnother = ({ user }: Visit, form: SentForm): Response | undefined =>
  form.has('by') && form.told('by') !== (user?.id ?? '')
    ? Response.json({ ok: false, why: 'signed-out' }, { status: 401 })
    : undefined
