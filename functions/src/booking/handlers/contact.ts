/** Which number staff are shown to call about a booking, and when; whoever booked reads that they were. */
import type { pickupEndpoints } from '@yike/shared/booking/contract/pickup'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import { ok, refuse } from '@yike/shared/kernel/result'
import { noteLook } from '../../identity/handlers'
import type { Handlers } from '../../platform/handler'
import type { Table } from '../../platform/table'
import { loadReminder } from '../store'
import { findBooking } from './act'
import { phonesFor, showPhone } from './phone'
import { isToBeCalled } from './reminder'
import { loadUnseating } from './roster'

export const contactHandlers = (table: Table): Pick<Handlers<typeof pickupEndpoints>, 'contact'> => ({
  async contact({ actor, now }, { bookingId }) {
    const found = await findBooking(table, actor, bookingId)
    if (found?.part !== 'staff') return refuse('request.not_found')
    const { booking } = found
    const { residentId } = booking
    const seen = { residentId, about: 'booking', caseId: bookingId, name: spokenOffering(booking) } as const
    const noted = await noteLook(table, actor, seen, now)
    if (!noted.ok) return noted
    const phone = (await phonesFor(table, [booking]))(booking)
    if (phone) return ok({ phone })
    const isWanted =
      isToBeCalled(await loadReminder(table, bookingId), booking, now) ||
      (await loadUnseating(table, booking, now)) !== undefined
    return isWanted ? showPhone(table, actor, booking, now) : ok({})
  },
})
