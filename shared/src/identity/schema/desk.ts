import { idOf } from '../../kernel/id'
import { InstantOutput } from '../../kernel/time'
import { line, z } from '../../kernel/zod'
import { Session } from '../schema'

/** How long a code can be scanned and confirmed. */
export const DESK_CODE_MINUTES = 2
/** How long a desk stays signed in: a working day. */
export const DESK_HOURS = 12

const Code = z.string().check(z.regex(/^[\w.-]{40,600}$/))
const Secret = z.string().check(z.regex(/^[\w-]{43}$/))

/** What a desk calls itself: the browser and the system it runs on. */
export const AskDesk = z.strictObject({ label: line(60) })

/** A code to show and a secret to keep: only both together open a session. */
export const DeskCode = z.object({
  deskId: idOf('desk'),
  /** For people, on both screens: whoever sees another one on the phone than at the desk does not confirm. */
  number: z.string(),
  code: z.string(),
  secret: z.string(),
  expiresAt: InstantOutput,
})
export type DeskCode = z.output<typeof DeskCode>

export const ScanDesk = z.strictObject({ code: Code })
/** What the phone shows before it confirms. */
export const ScannedDesk = z.object({
  deskId: idOf('desk'),
  number: z.string(),
  label: z.string(),
  askedAt: InstantOutput,
  expiresAt: InstantOutput,
})
export type ScannedDesk = z.output<typeof ScannedDesk>

export const TakeDesk = z.strictObject({ code: Code, secret: Secret })
/** Null while nobody has confirmed: ask again in two seconds. */
export const TakenDesk = z.object({ session: z.nullable(Session) })

export const RenewDesk = z.strictObject({ deskId: idOf('desk'), secret: Secret })

/** A code that lets nobody in any more. */
export const RefusedDesk = z.object({ deskId: idOf('desk') })

export const deskStates = ['confirmed', 'open', 'ended'] as const
/** confirmed 已确认，电脑还没进来 · open 登录着 · ended 已退出 */
export type DeskState = (typeof deskStates)[number]

export const Desk = z.object({
  deskId: idOf('desk'),
  number: z.string(),
  label: z.string(),
  state: z.enum(deskStates),
  confirmedAt: InstantOutput,
  /** Signed out by itself then. */
  endsAt: InstantOutput,
})
export type Desk = z.output<typeof Desk>
export const Desks = z.object({ desks: z.array(Desk), cursor: z.optional(z.string()) })
export const EndDesk = z.strictObject({ deskId: idOf('desk') })
