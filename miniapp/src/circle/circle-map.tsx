import { View, Map as WeChatMap } from '@tarojs/components'
import type { BandsReply, PlaceCard } from '@yike/shared/circle/schema'
import type { Position } from '@yike/shared/identity/schema'
import { onWeChatsMap } from '../platform/geo'
import { Icon, Tap } from '../ui'
import './circle-map.css'
import { drawnStreets, frameOf, joinedStreets, placeAt } from './view/map'
import { kindIcons, words } from './words'

interface CircleMapProps {
  from: Position
  minutes: number
  streets: BandsReply['streets']
  places: readonly PlaceCard[]
  onPlace: (placeId: string) => void
}

/** Streets by how long one walks to them, and what stands there: WeChat's map on its phone, our own drawing elsewhere. */
export function CircleMap(props: CircleMapProps) {
  return process.env.TARO_ENV === 'weapp' ? <OnWeChat {...props} /> : <Drawing {...props} />
}

/** No tiles from anywhere: the streets are the map. */
function Drawing({ from, minutes, streets, places, onPlace }: CircleMapProps) {
  const frame = frameOf(from, streets, places)
  return (
    <View className="circle-map" ariaRole="group" ariaLabel={words.mapOf(minutes)}>
      <View
        className="circle-map__streets"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: numbers only; Taro makes no SVG elements of its own
        dangerouslySetInnerHTML={{ __html: drawnStreets(frame, streets, minutes) }}
      />
      <View className="circle-map__door" style={placeAt(frame, from)}>
        <Icon name="home" size={20} />
      </View>
      {places.map(place => (
        <Tap
          key={place.placeId}
          className={`circle-map__place circle-map__place--${place.open.state}`}
          style={placeAt(frame, place.position)}
          label={`${place.name}，${words.walk} ${place.walkMinutes} ${words.minute}`}
          onTap={() => onPlace(place.placeId)}
        >
          <View className="circle-map__dot">
            <Icon name={kindIcons[place.kind]} size={16} />
          </View>
        </Tap>
      ))}
    </View>
  )
}

const bandColours = ['#0F6B57', '#3F8F7C', '#86B9AB', '#BFD9D1'] as const

function OnWeChat({ from, minutes, streets, places, onPlace }: CircleMapProps) {
  const center = onWeChatsMap(from)
  return (
    <WeChatMap
      className="circle-map circle-map--wechat"
      longitude={center.longitude}
      latitude={center.latitude}
      scale={15}
      showLocation
      polyline={joinedStreets(streets, minutes).map(({ band, line }) => ({
        color: bandColours[band] ?? bandColours[0],
        width: 4,
        points: line.flatMap((east, index) => {
          const north = line[index + 1]
          return index % 2 || north === undefined
            ? []
            : [onWeChatsMap({ lng: from.lng + east / 1e5, lat: from.lat + north / 1e5 })]
        }),
      }))}
      markers={places.map((place, id) => ({
        id,
        ...onWeChatsMap(place.position),
        iconPath: '/ui/tab-icons/circle-on.png',
        width: 24,
        height: 24,
        title: place.name,
      }))}
      onMarkerTap={({ detail }) => {
        const place = places[Number(detail.markerId)]
        if (place) onPlace(place.placeId)
      }}
      onError={() => {}}
    />
  )
}
