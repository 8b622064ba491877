import { View } from '@tarojs/components'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import type { Booking } from '@yike/shared/booking/schema'
import { localDate } from '@yike/shared/kernel/time'
import { open } from '../platform/route'
import { now, spokenDay, spokenHours } from '../platform/spoken'
import { Cell, Tag } from '../ui'
import './pages/ticket.css'
import { Qr } from './qr'
import { isComing, priceWords, stateWord, whomLines } from './view'
import { words } from './words'

/** What one shows at the door: the number, its picture, when and where. */
export function Slip({ booking }: { booking: Booking }) {
  const at = now()
  const { number, startAt, endAt, placeId, placeName, offeringName, priceFen, note } = booking
  const live = isComing(booking, at)
  const over = !live && booking.state !== 'waiting' && booking.state !== 'offered'
  const { word, tone } = stateWord(booking, at)
  return (
    <View className={`yk-slip ticket-slip${over ? ' ticket-slip--over' : ''}`}>
      <View className="ticket-slip__top">
        <View>
          <View className="ticket-slip__label">{words.number}</View>
          <View className="ticket-slip__number">{number}</View>
          <Tag tone={tone}>{word}</Tag>
        </View>
        {live && <Qr text={booking.bookingId} label={words.qrFor(number)} />}
      </View>
      <View className="yk-slip__torn ticket-slip__rest">
        <View className="ticket-slip__day">{spokenDay(localDate(startAt), at)}</View>
        <View className="ticket-slip__hours">{spokenHours(startAt, endAt)}</View>
        <Cell
          title={placeName}
          note={
            spokenOffering(booking) === placeName ? words.seePlace : `${offeringName} · ${words.seePlace}`
          }
          onTap={() => open('/circle/pages/place', { placeId })}
        />
        <View className="ticket-slip__facts">
          {whomLines(booking).map(line => (
            <View key={line}>{line}</View>
          ))}
          <View>{priceWords(priceFen)}</View>
        </View>
        {note && <View className="booking-quiet">“{note}”</View>}
      </View>
    </View>
  )
}
