import { View } from '@tarojs/components'
import type { Days, Slot } from '@yike/shared/booking/schema'
import { localDate } from '@yike/shared/kernel/time'
import { now, spokenDay, spokenHours } from '../../platform/spoken'

export const Summary = ({ offering, slot }: { offering: Days['offering']; slot: Slot }) => (
  <View className="booking-when">
    <View className="booking-when__day">{spokenDay(localDate(slot.startAt), now())}</View>
    <View className="booking-when__hours">{spokenHours(slot.startAt, slot.endAt)}</View>
    <View>{offering.name}</View>
    <View>{offering.placeName}</View>
  </View>
)
