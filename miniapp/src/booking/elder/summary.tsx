import { View } from '@tarojs/components'
import type { Days } from '@yike/shared/booking/schema'
import type { Slot } from '@yike/shared/booking/schema/day'
import { localDate } from '@yike/shared/kernel/time'
import { now, spokenDay, spokenHours } from '../../platform/spoken'
import { noteOf } from '../view/details'
import { bookWords } from '../words/book'

interface SummaryProps {
  offering: Pick<Days['offering'], 'name' | 'placeName'>
  slot: Pick<Slot, 'startAt' | 'endAt'>
}

export const Summary = ({ offering, slot }: SummaryProps) => (
  <View className="booking-when">
    <View className="booking-when__day">{spokenDay(localDate(slot.startAt), now())}</View>
    <View className="booking-when__hours">{spokenHours(slot.startAt, slot.endAt)}</View>
    <View>{offering.name}</View>
    <View>{offering.placeName}</View>
  </View>
)

/** What was written in the ordinary manner goes with it in this one, too. */
export const Note = ({ of }: { of: Parameters<typeof noteOf>[0] }) => {
  const { note } = noteOf(of)
  return note ? <View>{bookWords.noteSaid(note)}</View> : null
}
