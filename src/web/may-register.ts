import type { RouterContextProvider } from 'react-router'
import { membershipsOf } from '#store/memberships.ts'
import { findPerson } from '#store/people.ts'
import { reading } from '#store/transaction.ts'
import { LOCAL_ADMINISTRATOR } from './auth/auth.ts'
import { servingContext } from './context.ts'
import type { User } from './visit.ts'

/** 団体を登録できる人: who runs this Shirube, or administers a government of it. An invited reporter does not become administrator of the town next door. */
export async function mayRegister(
  context: Readonly<RouterContextProvider>,
  user: User | undefined,
): Promise<boolean> {
  if (!user) return false
  const { store } = context.get(servingContext)
  const memberships = await reading(store, { government: '', actor: 'public', user: user.id }, (tx) =>
    membershipsOf(tx, user.id),
  )
  if (memberships.some(({ role }) => role === 'administrator')) return true
  return (await findPerson(store.authPool, user.id))?.email === LOCAL_ADMINISTRATOR
}
