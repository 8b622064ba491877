/** On which number a resident may be called. It stands apart: only who gave it reads it, and who has to call them. */
import type { OwnPhone } from '@yike/shared/identity/schema/phone'
import type { Id } from '@yike/shared/kernel/id'
import type { Instant } from '@yike/shared/kernel/time'
import { keys } from '../../platform/keys'
import type { Change, Item, Table } from '../../platform/table'

type ResidentId = Id<'resident'>

export const givePhoneChange = (
  residentId: ResidentId,
  phone: string,
  now: Instant,
): Change<'request.busy'> => ({
  put: { ...keys.phone(residentId), type: 'Phone', residentId, phone, givenAt: now },
})

/** The number is gone with this write; what is left of the item goes by itself. */
export const removePhoneChange = (residentId: ResidentId, now: Instant): Change<'request.busy'> => ({
  put: {
    ...{ ...keys.phone(residentId), type: 'Phone', residentId },
    expiresAtSeconds: Math.floor(Date.parse(now) / 1000),
  },
})

const asPhone = (item: Item | undefined): OwnPhone =>
  item?.phone ? { phone: item.phone, givenAt: item.givenAt } : {}

/** As it stands at this moment: what was taken back is shown to nobody. */
export const loadPhone = async (table: Table, residentId: ResidentId): Promise<OwnPhone> =>
  asPhone(await table.get(keys.phone(residentId), { consistent: true }))

/** Who of them has given one. */
export const queryPhoned = async (
  table: Table,
  residentIds: readonly ResidentId[],
): Promise<ReadonlySet<ResidentId>> => {
  const found = await table.getAll(residentIds.map(keys.phone))
  return new Set(residentIds.filter((_, i) => found[i]?.phone))
}
