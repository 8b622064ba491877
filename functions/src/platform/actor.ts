/**
 * Who acts. A token's subject says who, in which roles, and where these hold; only this file turns a token into an
 * `Actor`, and handlers ask for an `Actor`, so that no id from a request can pass for one.
 */
import { createHmac } from 'node:crypto'
import { isStaff } from '@yike/shared/identity/rules'
import { RegionCode } from '@yike/shared/identity/schema'
import { type Role, roles } from '@yike/shared/kernel/contract'
import { type Id, idOf } from '@yike/shared/kernel/id'
import { addMinutes, type Instant, instantOf } from '@yike/shared/kernel/time'
import { z } from '@yike/shared/kernel/zod'
import { type JWTVerifyOptions, jwtVerify, SignJWT } from 'jose'
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

/** So many phones' tokens are kept once their signatures were checked: some 2 MB. */
const KNOWN_TOKENS = 5_000

export const openTokens = (secret: string): Tokens => {
  const key = keyOf(secret)
  // A page asks four or five times with the same token. Whether it is still in its time is looked at each time.
  const known = new Map<string, { actor: Actor; endMs: number }>()
  const keep = (token: string, actor: Actor, exp: number) => {
    const [oldest] = known.keys()
    if (known.size >= KNOWN_TOKENS && oldest !== undefined) known.delete(oldest)
    known.set(token, { actor, endMs: exp * 1000 })
  }
  return {
    async sign({ residentId, ...held }, now) {
      const issued = Math.floor(Date.parse(now) / 1000)
      const expires = issued + (isStaff(held.roles) ? STAFF_TOKEN_MINUTES : TOKEN_MINUTES) * 60
      const token = await signed(held, residentId, ISSUER)
        .setIssuedAt(issued)
        .setExpirationTime(expires)
        .sign(await key)
      return { token, expiresAt: new Date(expires * 1000).toISOString() }
    },
    async verify(token, now) {
      const found = known.get(token)
      if (found) return Date.parse(now) < found.endMs ? found.actor : undefined
      const claims = await claimsOf(token, await key, {
        issuer: ISSUER,
        currentDate: new Date(now),
        requiredClaims: ['sub', 'exp'],
      })
      const subject = Subject.safeParse(claims && { ...claims, residentId: claims.sub })
      if (!claims?.exp || !subject.success) return undefined
      const actor = subject.data as Actor
      keep(token, actor, claims.exp)
      return actor
    },
  }
}

/** Made once: making it anew costs as much as all the rest of a verification. */
const keyOf = (secret: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', Buffer.from(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
    'verify',
  ])

const signed = (claims: object, subject: string, issuer: string) =>
  new SignJWT({ ...claims }).setProtectedHeader({ alg: 'HS256' }).setIssuer(issuer).setSubject(subject)

/** What a token says; undefined: not signed by us for this, or out of its time. */
const claimsOf = (token: string, key: CryptoKey, wanted: JWTVerifyOptions) =>
  jwtVerify(token, key, { algorithms: ['HS256'], ...wanted }).then(
    ({ payload }) => payload,
    () => undefined,
  )

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
      const code = await signed({ label }, deskId, DESK_ISSUER).sign(await key)
      return { deskId, label, askedAt: now, code, secret: kept }
    },
    async read(code) {
      const claims = DeskClaims.safeParse(await claimsOf(code, await key, { issuer: DESK_ISSUER })).data
      return claims && { deskId: claims.sub, label: claims.label, askedAt: instantOf(timeOf(claims.sub)) }
    },
  }
}

/** The id of a desk is made from its secret: who knows the one proves the other. */
export const isSecretOf = (deskId: Id<'desk'>, secret: string): boolean =>
  derivedId('desk', timeOf(deskId), secret) === deskId

/** How long a code at a door may be shown, and how much longer it is taken from whoever has just scanned it. */
const DOOR_SHOWN_MINUTES = 0.5
const DOOR_TAKEN_MINUTES = 1.5

export interface DoorCodes {
  readonly show: (placeId: Id<'place'>, now: Instant) => Promise<{ code: string; expiresAt: Instant }>
  /** Which door, and until when the code is taken; undefined: not signed by us. */
  readonly read: (code: string) => Promise<{ placeId: Id<'place'>; takenUntil: Instant } | undefined>
}

const DOOR_ISSUER = `${ISSUER}/door`
const DoorClaims = z.object({ sub: idOf('place'), until: z.number() })

/** Codes that a screen shows to whoever stands before it. They are not stored. */
export const openDoorCodes = (secret: string): DoorCodes => {
  const key = keyOf(secret)
  return {
    async show(placeId, now) {
      const until = Date.parse(addMinutes(now, DOOR_TAKEN_MINUTES))
      const code = await signed({ until }, placeId, DOOR_ISSUER).sign(await key)
      return { code, expiresAt: addMinutes(now, DOOR_SHOWN_MINUTES) }
    },
    async read(code) {
      const claims = DoorClaims.safeParse(await claimsOf(code, await key, { issuer: DOOR_ISSUER })).data
      return claims && { placeId: claims.sub, takenUntil: instantOf(claims.until) }
    },
  }
}

/** Six digits that somebody tells somebody else. They stand nowhere: they follow from a seed and the secret. */
export interface SpokenCodes {
  readonly of: (seed: string) => string
}

export const openSpokenCodes = (secret: string): SpokenCodes => ({
  of(seed) {
    const digest = createHmac('sha256', secret).update(`${ISSUER}/spoken\n${seed}`).digest()
    return String(digest.readUIntBE(0, 6) % 1_000_000).padStart(6, '0')
  },
})

export const holdsAny = (actor: Actor, wanted: readonly Role[]): boolean =>
  actor.roles.some(role => wanted.includes(role))
