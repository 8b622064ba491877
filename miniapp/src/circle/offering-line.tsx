import { View } from '@tarojs/components'
import type { OfferingCard } from '@yike/shared/circle/schema'
import { useFirstFree } from '../booking/use-booking'
import { priceWords } from '../booking/view'
import { open } from '../platform/route'
import { now, spokenList, spokenMinutes, spokenMoment } from '../platform/spoken'
import { isFresh } from '../platform/use-query'
import { Button } from '../ui'
import './offering-line.css'
import { priceNames, words } from './words'

/** Something that can be booked: whom it is for, what it costs, when it is free next. */
export function OfferingLine({ offering }: { offering: OfferingCard }) {
  const { placeId, offeringId, name, forWhom, slotMinutes, priceClass, priceFen, needsApproval } = offering
  const free = useFirstFree({ placeId, offeringId })
  const slot = isFresh(free) && 'value' in free ? free.value : undefined
  return (
    <View className="circle-offering">
      <View className="circle-offering__words">
        <View className="circle-offering__name">{name}</View>
        <View className="circle-quiet">
          {[forWhom, spokenMinutes(slotMinutes), needsApproval && words.approval].filter(Boolean).join(' · ')}
        </View>
        <View className="circle-offering__price">
          {priceWords(priceFen)}
          <View className="circle-offering__class">{priceNames[priceClass]}</View>
        </View>
        {slot && (
          <View className="circle-open circle-open--green">
            {spokenList(spokenMoment(slot.startAt, now()), words.seats(slot.left))}
          </View>
        )}
        {slot === null && <View className="circle-quiet">{words.fullWeek}</View>}
      </View>
      <Button
        compact
        kind="next"
        label={words.bookAt(name)}
        onTap={() => open('/booking/pages/choose', { placeId, offeringId })}
      >
        {words.book}
      </Button>
    </View>
  )
}
