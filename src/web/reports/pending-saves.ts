import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useSubmit } from 'react-router'
import { seenFrom } from './seen.ts'

/** 保存待ち of one card: `settle` sends what waits and says whether everything that the card shows is saved; `seen` is the answer it shows. */
export type PendingSave = {
  readonly settle: () => Promise<boolean>
  readonly seen: () => string
}

const open = new Map<string, PendingSave>()

/** Tells the buttons of the page of a card that may be written on. */
export function usePendingSave(indicator: string, save: PendingSave | undefined): void {
  useEffect(() => {
    if (!save) return
    open.set(indicator, save)
    return () => {
      open.delete(indicator)
    }
  }, [indicator, save])
}

/**
 * 保存してから出す: before a form of the page is sent, what waits in the cards is saved, so that what goes out is what is shown. Where a card that the
 * form moves cannot be saved, nothing is sent and `unsaved` is true.
 */
export function useSettledForm() {
  const submit = useSubmit()
  const [unsaved, setUnsaved] = useState(false)
  const busy = useRef(false)
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy.current) return
    const form = event.currentTarget
    const { submitter } = event.nativeEvent as SubmitEvent
    busy.current = true
    const sent = new FormData(form)
    if (submitter instanceof HTMLButtonElement) sent.set(submitter.name, submitter.value)
    void settled(sent)
      .then((now) => {
        setUnsaved(now === undefined)
        const action = form.getAttribute('action') ?? ''
        return now && submit(now, { method: 'post', action, preventScrollReset: true })
      })
      .finally(() => {
        busy.current = false
      })
  }
  return { onSubmit, unsaved }
}

/** The form with the answers as they are saved now; undefined where one of them is not. */
async function settled(sent: FormData): Promise<FormData | undefined> {
  const { indicators, seen } = seenFrom(String(sent.get('indicator') ?? ''))
  const saved = new Map(
    await Promise.all(
      [...open].map(async ([id, { settle }]): Promise<[string, boolean]> => [id, await settle()]),
    ),
  )
  if (indicators.some((id) => saved.get(id) === false)) return undefined
  const now = indicators.map((id) => `${id}@${open.get(id)?.seen() ?? seen.get(id) ?? ''}`)
  sent.set('indicator', now.join(' '))
  return sent
}
