/**
 * Who acts. A token's subject says who, in which roles, and where these hold; only this file turns a token into an
 * `Actor`, and handlers ask for an `Actor`, so that no id from a request can pass for one.
 */
import { createSecretKey, type KeyObject } from 'node:crypto'
import { isStaff } from '@yike/shared/identity/rules'
import { RegionCode } from '@yike/shared/identity/schema'
import { type Role, roles } from '@yike/shared/kernel/contract'
import { type Id, idOf } from '@yike/shared/kernel/id'
import { type Instant, instantOf } from '@yike/shared/kernel/time'
import { z } from '@yike/shared/kernel/zod'
import jwt from 'jsonwebtoken'
import { derivedId, newSecret, timeOf } from './ids'

const Subject = z.object({
  residentId: idOf('resident'),
  roles: z.array(z.enum(roles)),
  /** Residents: their community. Staff: the community or street that they answer for. */
  scope: z.nullable(RegionCode),
  /** Signed in at this desk by a scanned code; absent: at one's own phone. */
  deskId: z.optional(idOf('desk')),
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
  const key = keyOf(secret)
  return {
    async sign({ residentId, ...held }, now) {
      const issued = secondsOf(now)
      const expires = issued + (isStaff(held.roles) ? STAFF_TOKEN_MINUTES : TOKEN_MINUTES) * 60
      const token = signed({ ...held, iat: issued, exp: expires }, residentId, ISSUER, key)
      return { token, expiresAt: new Date(expires * 1000).toISOString() }
    },
    async verify(token, now) {
      const claims = claimsOf(token, ISSUER, key, now)
      if (claims?.exp === undefined) return undefined
      const subject = Subject.safeParse({ ...claims, residentId: claims.sub })
      return subject.success ? (subject.data as Actor) : undefined
    },
  }
}

const keyOf = (secret: string): KeyObject => createSecretKey(Buffer.from(secret))

const secondsOf = (at: Instant) => Math.floor(Date.parse(at) / 1000)

const signed = (claims: object, subject: string, issuer: string, key: KeyObject): string =>
  jwt.sign(claims, key, {
    algorithm: 'HS256',
    noTimestamp: !('iat' in claims),
    subject,
    issuer,
  })

/** What a token says; undefined: not signed by us for this, or out of its time. */
const claimsOf = (token: string, issuer: string, key: KeyObject, now?: Instant) => {
  try {
    const claims = jwt.verify(token, key, {
      algorithms: ['HS256'],
      issuer,
      ...(now && { clockTimestamp: secondsOf(now) }),
    })
    return typeof claims === 'string' ? undefined : claims
  } catch {
    return undefined
  }
}

/** A desk that asks to be let in. */
export interface DeskAsk {
  readonly deskId: Id<'desk'>
  readonly label: string
  readonly askedAt: Instant
}

export interface DeskCodes {
  /** The code is for the phone to scan, the secret for the desk alone: a photograph of the code opens nothing. */
  readonly ask: (label: string, now: Instant) => Promise<DeskAsk & { code: string; secret: string }>
  /** What a scanned code says, however old it is; undefined: not signed by us. */
  readonly read: (code: string) => Promise<DeskAsk | undefined>
}

const DESK_ISSUER = `${ISSUER}/desk`
const DeskClaims = z.object({ sub: idOf('desk'), label: z.string() })

/** Codes are not stored: whoever asks for many writes nothing. */
export const openDeskCodes = (secret: string): DeskCodes => {
  const key = keyOf(secret)
  return {
    async ask(label, now) {
      const kept = newSecret()
      const deskId = derivedId('desk', Date.parse(now), kept)
      const code = signed({ label }, deskId, DESK_ISSUER, key)
      return { deskId, label, askedAt: now, code, secret: kept }
    },
    async read(code) {
      const claims = DeskClaims.safeParse(claimsOf(code, DESK_ISSUER, key)).data
      return claims && { deskId: claims.sub, label: claims.label, askedAt: instantOf(timeOf(claims.sub)) }
    },
  }
}

/** The id of a desk is made from its secret: who knows the one proves the other. */
export const isSecretOf = (deskId: Id<'desk'>, secret: string): boolean =>
  derivedId('desk', timeOf(deskId), secret) === deskId

export const holdsAny = (actor: Actor, wanted: readonly Role[]): boolean =>
  actor.roles.some(role => wanted.includes(role))
