import type { BetterAuthOptions } from 'better-auth'
import { genericOAuth } from 'better-auth/plugins'
import type { Hat } from '#domain/access/can.ts'
import { type GroupRule, groupsIn, hatsByGroups } from '#domain/access/groups.ts'

/** もう一つの入口: an OpenID Connect provider of the operator's. */
export type OtherDoor = {
  /** What its button is called. */
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** The claim that lists groups. */
  readonly groupsClaim: string
  readonly rules: readonly GroupRule[]
  /** Whether the provider's word for an e-mail address counts where it does not say that it verified it. */
  readonly trustEmail: boolean
}

export const OTHER_DOOR = 'oidc'

/** Called when somebody came in by the other door: what the groups say of each government. */
export type OnGroups = (user: string, hats: ReadonlyMap<string, readonly Hat[]>) => Promise<void>

type Validate = NonNullable<NonNullable<BetterAuthOptions['user']>['validateUserInfo']>

/**
 * What sign-in needs for the other door. Who was invited may come in by it; who was not, only where a group gives them something to do. The
 * provider's groups are kept from its answer until the session is made, by e-mail address.
 */
export function openOtherDoor(door: OtherDoor | undefined, onGroups: OnGroups | undefined) {
  const waiting = new Map<string, ReadonlyMap<string, readonly Hat[]>>()
  const validate: Validate = ({ user, source }) => {
    if (!door || source.oauth?.providerId !== OTHER_DOOR) return
    const hats = hatsByGroups(door.rules, groupsIn(source.oauth.profile?.[door.groupsClaim]))
    if (source.action === 'create-user' && [...hats.values()].every((list) => list.length === 0))
      return { error: 'not-invited' }
    waiting.set(String(user.email).toLowerCase(), hats)
  }
  return {
    plugin: genericOAuth({
      config: door
        ? [
            {
              ...{ providerId: OTHER_DOOR, name: door.name, scopes: ['openid', 'profile', 'email'] },
              ...{ clientId: door.clientId, clientSecret: door.clientSecret },
              discoveryUrl: `${door.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
              requireIdTokenVerification: true,
              disableProviderLogout: true,
              mapProfileToUser: (profile) =>
                door.trustEmail ? { emailVerified: true } : { emailVerified: profile.emailVerified === true },
            },
          ]
        : [],
    }),
    validate,
    /** After the session was made: the groups are followed. */
    async entered({ id, email }: { readonly id: string; readonly email: string }): Promise<void> {
      const hats = waiting.get(email.toLowerCase())
      waiting.delete(email.toLowerCase())
      if (hats) await onGroups?.(id, hats)
    },
  }
}
