/** Signing in at a desk: the desk asks, the phone confirms, the desk takes its session, the phone may end it. */
import type { deskEndpoints } from '@yike/shared/identity/contract/desk'
import type { Session } from '@yike/shared/identity/schema'
import { type Id, spokenNumber } from '@yike/shared/kernel/id'
import { ok, refuse } from '@yike/shared/kernel/result'
import type { Instant } from '@yike/shared/kernel/time'
import { type Actor, type DeskAsk, type DeskCodes, isSecretOf, type Tokens } from '../../platform/actor'
import type { Handlers } from '../../platform/handler'
import type { Table } from '../../platform/table'
import { codeEndsAt, confirmedDesk, isOpen, showDesk } from '../domain'
import {
  type DeskRecord,
  endDeskChange,
  loadDesk,
  newDeskChange,
  queryDesks,
  type RefusedRecord,
  refuseDeskChange,
  takeDeskChange,
} from '../store/desk'

interface DeskPorts {
  readonly table: Table
  readonly deskCodes: DeskCodes
}

type SessionOf = (residentId: Id<'resident'>, now: Instant, deskId: Id<'desk'>) => Promise<Session>

export const deskHandlers = (
  { table, deskCodes }: DeskPorts,
  sessionOf: SessionOf,
): Handlers<typeof deskEndpoints> => {
  /** What a code says while it may be scanned. */
  const scan = async (code: string, now: Instant) => {
    const asked = await deskCodes.read(code)
    if (!asked) return refuse('identity.desk_code_wrong')
    return codeEndsAt(asked) > now ? ok(asked) : refuse('identity.desk_code_expired')
  }
  return {
    async askDesk({ now }, { label }) {
      const { code, secret, ...asked } = await deskCodes.ask(label, now)
      return ok({ ...shown(asked), code, secret })
    },

    async scanDesk({ now }, { code }) {
      const asked = await scan(code, now)
      if (!asked.ok) return asked
      // Whoever is asked about a code is asked about one that still lets somebody in.
      const used = await loadDesk(table, asked.value.deskId)
      return used ? refuse(isRefused(used) ? REFUSED : 'identity.desk_code_used') : ok(shown(asked.value))
    },

    async confirmDesk({ actor, now }, { code }) {
      // A desk left open must not let in further ones.
      if (actor.deskId) return refuse('identity.desk_by_phone_only')
      const asked = await scan(code, now)
      if (!asked.ok) return asked
      const desk = confirmedDesk(asked.value, actor.residentId, now)
      const saved = await table.write([newDeskChange(desk)])
      if (saved.ok) return ok(showDesk(desk, now))
      const found = await loadDesk(table, desk.deskId)
      if (found && isRefused(found)) return refuse(REFUSED)
      return found?.residentId === actor.residentId && found.state === 'confirmed'
        ? ok(showDesk(found, now))
        : saved
    },

    async refuseDesk({ now }, { code }) {
      const asked = await scan(code, now)
      if (!asked.ok) return asked
      const { deskId } = asked.value
      const saved = await table.write([refuseDeskChange(deskId, codeEndsAt(asked.value))])
      if (saved.ok) return ok({ deskId })
      const found = await loadDesk(table, deskId)
      return found && isRefused(found) ? ok({ deskId }) : saved
    },

    async takeDesk({ now }, { code, secret }) {
      const asked = await deskCodes.read(code)
      if (!asked || !isSecretOf(asked.deskId, secret)) return refuse('identity.desk_code_wrong')
      const desk = await loadDesk(table, asked.deskId)
      if (!desk) return codeEndsAt(asked) > now ? ok({ session: null }) : refuse('identity.desk_code_expired')
      if (isRefused(desk)) return refuse(REFUSED)
      if (desk.state === 'confirmed' && desk.takeBy <= now) return refuse('identity.desk_code_expired')
      const saved = await table.write([takeDeskChange(desk.deskId)])
      return saved.ok ? ok({ session: await sessionOf(desk.residentId, now, desk.deskId) }) : saved
    },

    async renewDesk({ now }, { deskId, secret }) {
      const desk = isSecretOf(deskId, secret) ? await loadDesk(table, deskId) : undefined
      return desk && !isRefused(desk) && isOpen(desk, now)
        ? ok(await sessionOf(desk.residentId, now, deskId))
        : refuse('request.not_found')
    },

    async desks({ actor, now }, page) {
      const found = await queryDesks(table, actor.residentId, page)
      if (!found.ok) return found
      const { desks, cursor } = found.value
      return ok({ desks: desks.map(desk => showDesk(desk, now)), ...(cursor && { cursor }) })
    },

    async endDesk({ actor, now }, { deskId }) {
      const saved = await table.write([endDeskChange(deskId, actor.residentId)])
      if (!saved.ok) return saved
      const desk = await loadDesk(table, deskId)
      return desk && !isRefused(desk) ? ok(showDesk(desk, now)) : refuse('request.not_found')
    },
  }
}

const REFUSED = 'identity.desk_code_refused'
const isRefused = (desk: DeskRecord | RefusedRecord): desk is RefusedRecord => desk.state === 'refused'

const shown = (asked: DeskAsk) => ({
  ...asked,
  number: spokenNumber(asked.deskId),
  expiresAt: codeEndsAt(asked),
})

/**
 * Who acts, by their token. One that was given to a desk holds only while the desk does: it is looked up each time, so
 * that ending it from the phone closes it at once.
 */
export const openActors =
  ({ table, tokens }: { table: Table; tokens: Tokens }) =>
  async (token: string, now: Instant): Promise<Actor | undefined> => {
    const actor = await tokens.verify(token, now)
    if (!actor?.deskId) return actor
    const desk = await loadDesk(table, actor.deskId)
    return desk && !isRefused(desk) && desk.residentId === actor.residentId && isOpen(desk, now)
      ? actor
      : undefined
  }
