/** Disability certificates: what staff note of one that they have seen, and whoever comes first by it. */
import type { Span } from '@yike/shared/booking/calendar'
import type { callerEndpoints } from '@yike/shared/booking/contract/caller'
import { isLastDay, toldUntil } from '@yike/shared/booking/rules/certificate'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import { byCertificate, type Terms } from '@yike/shared/booking/rules/terms'
import type { Certificate } from '@yike/shared/booking/schema/caller'
import { type Id, spokenNumber } from '@yike/shared/kernel/id'
import { ok, refuse } from '@yike/shared/kernel/result'
import { type Instant, type LocalDate, localDate } from '@yike/shared/kernel/time'
import {
  type CertificateRecord,
  certificateCheck,
  loadCertificate,
  loadOwnPost,
  noteCertificate,
  noteLook,
  queryCertificates,
} from '../../identity/handlers'
import type { Actor } from '../../platform/actor'
import type { Handlers } from '../../platform/handler'
import type { Change, Table } from '../../platform/table'
import type { Guest } from '../domain'
import type { BookingRecord } from '../store'
import { findBooking } from './act'

type CertificateHandlers = Pick<
  Handlers<typeof callerEndpoints>,
  'certificate' | 'certificates' | 'recordCertificate'
>

export const certificateHandlers = (table: Table): CertificateHandlers => ({
  async certificate({ actor, now }, { bookingId }) {
    const found = await findOwners(table, actor, bookingId)
    if (!found) return refuse('request.not_found')
    const noted = await note(table, actor, 'certificate', found.booking, now)
    if (!noted.ok) return noted
    const { personId, forName } = found.booking
    return ok(showCertificate(forName, await loadCertificate(table, personId), localDate(now)))
  },

  async certificates({ actor, now }, { community, ...page }) {
    const today = localDate(now)
    const [post, found] = await Promise.all([
      loadOwnPost(table, actor, community),
      queryCertificates(table, community, toldUntil(today), page),
    ])
    if (!found.ok) return found
    if (!post) return refuse('request.not_found')
    const { certificates, cursor } = found.value
    for (const { residentId, bookingId: caseId, forName } of certificates) {
      const seen = { residentId, about: 'certificate', caseId, name: `${forName} · 残疾人证` } as const
      const noted = await noteLook(table, actor, seen, now)
      if (!noted.ok) return noted
    }
    return ok({
      certificates: certificates.map(one => ({
        bookingId: one.bookingId,
        ...showCertificate(one.forName, one, today),
      })),
      ...(cursor && { cursor }),
    })
  },

  async recordCertificate({ actor, now }, { bookingId, has, untilOn }) {
    const today = localDate(now)
    const found = await findOwners(table, actor, bookingId)
    if (!found) return refuse('request.not_found')
    if (has && !(untilOn && isLastDay(untilOn, today)))
      return refuse('booking.certificate_date', { fields: { untilOn: '照着证上的到期日填' } })
    const { residentId, personId, forName, community } = found.booking
    const noted = await note(table, actor, 'certificateNoted', found.booking, now)
    if (!noted.ok) return noted
    const record: CertificateRecord = {
      ...{ personId, residentId, forName, community, bookingId, ...(has && untilOn && { untilOn }) },
      ...{ seenById: actor.residentId, seenBy: spokenNumber(actor.residentId), seenAt: now },
    }
    const saved = await noteCertificate(table, record)
    return saved.ok ? ok(showCertificate(forName, record, today)) : saved
  },
})

/** A booking of a person, by staff: of a team nobody has a certificate, and who booked for it is not asked for theirs. */
const findOwners = async (table: Table, actor: Actor, bookingId: Id<'booking'>) => {
  const found = await findBooking(table, actor, bookingId)
  return found?.part === 'staff' && !found.booking.team ? found : undefined
}

/** Sensitive: that it was looked at is told as such. */
const note = (
  table: Table,
  actor: Actor,
  about: 'certificate' | 'certificateNoted',
  booking: BookingRecord,
  now: Instant,
) => {
  const { residentId, bookingId: caseId } = booking
  const name = `${spokenOffering(booking)} · 残疾人证`
  return noteLook(table, actor, { residentId, about, caseId, name }, now)
}

const showCertificate = (
  forName: string,
  record: CertificateRecord | undefined,
  today: LocalDate,
): Certificate => {
  if (!record?.untilOn) return { forName, has: false }
  const { untilOn, seenBy, seenAt } = record
  return { forName, has: today <= untilOn, untilOn, seenBy, seenAt }
}

/** What rests on a certificate is refused like this once it is taken out. */
const without = { eligible: 'booking.not_eligible', first: 'booking.too_early' } as const

/** In the write of whoever books by a certificate alone: it still holds, on the last day for which it is needed. */
export const certificateChecks = (
  offering: Pick<Terms, 'priority' | 'eligible'>,
  { residentId, person }: { readonly residentId: Id<'resident'>; readonly person: Guest },
  ...spans: readonly Pick<Span, 'startAt'>[]
): Change<(typeof without)[keyof typeof without]>[] => {
  const [last] = spans
    .map(({ startAt }) => localDate(startAt))
    .flatMap(on => {
      const needed = byCertificate(offering, person, on)
      return needed ? [{ on, needed }] : []
    })
    .sort((one, other) => (one.on < other.on ? 1 : -1))
  return last ? [certificateCheck(residentId, person, last.on, without[last.needed])] : []
}
