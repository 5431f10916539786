import type { Hat } from '#domain/access/can.ts'
import type { Store } from '#store/open.ts'
import { writing } from '#store/transaction.ts'
import { followGroups } from '#usecases/follow-groups.ts'
import type { OtherDoor } from '#web/auth/other-door.ts'
import type { Config } from './config.ts'
import { system } from './first-run.ts'

/** もう一つの入口 as the settings name it; undefined where they name none. @throws where they are half there. */
export function otherDoorOf(config: Config): OtherDoor | undefined {
  const { SHIRUBE_OIDC_ISSUER: issuer, SHIRUBE_OIDC_CLIENT_ID: clientId } = config
  const clientSecret = config.SHIRUBE_OIDC_CLIENT_SECRET
  if (!issuer && !clientId && !clientSecret) return undefined
  if (!issuer || !clientId || !clientSecret)
    throw new Error('SHIRUBE_OIDC_ISSUER, SHIRUBE_OIDC_CLIENT_ID and SHIRUBE_OIDC_CLIENT_SECRET go together.')
  return {
    ...{ issuer, clientId, clientSecret, name: config.SHIRUBE_OIDC_NAME },
    groupsClaim: config.SHIRUBE_OIDC_GROUPS_CLAIM,
    rules: config.SHIRUBE_OIDC_ROLES.map(({ department, ...rule }) => ({
      ...rule,
      ...(department ? { department } : {}),
    })),
    trustEmail: config.SHIRUBE_OIDC_TRUST_EMAIL,
  }
}

/** Follows the groups of somebody who came in, in each government that the rules name. */
export async function following(
  store: Store,
  now: () => string,
  user: string,
  hats: ReadonlyMap<string, readonly Hat[]>,
): Promise<void> {
  for (const [government, wanted] of hats)
    await writing(store, { government }, (tx) =>
      followGroups(tx, { actor: system(government), now: now() }, { user, hats: wanted }),
    )
}
