import { View } from '@tarojs/components'
import type { Home, Me } from '@yike/shared/identity/schema'
import { bookingsOf, useComingBookings } from '../../booking/use-booking'
import { inOrder, offerSaid } from '../../booking/view'
import { open } from '../../platform/route'
import { now, spokenList, spokenMoment } from '../../platform/spoken'
import { Answer, CallPerson, Question } from '../../ui'
import '../circle.css'
import { useAround } from '../use-circle'
import { countOf } from '../view'
import { words } from '../words'

/** 长辈版: four things to do, the telephone first. */
export function ElderHome({ me, from }: { me: Me; from: Home }) {
  const { pages } = useComingBookings()
  const near = useAround(from)
  const at = now()
  const { offered, coming } = inOrder(bookingsOf(pages), at)
  const [offer] = offered
  const [next] = coming
  // Nothing is said to be booked as long as nobody knows.
  const nothing = pages.length > 0 ? words.nextNothing : undefined
  const mine = next ? words.mineTileNext(spokenMoment(next.startAt, at), next.offeringName) : nothing
  const needs = 'value' in near ? near.value?.needs : undefined
  return (
    <View className="circle-elder">
      <Question>{words.hello(me.name)}</Question>
      <CallPerson next />
      <Answer
        icon="calendar"
        title={words.bookTile}
        note={words.bookTileText}
        onTap={() => open('/booking/pages/ask')}
      />
      <Answer
        icon="ticket"
        title={words.mineTile}
        note={offer ? spokenList(offerSaid(offer).turn, offer.offeringName) : mine}
        onTap={() => open('/booking/tab/index')}
      />
      <Answer
        icon="map"
        title={words.aroundTile}
        note={needs && (needs.length > 0 ? words.aroundTileText(countOf(needs)) : words.nowhere)}
        onTap={() => open('/circle/pages/list')}
      />
    </View>
  )
}
