import { Map as WeChatMap } from '@tarojs/components'
import { useState } from 'react'
import { useComfort } from '../platform/comfort'
import { onWeChatsMap } from '../platform/geo'
import { aria } from '../ui/aria'
import './circle-map.css'
import type { CircleMapProps } from './view/map'
import { joinedStreets, pixelAt, scaleFor } from './view/map/wechat'
import { pinsOf } from './view/pins'
import { words } from './words'

const bandWidths = [7, 5, 3, 2] as const
const bandColours = ['#0F6B57', '#3F8F7C', '#86B9AB', '#BFD9D1'] as const

/** The middle of the places that a marker stands for. */
const middleOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** The number of a marker, in the hole of its ring. */
const numberIn = (count: number, cell: number) => {
  const fontSize = Math.round(cell / 3)
  return {
    content: `${count}`,
    color: '#0F6B57',
    fontSize,
    anchorX: -Math.round(`${count}`.length * fontSize * 0.3),
    anchorY: -Math.round(fontSize * 0.65),
    borderWidth: 0,
    borderColor: '#FFFFFF',
    borderRadius: fontSize,
    bgColor: '#FFFFFF',
    padding: 0,
    textAlign: 'center' as const,
  }
}

/**
 * Streets by how long one walks to them on WeChat's map, and what stands there. Its own clusters end at a scale that
 * nobody can set, and lie over each other from there: markers are joined here, anew at every scale.
 */
export function CircleMap({ from, minutes, streets, places, picked, cell, onPick }: CircleMapProps) {
  const { contrast } = useComfort()
  const wanted = scaleFor(from, picked)
  const [scale, setScale] = useState(wanted.scale)
  const [asked, setAsked] = useState(picked)
  if (asked !== picked) {
    setAsked(picked)
    setScale(wanted.scale)
  }
  const pins = pinsOf(
    places.map(place => ({ of: place, ...pixelAt(scale, place.position) })),
    { cell },
  )
  return (
    <WeChatMap
      className="circle-map circle-map--wechat"
      {...aria({ label: words.mapOf(minutes) })}
      {...onWeChatsMap(wanted.center)}
      scale={wanted.scale}
      showLocation
      polyline={joinedStreets(streets, minutes).map(({ band, line }) => ({
        color: (!contrast && bandColours[band]) || bandColours[0],
        width: contrast ? (bandWidths[band] ?? 4) : 4,
        // Told apart by their lines, where shades are too pale.
        dottedLine: contrast && band > 0,
        points: line.flatMap((east, index) => {
          const north = line[index + 1]
          return index % 2 || north === undefined
            ? []
            : [onWeChatsMap({ lng: from.lng + east / 1e5, lat: from.lat + north / 1e5 })]
        }),
      }))}
      markers={pins.map(({ of }, id) => ({
        id,
        ...onWeChatsMap({
          lng: middleOf(of.map(({ position }) => position.lng)),
          lat: middleOf(of.map(({ position }) => position.lat)),
        }),
        iconPath: '/ui/tab-icons/circle-on.png',
        width: cell,
        height: cell,
        anchor: { x: 0.5, y: 0.5 },
        ...(of.length > 1 && { label: numberIn(of.length, cell) }),
        ariaLabel:
          of.length > 1
            ? words.mapPin(of.length, Math.min(...of.map(({ walkMinutes }) => walkMinutes)))
            : of[0]?.name,
      }))}
      onMarkerTap={({ detail }) => {
        const pin = pins[Number(detail.markerId)]
        if (pin) onPick(pin.of)
      }}
      onRegionChange={({ detail: { type, detail } }) => {
        // Some clients say how a movement ended, others only that it did.
        if (type === 'end' && detail?.scale > 0) setScale(Math.floor(detail.scale))
      }}
      onError={() => {}}
    />
  )
}
