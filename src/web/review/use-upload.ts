import { type FormEvent, useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Intake } from '../intake.ts'

type Stage =
  | { readonly kind: 'sending'; readonly percent: number }
  | { readonly kind: 'reading'; readonly seconds: number }
type Failed = Pick<Extract<Intake, { ok: false }>, 'why' | 'findings' | 'detail'>

/** 送る様子: sends a form with its progress, which only XMLHttpRequest tells, then counts the seconds of reading. */
export function useUpload(url: string, pageOf: (id: string) => string) {
  const [stage, setStage] = useState<Stage>()
  const [failed, setFailed] = useState<Failed>()
  const navigate = useNavigate()
  const reading = stage?.kind === 'reading'
  useEffect(() => {
    if (!reading) return
    const began = Date.now()
    const clock = setInterval(
      () => setStage({ kind: 'reading', seconds: Math.round((Date.now() - began) / 1000) }),
      1000,
    )
    return () => clearInterval(clock)
  }, [reading])

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setFailed(undefined)
    setStage({ kind: 'sending', percent: 0 })
    const request = new XMLHttpRequest()
    const fail = (why: Failed) => {
      setStage(undefined)
      setFailed(why)
    }
    request.upload.onprogress = ({ loaded, total }) =>
      setStage({ kind: 'sending', percent: Math.round((loaded / Math.max(total, 1)) * 100) })
    request.upload.onload = () => setStage({ kind: 'reading', seconds: 0 })
    request.onerror = () => fail({ why: 'cut', findings: [] })
    request.onload = () => {
      const answer = answerOf(request.responseText)
      if (answer?.ok) navigate(pageOf(answer.id))
      else fail(answer ?? { why: 'cut', findings: [] })
    }
    request.open('POST', url)
    request.send(new FormData(event.currentTarget))
  }
  return { stage, failed, submit }
}

function answerOf(text: string): Intake | undefined {
  try {
    return JSON.parse(text) as Intake
  } catch {
    return undefined
  }
}
