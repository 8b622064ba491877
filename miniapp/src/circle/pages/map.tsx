import { View } from '@tarojs/components'
import { walkProfiles } from '@yike/shared/circle/kinds'
import { placeKinds } from '@yike/shared/circle/schema'
import { doorstep } from '../../identity/use-identity'
import { open, useParams } from '../../platform/route'
import { useMe } from '../../platform/session'
import { now } from '../../platform/spoken'
import { Button, Loaded, More, Notice, Screen } from '../../ui'
import '../circle.css'
import { CircleMap } from '../circle-map'
import { PlaceLine } from '../place-line'
import { QUARTER_MINUTES, useBands, useNear, useStart, type Wish } from '../use-circle'
import { bandsOf } from '../view/map'
import { words } from '../words'

/** So many stand below the map; all of them are on it, and in the list. More at once than WeChat likes to copy. */
const NEAREST = 10

/** How far one gets on foot, drawn: the streets by their minutes, and the places of the list that leads here. */
export default function CircleMapPage() {
  const { kind, minutes, profile, from } = useParams()
  const me = useMe()
  const wanted = from === 'here' ? 'here' : 'home'
  const start = useStart(me && doorstep(me), wanted)
  const wish: Wish = {
    minutes: Number(minutes) || QUARTER_MINUTES,
    kind: placeKinds.find(one => one === kind),
    profile: walkProfiles.find(one => one === profile) ?? 'ordinary',
  }
  return <Screen title={words.mapTitle}>{start && <Shown wish={wish} start={start} />}</Screen>
}

function Shown({ wish, start }: { wish: Wish; start: NonNullable<ReturnType<typeof useStart>> }) {
  const bands = useBands(start, wish)
  const { first, pages, more, busy } = useNear(start, wish)
  const places = pages.flatMap(page => page.places)
  const show = (placeId: string) => open('/circle/pages/place', { placeId, from: start.from })
  return (
    <Loaded query={bands}>
      {({ streets, measured }) => (
        <>
          {measured === 'straight' && <Notice tone="waiting">{words.noNetwork}</Notice>}
          <CircleMap from={start} minutes={wish.minutes} streets={streets} places={places} onPlace={show} />
          <View className="circle-map__legend">
            {bandsOf(wish.minutes).map((until, band) => (
              <View key={until} className={`circle-map__key circle-map__key--${band}`}>
                {words.within(until)}
              </View>
            ))}
          </View>
          <Loaded query={first}>
            {() => (
              <>
                <View className="circle-quiet">{words.mapShown(places.length)}</View>
                {places.slice(0, NEAREST).map(place => (
                  <PlaceLine key={place.placeId} place={place} from={start.from} at={now()} />
                ))}
                <More more={more} busy={busy} />
              </>
            )}
          </Loaded>
          <Button kind="calm" onTap={() => open('/circle/pages/list', { kind: wish.kind })}>
            {words.seeList}
          </Button>
        </>
      )}
    </Loaded>
  )
}
