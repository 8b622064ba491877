/** A resident's own number. Who of staff may be shown it, and when, the booking says. */
import type { phoneEndpoints } from '@yike/shared/identity/contract/phone'
import { isCallable } from '@yike/shared/identity/rules'
import { ok, refuse } from '@yike/shared/kernel/result'
import type { Handlers } from '../../platform/handler'
import type { Table } from '../../platform/table'
import { givePhoneChange, loadPhone, removePhoneChange } from '../store/phone'

export const phoneHandlers = (table: Table): Handlers<typeof phoneEndpoints> => ({
  phone: async ({ actor }) => ok(await loadPhone(table, actor.residentId)),

  async givePhone({ actor, now }, { phone }) {
    if (!isCallable(phone))
      return refuse('identity.phone_unclear', { fields: { phone: '手机 11 位；座机前面加区号' } })
    const saved = await table.write([givePhoneChange(actor.residentId, phone, now)])
    return saved.ok ? ok({ phone, givenAt: now }) : saved
  },

  async removePhone({ actor, now }) {
    const saved = await table.write([removePhoneChange(actor.residentId, now)])
    return saved.ok ? ok({}) : saved
  },
})
