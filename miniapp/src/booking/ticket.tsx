import { View } from '@tarojs/components'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import type { Booking } from '@yike/shared/booking/schema'
import { type Instant, localDate } from '@yike/shared/kernel/time'
import { spokenDay, spokenHours } from '../platform/spoken'
import { Tag, Tap } from '../ui'
import './ticket.css'
import { stateWords, words } from './words'

interface TicketProps {
  booking: Booking
  at: Instant
  onTap: () => void
}

/** A booking that is still to come, as the slip of paper that one takes along. */
export function Ticket({ booking, at, onTap }: TicketProps) {
  const { word, tone } = stateWords[booking.state]
  const saysBoth = spokenOffering(booking) === booking.placeName
  return (
    <Tap className="yk-slip booking-ticket" onTap={onTap}>
      <View className="booking-ticket__body">
        <View className="booking-ticket__day">{spokenDay(localDate(booking.startAt), at)}</View>
        <View className="booking-ticket__hours">{spokenHours(booking.startAt, booking.endAt)}</View>
        <View className="booking-ticket__what">{saysBoth ? booking.placeName : booking.offeringName}</View>
        {!saysBoth && <View className="booking-ticket__where">{booking.placeName}</View>}
      </View>
      <View className="yk-slip__torn booking-ticket__stub">
        <View className="booking-ticket__label">{words.number}</View>
        <View className="booking-ticket__number">{booking.number}</View>
        <Tag tone={tone}>{word}</Tag>
        <View className="booking-ticket__who">{words.forName(booking.forName)}</View>
      </View>
    </Tap>
  )
}
