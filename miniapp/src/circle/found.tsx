import { View } from '@tarojs/components'
import type { PlaceKind } from '@yike/shared/circle/schema'
import { open } from '../platform/route'
import { now } from '../platform/spoken'
import { Empty, Loaded, More, Notice, Skeleton } from '../ui'
import { aria } from '../ui/aria'
import './circle.css'
import { PlaceLines } from './place-line'
import { useFavourites, useNear, type useStart, type Wish } from './use-circle'
import { words } from './words'

/** The places that somebody has chosen, around where they are. */
export function Favourites({ start, kind }: Pick<FoundProps, 'start'> & { kind: PlaceKind | undefined }) {
  const query = useFavourites(start)
  const at = now()
  return (
    <Loaded
      query={query}
      empty={<Empty title={words.noFavourites} text={words.noFavouritesText} icon="venue" />}
      waiting={<Skeleton lines={3} />}
    >
      {({ places }) => (
        <PlaceLines places={places.filter(place => !kind || place.kind === kind)} from={start.from} at={at} />
      )}
    </Loaded>
  )
}

interface FoundProps {
  wish: Wish
  start: NonNullable<ReturnType<typeof useStart>>
  farthest: number
  onWiden: () => void
}

/** Places that answer a wish, page after page. */
export function Found({ wish, start, farthest, onWiden }: FoundProps) {
  const { first, pages, more, busy } = useNear(start, wish)
  const at = now()
  const nothing = (
    <View {...aria({ role: 'status', live: 'polite' })}>
      <Empty
        title={words.nothingFound}
        text={wish.minutes < farthest ? words.nothingFoundText : words.nothingFarText}
        icon="search"
        action={
          wish.minutes < farthest
            ? { label: words.widen(farthest), onTap: onWiden }
            : { label: words.changeHome, onTap: () => open('/identity/pages/home') }
        }
      />
    </View>
  )
  return (
    <Loaded query={first} empty={nothing} waiting={<Skeleton lines={6} />}>
      {({ measured, nearly }) => (
        <>
          {nearly && <Notice tone="waiting">{words.nearly(wish.search ?? '')}</Notice>}
          {measured === 'straight' && <Notice tone="waiting">{words.guessed}</Notice>}
          <View className="circle-quiet" {...aria({ role: 'status', live: 'polite' })}>
            {words.found(
              pages.reduce((sum, { places }) => sum + places.length, 0),
              more !== undefined,
            )}
          </View>
          {pages.map(({ places }) => (
            <PlaceLines key={places[0]?.placeId} places={places} from={start.from} at={at} />
          ))}
          <More more={more} busy={busy} />
        </>
      )}
    </Loaded>
  )
}
