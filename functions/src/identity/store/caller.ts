/** Who was booked for by staff of a community, by the telephone number that they gave. */
import type { RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import { absent } from '../../platform/condition'
import { keys } from '../../platform/keys'
import { type Change, queryAll, recordOf, type Table } from '../../platform/table'
import { type Resident, residentItem } from '../store'

export interface Caller {
  readonly residentId: Id<'resident'>
  readonly name: string
}

/** All of a number: several may share it. */
export const loadCallers = async (table: Table, community: RegionCode, phone: string): Promise<Caller[]> => {
  const { pk, sk } = keys.caller(community, phone, '')
  return (await queryAll(table, { pk, sk: { begins: sk }, consistent: true })).map(item =>
    recordOf<Caller>(item),
  )
}

/** Somebody who has never signed in, and the number under which they are found again. */
export const newCallerChanges = (
  resident: Resident & { readonly community: RegionCode },
  phone: string,
): Change<'request.busy'>[] => [
  {
    put: {
      ...keys.caller(resident.community, phone, resident.name),
      type: 'Caller',
      residentId: resident.residentId,
      name: resident.name,
    },
    if: absent(),
    else: 'request.busy',
  },
  { put: residentItem(resident), if: absent(), else: 'request.busy' },
]
