import { View } from '@tarojs/components'
import type { Days } from '@yike/shared/booking/schema'
import type { Slot } from '@yike/shared/booking/schema/day'
import type { Instant } from '@yike/shared/kernel/time'
import { now, spokenMoment } from '../platform/spoken'
import { Button, Outcome } from '../ui'
import './booking.css'
import { NotFor } from './not-for'
import type { usePlaceBooking } from './use-booking'
import { type Bookable, calledOf } from './use-people'
import type { Against } from './view/not-for'
import { cancelByOf } from './view/steps'
import { words } from './words'
import { bookWords } from './words/book'

/** Who books shortly before the start cannot take it back without a call: said before, not after. */
const cancelBefore = (cancelBy: Instant, at: Instant): string =>
  cancelBy > at ? words.cancelUntil(spokenMoment(cancelBy, at)) : bookWords.noCancel

interface ActProps {
  offering: Days['offering']
  slot: Slot
  person: Bookable | undefined
  /** Why it is not for them: said before they tap, by the rule that would refuse them. */
  ineligible: Against | undefined
  /** More is written than can be sent; the field says how much. */
  shut: boolean
  sending: Pick<ReturnType<typeof usePlaceBooking>, 'busy' | 'problem' | 'unsent'>
  onTap: () => void
}

export function Act({ offering, slot, person, ineligible, shut, sending, onTap }: ActProps) {
  const at = now()
  const who = calledOf(person)
  const when = spokenMoment(slot.startAt, at)
  const cancelBy = cancelByOf(offering, slot)
  // What was refused is not offered once more: another person or another time is asked anew.
  if (sending.problem?.status === 409) return <Outcome of={sending} />
  if (ineligible && person) return <NotFor offering={offering} person={person} ineligible={ineligible} />
  return (
    <>
      <Outcome of={sending} />
      <View className="booking-foot__note">
        {offering.needsApproval ? bookWords.needsApproval : cancelBefore(cancelBy, at)}
      </View>
      <Button kind="next" busy={sending.busy} disabled={shut} onTap={onTap}>
        {offering.needsApproval ? words.request(when, who) : words.place(when, who)}
      </Button>
    </>
  )
}
