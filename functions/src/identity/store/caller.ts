/** Who was booked for by staff of a community, by the telephone number that they gave. */
import type { RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import { absent } from '../../platform/condition'
import { keys } from '../../platform/keys'
import type { Change, Table } from '../../platform/table'
import { type Resident, residentItem } from '../store'

export const loadCaller = async (
  table: Table,
  community: RegionCode,
  phone: string,
): Promise<Id<'resident'> | undefined> =>
  (await table.get(keys.caller(community, phone), { consistent: true }))?.residentId

/** Somebody who has never signed in, and the number under which they are found again. */
export const newCallerChanges = (
  resident: Resident & { readonly community: RegionCode },
  phone: string,
): Change<'request.busy'>[] => [
  {
    put: {
      ...keys.caller(resident.community, phone),
      type: 'Caller',
      residentId: resident.residentId,
    },
    if: absent(),
    else: 'request.busy',
  },
  { put: residentItem(resident), if: absent(), else: 'request.busy' },
]
