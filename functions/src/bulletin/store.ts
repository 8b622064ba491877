import { MOST_CONSENTS, type Movement, type Notice } from '@yike/shared/bulletin/schema'
import type { RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import { above, absent, any, below, equal } from '../platform/condition'
import { keys } from '../platform/keys'
import { type Change, queryAll, type Table } from '../platform/table'

interface Paging {
  readonly limit: number
  readonly cursor?: string | undefined
}

export const noticeChange = (residentId: Id<'resident'>, notice: Notice): Change<'bulletin.told'> => ({
  put: { ...keys.notice(residentId, notice.noticeId), type: 'Notice', ...notice },
  if: absent(),
  else: 'bulletin.told',
})

export const movementChange = (
  community: RegionCode,
  movementId: string,
  movement: Movement,
): Change<'bulletin.told'> => ({
  put: { ...keys.movement(community, movementId), type: 'Movement', ...movement },
  if: absent(),
  else: 'bulletin.told',
})

export const queryNotices = (table: Table, residentId: Id<'resident'>, page: Paging) =>
  table.query({ pk: keys.notice(residentId, '').pk, newestFirst: true, ...page })

export const queryMovements = (table: Table, community: RegionCode, page: Paging) =>
  table.query({ pk: keys.movement(community, '').pk, newestFirst: true, ...page })

/** One more message that somebody has said yes to. */
export const addConsentChange = (
  residentId: Id<'resident'>,
  about: Notice['about'],
): Change<'bulletin.enough_consents'> => ({
  update: keys.consent(residentId, about),
  set: { about },
  add: { left: 1 },
  if: any(absent(), below('left', MOST_CONSENTS)),
  else: 'bulletin.enough_consents',
})

export const queryConsents = (table: Table, residentId: Id<'resident'>) =>
  queryAll(table, { pk: keys.consent(residentId, '').pk, consistent: true })

/** Does somebody wait for a message of this kind? A read, for a refused write costs eight times as much. */
export const hasConsent = async (
  table: Table,
  residentId: Id<'resident'>,
  about: Notice['about'],
): Promise<boolean> =>
  ((await table.get(keys.consent(residentId, about), { consistent: true }))?.left ?? 0) > 0

interface Told {
  readonly residentId: Id<'resident'>
  readonly about: Notice['about']
  readonly noticeId: string
}

/**
 * Before a message goes out: its consent is spent and the notice says so, both or neither. A second delivery of the
 * same change finds the notice marked, a second message finds the consent gone.
 */
export const spendConsentChanges = ({
  residentId,
  about,
  noticeId,
}: Told): Change<'bulletin.messaged' | 'bulletin.no_consent'>[] => [
  {
    update: keys.notice(residentId, noticeId),
    set: { message: 'spent' },
    if: absent('message'),
    else: 'bulletin.messaged',
  },
  {
    update: keys.consent(residentId, about),
    add: { left: -1 },
    // Absent is not above zero.
    if: above('left', 0),
    else: 'bulletin.no_consent',
  },
]

/** The message did not go out: what was spent for it is owed again. */
export const returnConsentChanges = ({
  residentId,
  about,
  noticeId,
}: Told): Change<'bulletin.returned'>[] => [
  {
    update: keys.notice(residentId, noticeId),
    set: { message: 'failed' },
    if: equal('message', 'spent'),
    else: 'bulletin.returned',
  },
  { update: keys.consent(residentId, about), add: { left: 1 } },
]

/** WeChat has said that it went out. */
export const sentChange = ({
  residentId,
  noticeId,
}: Pick<Told, 'residentId' | 'noticeId'>): Change<'bulletin.returned'> => ({
  update: keys.notice(residentId, noticeId),
  set: { message: 'sent' },
  if: equal('message', 'spent'),
  else: 'bulletin.returned',
})

/** WeChat holds no consent of this person any more, whatever we thought: they may have turned it off there. */
export const dropConsentChange = (residentId: Id<'resident'>, about: Notice['about']): Change<never> => ({
  update: keys.consent(residentId, about),
  set: { about, left: 0 },
})
