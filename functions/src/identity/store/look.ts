/** Who of staff has looked at a resident's cases. Only added to; deleted after a year. */
import { createHash } from 'node:crypto'
import type { Look } from '@yike/shared/identity/schema/look'
import type { Id } from '@yike/shared/kernel/id'
import { type Instant, localDate } from '@yike/shared/kernel/time'
import { absent } from '../../platform/condition'
import { keys } from '../../platform/keys'
import type { QueryAsk, Table } from '../../platform/table'

/** Logs of access are kept for six months at least (网络安全法, article 21, 3); residents are shown a whole year. */
const KEPT_DAYS = 365

interface Looking {
  /** Whose data it is. */
  readonly residentId: Id<'resident'>
  readonly actorId: Id<'resident'>
  readonly look: Look
}

/** Notes a look once a day, case and member of staff. */
export const writeLook = async (table: Table, { residentId, actorId, look }: Looking) => {
  // That a number was shown, or a certificate, is told beside that its case was opened.
  const isApart = look.about === 'phone' || look.about.startsWith('certificate')
  const what = isApart ? `${look.caseId}#${look.about}` : look.caseId
  const key = keys.look(residentId, localDate(look.at), what, markOf(actorId))
  // Staff open a case many times a day: a read is a tenth of a refused write.
  if (await table.get(key)) return 'identity.look_noted'
  const saved = await table.write([
    {
      put: { ...key, type: 'Look', ...look, actorId, expiresAtSeconds: expiry(look.at) },
      if: absent(),
      else: 'identity.look_noted',
    },
  ])
  return saved.ok ? 'written' : saved.refusal.code
}

/** Keys stand in the cursors of the residents' lists: who looked is told apart there, and not named. */
const markOf = (actorId: Id<'resident'>) =>
  createHash('sha256').update(actorId).digest('base64url').slice(0, 16)

const expiry = (at: Instant) => Math.floor(Date.parse(at) / 1000) + KEPT_DAYS * 86_400

export const queryLooks = (
  table: Table,
  residentId: Id<'resident'>,
  page: Pick<QueryAsk, 'limit' | 'cursor'>,
) => table.query({ pk: keys.look(residentId, '', '', '').pk, newestFirst: true, ...page })
