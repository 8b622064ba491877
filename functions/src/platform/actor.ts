/**
 * Who acts. A token's subject says who, in which roles, and where these hold; only this file turns a token into an
 * `Actor`, and handlers ask for an `Actor`, so that no id from a request can pass for one.
 */
import { isStaff } from '@yike/shared/identity/rules'
import { RegionCode } from '@yike/shared/identity/schema'
import { type Role, roles } from '@yike/shared/kernel/contract'
import { type Id, idOf } from '@yike/shared/kernel/id'
import type { Instant } from '@yike/shared/kernel/time'
import { z } from '@yike/shared/kernel/zod'
import { jwtVerify, SignJWT } from 'jose'

const Subject = z.object({
  residentId: idOf('resident'),
  roles: z.array(z.enum(roles)),
  /** Residents: their community. Staff: the community or street that they answer for. */
  scope: z.nullable(RegionCode),
})
export type Subject = z.output<typeof Subject>

declare const verified: unique symbol
export type Actor = Subject & { readonly residentId: Id<'resident'>; readonly [verified]: true }

/** How long a role that was withdrawn still opens doors at most; the phone signs in again without asking. */
export const TOKEN_MINUTES = 120
const STAFF_TOKEN_MINUTES = 15
const ISSUER = 'yike-linli'

export interface Tokens {
  readonly sign: (subject: Subject, now: Instant) => Promise<{ token: string; expiresAt: Instant }>
  /** Undefined for whatever is not a valid token of ours now. */
  readonly verify: (token: string, now: Instant) => Promise<Actor | undefined>
}

export const openTokens = (secret: string): Tokens => {
  const key = new TextEncoder().encode(secret)
  return {
    async sign(subject, now) {
      const issued = Math.floor(Date.parse(now) / 1000)
      const expires = issued + (isStaff(subject.roles) ? STAFF_TOKEN_MINUTES : TOKEN_MINUTES) * 60
      const token = await new SignJWT({ roles: subject.roles, scope: subject.scope })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(ISSUER)
        .setSubject(subject.residentId)
        .setIssuedAt(issued)
        .setExpirationTime(expires)
        .sign(key)
      return { token, expiresAt: new Date(expires * 1000).toISOString() }
    },
    async verify(token, now) {
      const claims = await jwtVerify(token, key, {
        issuer: ISSUER,
        algorithms: ['HS256'],
        currentDate: new Date(now),
        requiredClaims: ['sub', 'exp'],
      }).then(
        ({ payload }) => payload,
        () => undefined,
      )
      const subject = Subject.safeParse(
        claims && { residentId: claims.sub, roles: claims.roles, scope: claims.scope },
      )
      return subject.success ? (subject.data as Actor) : undefined
    },
  }
}

export const holdsAny = (actor: Actor, wanted: readonly Role[]): boolean =>
  actor.roles.some(role => wanted.includes(role))
