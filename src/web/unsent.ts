import { data } from 'react-router'

/** Longest body that is read to be given back. */
const LONGEST = 1_000_000

/** 届かなかった入力: the fields of a form, as they were sent. */
export type Unsent = readonly (readonly [name: string, value: string])[]

/**
 * A copy of a form that a browser sends, to be given back where the session turns out to be over; undefined for what no page would show. A program
 * of ours that asks for JSON is answered in JSON.
 */
export function copyOfForm(request: Request): Request | undefined {
  const { method, headers, url } = request
  const forPage = headers.get('accept')?.includes('text/html') || new URL(url).pathname.endsWith('.data')
  const long = Number(headers.get('content-length') ?? 0) > LONGEST
  return method === 'POST' && forPage && !long ? request.clone() : undefined
}

/** The session is over: the page that says so holds what was sent, and sends it again once one has signed in. */
export async function signedOut(copy: Request | undefined) {
  const form = await copy?.formData().catch(() => undefined)
  const sent = [...(form ?? [])].filter((field): field is [string, string] => typeof field[1] === 'string')
  return data({ why: 'signed-out', ...(form ? { sent } : {}) }, 401)
}
