import { View } from '@tarojs/components'
import type { Booking } from '@yike/shared/booking/schema'
import { spokenEquipment } from './view'
import { words } from './words'

/** What was wanted beside the room and is not to be had with what is held in its place. */
export const Lacking = ({ booking: { movedFrom } }: { booking: Pick<Booking, 'movedFrom'> }) =>
  movedFrom?.lacking ? (
    <View className="booking-lacking">{words.swapLacks(spokenEquipment(movedFrom.lacking))}</View>
  ) : null
