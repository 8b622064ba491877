/**
 * Disability certificates that staff have seen. The last day stands with the person, where rules read it; who saw it and for
 * which community in an item of its own, in the list of those that end.
 */
import type { Person, RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import { addDays, type Instant, instantAt, type LocalDate } from '@yike/shared/kernel/time'
import { above, any, equal, present } from '../../platform/condition'
import { indexes, inIndex, keys } from '../../platform/keys'
import { type Change, type QueryAsk, queryAll, recordOf, type Table } from '../../platform/table'
import type { Household } from '../store'

export interface CertificateRecord {
  readonly personId: Id<'person'>
  readonly residentId: Id<'resident'>
  readonly forName: string
  readonly community: RegionCode
  /** The booking at which it was shown: the way back to whom it is of. */
  readonly bookingId: Id<'booking'>
  /** Absent: it is not noted any more. */
  readonly untilOn?: LocalDate
  /** By whom of staff, and the number by which they are known. */
  readonly seenById: Id<'resident'>
  readonly seenBy: string
  readonly seenAt: Instant
}

/** What is known of one that is over is kept for so long: somebody may come with a new one. */
export const KEPT_DAYS = 90
/** The item outlives it a little, so that the clock finds whose it was and takes it out there too. */
const FORGOTTEN_WITHIN_DAYS = 30

const personKey = (residentId: Id<'resident'>, isSelf: boolean, personId: Id<'person'>) =>
  isSelf ? keys.resident(residentId) : keys.person(residentId, personId)

/** Both in one write; `over`: only where nothing but this last day is noted. */
export const certificateChanges = (
  { resident }: Household,
  record: CertificateRecord,
  over?: LocalDate,
): Change<'request.not_found'>[] => {
  const { personId, residentId, community, untilOn, seenAt } = record
  const last = untilOn ? instantAt(addDays(untilOn, KEPT_DAYS + FORGOTTEN_WITHIN_DAYS), 0) : seenAt
  return [
    {
      update: personKey(residentId, personId === resident.personId, personId),
      ...(untilOn ? { set: { disabledUntil: untilOn } } : { remove: ['disabledUntil'] }),
      if: over ? equal('disabledUntil', over) : present(),
      else: 'request.not_found',
    },
    {
      put: {
        ...keys.certificate(personId),
        ...(untilOn && inIndex('by-deadline', indexes.byDeadline.certificates(community, untilOn, personId))),
        type: 'Certificate',
        ...record,
        expiresAtSeconds: Math.floor(Date.parse(last) / 1000),
      },
    },
  ]
}

/** Goes into the write of whoever books by it: at that moment it is still noted, and for that day. */
export const certificateCheck = <Code extends string>(
  residentId: Id<'resident'>,
  { personId, relation }: { readonly personId: Id<'person'>; readonly relation?: string | undefined },
  on: LocalDate,
  otherwise: Code,
): Change<Code> => ({
  check: personKey(residentId, relation === ('self' satisfies Person['relation']), personId),
  if: any(equal('disabledUntil', on), above('disabledUntil', on)),
  else: otherwise,
})

const asCertificate = (item: Parameters<typeof recordOf>[0]): CertificateRecord => {
  const { expiresAtSeconds: _, ...record } = recordOf<CertificateRecord & { expiresAtSeconds: number }>(item)
  return record
}

export const loadCertificate = async (
  table: Table,
  personId: Id<'person'>,
): Promise<CertificateRecord | undefined> => {
  const item = await table.get(keys.certificate(personId), { consistent: true })
  return item && asCertificate(item)
}

const ending = (community: RegionCode, to: LocalDate) => {
  const [pk, last] = indexes.byDeadline.certificates(community, to, '~')
  return { index: 'by-deadline', pk, sk: { from: '0', to: last } } as const
}

/** A page of those of a community that end by a day, the first to end first. */
export const queryCertificates = async (
  table: Table,
  community: RegionCode,
  to: LocalDate,
  page: Pick<QueryAsk, 'limit' | 'cursor'>,
) => {
  const found = await table.query({ ...ending(community, to), ...page })
  if (!found.ok) return found
  const { items, cursor } = found.value
  return { ok: true, value: { certificates: items.map(asCertificate), cursor } } as const
}

/** All of them, for the clock. */
export const queryEnding = async (
  table: Table,
  community: RegionCode,
  to: LocalDate,
): Promise<CertificateRecord[]> => (await queryAll(table, ending(community, to))).map(asCertificate)
