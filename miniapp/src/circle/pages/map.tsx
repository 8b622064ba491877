import { View } from '@tarojs/components'
import { type PlaceCard, placeKinds } from '@yike/shared/circle/schema'
import { useState } from 'react'
import { neighbours } from '../../identity/neighbours'
import { doorstep } from '../../identity/use-identity'
import { useComfort } from '../../platform/comfort'
import { readOn } from '../../platform/focus'
import { open, useParams } from '../../platform/route'
import { useMe } from '../../platform/session'
import { now } from '../../platform/spoken'
import { useShare } from '../../platform/use-share'
import { Button, Loaded, More, Notice, Screen, Skeleton, Stack } from '../../ui'
import { aria } from '../../ui/aria'
import '../circle.css'
import { CircleMap } from '../circle-map'
import { Nowhere } from '../nowhere'
import { PlaceLines } from '../place-line'
import { QUARTER_MINUTES, useBands, useNear, useStart, type Wish, walkerOf } from '../use-circle'
import { bandsOf } from '../view/map'
import { wishOnly } from '../view/only'
import { words } from '../words'

/** So many stand below the map, all of them on it and in the list: WeChat does not like to copy more at once. */
const NEAREST = 10
/** As many of them as 长辈版 lists below a map. */
const FEWEST = 3

/** A map shows more at once than a list does: as many as one answer gives. */
const ON_MAP = 50

/** Side of what is pressed on the map, px: 44 or more, 60 or more in 长辈版. */
const [PIN_PX, ELDER_PIN_PX] = [44, 60] as const

const BELOW = 'circle-below'

/** How far one gets on foot, drawn: the streets by their minutes, and the places of the list that leads here. */
function CircleMapPage() {
  const { kind, minutes, profile, from, only } = useParams()
  const me = useMe()
  useShare(words.shareMap, '/circle/pages/map', { kind, minutes, profile, only })
  const wanted = from === 'here' ? 'here' : 'home'
  const start = useStart(me && doorstep(me), wanted)
  const wish: Wish = {
    ...wishOnly(only),
    minutes: minutesOf(minutes),
    kind: placeKinds.find(one => one === kind),
    profile: walkerOf(profile),
  }
  return <Screen title={words.mapTitle}>{start ? <Shown wish={wish} start={start} /> : <Skeleton />}</Screen>
}

export default neighbours(
  { title: () => words.mapTitle, why: () => words.newcomerText, from: doorstep },
  CircleMapPage,
)

/** As an address says them; nobody walks for less than five or more than thirty. */
function minutesOf(said: string | undefined): number {
  const minutes = Number(said)
  return Number.isInteger(minutes) && minutes >= 5 && minutes <= 30 ? minutes : QUARTER_MINUTES
}

function Shown({ wish, start }: { wish: Wish; start: NonNullable<ReturnType<typeof useStart>> }) {
  const bands = useBands(start, wish)
  const { first, pages, more, busy } = useNear(start, wish, ON_MAP)
  const { elder } = useComfort()
  const [picked, setPicked] = useState<readonly PlaceCard[]>([])
  const places = pages.flatMap(page => page.places)
  const pick = (chosen: readonly PlaceCard[]) => {
    const [one] = chosen
    if (chosen.length === 1 && one)
      return open('/circle/pages/place', { placeId: one.placeId, from: start.from, profile: wish.profile })
    setPicked(chosen)
    readOn(BELOW)
  }
  const isUnwalked = 'value' in bands && bands.value?.measured === 'straight'
  if (isUnwalked && 'value' in first && first.value?.places.length === 0)
    return <Nowhere measured="straight" />
  const listed = picked.length > 0 ? picked : places.slice(0, elder ? FEWEST : NEAREST)
  return (
    <Loaded query={bands}>
      {({ streets, measured }) => (
        <>
          {measured === 'straight' && <Notice tone="waiting">{words.noNetwork}</Notice>}
          <CircleMap
            from={start}
            minutes={wish.minutes}
            streets={streets}
            places={picked.length > 0 ? picked : places}
            picked={picked}
            cell={elder ? ELDER_PIN_PX : PIN_PX}
            onPick={pick}
          />
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
                <View id={BELOW} className="circle-quiet" {...aria({ live: 'polite' })}>
                  {picked.length > 0
                    ? words.mapPicked(picked.length)
                    : (more && !elder ? words.mapNearest : words.mapShown)(places.length)}
                </View>
                <PlaceLines places={listed} from={start.from} profile={wish.profile} at={now()} />
                {picked.length === 0 && !elder && <More more={more} busy={busy} />}
              </>
            )}
          </Loaded>
          <Stack>
            {picked.length > 0 && (
              <Button kind="go" onTap={() => setPicked([])}>
                {words.mapWhole}
              </Button>
            )}
            <Button
              kind="calm"
              onTap={() => open('/circle/pages/list', { kind: wish.kind, profile: wish.profile })}
            >
              {words.seeList}
            </Button>
          </Stack>
        </>
      )}
    </Loaded>
  )
}
