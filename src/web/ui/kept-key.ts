import { createContext, useContext, useEffect, useState } from 'react'

/** Names under which earlier versions kept what was typed, whoever had typed it. */
const OF_NOBODY = ['shirube.answer.', 'shirube.room.', 'shirube.form.', 'shirube.steps.']

const Owner = createContext('')
export const OwnerProvider = Owner.Provider

/** Whose the page is: who was signed in when it was opened; empty for nobody. */
export const useOwner = (): string => useContext(Owner)

/** A page stays with its person when their session ends, until somebody else signs in. */
export function useLastUser(userId: string | undefined): string {
  const [last, setLast] = useState(userId ?? '')
  if (userId && userId !== last) setLast(userId)
  return last
}

/** 残すときの名: what is kept in the browser of what somebody types, under their own name: whoever uses the browser next is neither shown nor sends it. */
export const keptName = (owner: string, kind: 'answer' | 'room' | 'form' | 'steps', key: string): string =>
  `shirube.of.${owner}.${kind}.${key}`

/** What an earlier version kept without saying whose it is belongs to nobody, and goes. */
export function useForgetNobodys(): void {
  useEffect(() => {
    for (const name of Object.keys(localStorage))
      if (OF_NOBODY.some((start) => name.startsWith(start))) localStorage.removeItem(name)
  }, [])
}
