import { View } from '@tarojs/components'
import type { PlaceKind } from '@yike/shared/circle/schema'
import type { ReactNode } from 'react'
import { open } from '../platform/route'
import { now } from '../platform/spoken'
import { AsOf, Empty, Loaded, More, Notice, Skeleton } from '../ui'
import { aria } from '../ui/aria'
import './circle.css'
import { PlaceLines } from './place-line'
import { useFavourites, useNear, useSeen, type useStart, type Wish } from './use-circle'
import { onlyOf } from './view/only'
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
        <>
          <AsOf query={query} say={words.seenAt} />
          <PlaceLines
            places={places.filter(place => !kind || place.kind === kind)}
            from={start.from}
            at={at}
          />
        </>
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
        text={(wish.minutes < farthest ? words.nothingFoundText : words.nothingFarText)(
          onlyOf(wish) !== undefined,
        )}
        icon="search"
        action={
          wish.minutes < farthest
            ? { label: words.widen(farthest), onTap: onWiden }
            : { label: words.changeHome, onTap: () => open('/identity/pages/home') }
        }
      />
    </View>
  )
  const found = (
    <Loaded query={first} empty={nothing} waiting={<Skeleton lines={6} />}>
      {({ measured, nearly }) => (
        <>
          <AsOf query={first} say={words.seenAt} />
          {nearly && <Notice tone="waiting">{words.nearly(wish.search ?? '')}</Notice>}
          {measured === 'straight' && <Notice tone="waiting">{words.guessed}</Notice>}
          <View className="circle-quiet" {...aria({ role: 'status', live: 'polite' })}>
            {words.found(
              pages.reduce((sum, { places }) => sum + places.length, 0),
              more !== undefined,
            )}
          </View>
          {pages.map(({ places }) => (
            <PlaceLines
              key={places[0]?.placeId}
              places={places}
              from={start.from}
              profile={wish.profile}
              at={at}
            />
          ))}
          <More more={more} busy={busy} />
        </>
      )}
    </Loaded>
  )
  const isUnseen = first.state === 'offline' && first.value === null
  return isUnseen ? <Seen wish={wish} start={start} otherwise={found} /> : found
}

interface SeenProps extends Pick<FoundProps, 'wish' | 'start'> {
  /** Where nothing that was seen answers. */
  otherwise: ReactNode
}

/** Without network: what answers of the places that this phone was shown before. */
function Seen({ wish, start, otherwise }: SeenProps) {
  const places = useSeen(start, wish)
  if (places.length === 0) return otherwise
  return (
    <>
      <Notice tone="waiting">{words.amongSeen}</Notice>
      <PlaceLines places={places} from={start.from} profile={wish.profile} at={now()} />
    </>
  )
}
