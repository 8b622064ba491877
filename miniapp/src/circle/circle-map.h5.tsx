import { View } from '@tarojs/components'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useComfort } from '../platform/comfort'
import { now, spokenList } from '../platform/spoken'
import { Icon, Tap } from '../ui'
import './circle-map.css'
import './forced.h5.css'
import { useZoom } from './use-zoom'
import { openWords } from './view'
import {
  type CircleMapProps,
  drawnStreets,
  frameOf,
  isOnMap,
  movedFrame,
  nearer,
  placeAt,
  scaleBar,
  viewBoxOf,
} from './view/map'
import { pinsOf } from './view/pins'
import { kindIcons, words } from './words'
import { mapWords } from './words/map'

/** How far the door's drawing reaches to each side, px. */
const DOOR_PX = 12

/** The side of a square as it is drawn, px; 0 until that is known. */
function useSide() {
  const square = useRef<HTMLDivElement>(null)
  const [side, setSide] = useState(0)
  useEffect(() => {
    if (!square.current) return undefined
    const watch = new ResizeObserver(([entry]) => setSide(Math.round(entry?.contentRect.width ?? 0)))
    watch.observe(square.current)
    return () => watch.disconnect()
  }, [])
  return { square, side }
}

/** Streets by how long one walks to them, and what stands there. No tiles from anywhere: the streets are the map. */
export function CircleMap({ from, minutes, streets, places, picked, cell, onPick }: CircleMapProps) {
  const { square, side } = useSide()
  const { elder } = useComfort()
  const whole = useMemo(() => nearer(frameOf(from, streets, places), picked), [from, streets, places, picked])
  const { moved, isWhole, isNearest, nearer: enlarge, farther, reset } = useZoom(square, side, picked)
  const frame = movedFrame(whole, moved, side || 1)
  const drawn = useMemo(() => drawnStreets(whole, streets, minutes), [whole, streets, minutes])
  // Only the window moves: thousands of lines are not drawn anew at each step of a finger.
  useLayoutEffect(() => square.current?.querySelector('svg')?.setAttribute('viewBox', viewBoxOf(frame)))
  const bar = scaleBar(frame, side)
  const scaled = ({ x, y }: { x: number; y: number }) => ({ x: x * side, y: y * side })
  const door = scaled(placeAt(frame, from))
  const spots = places
    .map(place => ({ of: place, at: placeAt(frame, place.position) }))
    .filter(({ at }) => isOnMap(at))
    .map(({ of, at }) => ({ of, ...scaled(at) }))
  const pins = side === 0 ? [] : pinsOf(spots, { cell, side, free: { ...door, around: DOOR_PX } })
  const at = now()
  return (
    <>
      <View className="circle-map" ariaRole="group" ariaLabel={words.mapOf(minutes)}>
        <div
          className={`circle-map__square${isWhole ? '' : ' circle-map__square--moved'}`}
          ref={square}
          tabIndex={-1}
        >
          <View
            className="circle-map__streets"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: numbers only; Taro makes no SVG elements of its own
            dangerouslySetInnerHTML={{ __html: drawn }}
          />
          {isOnMap(placeAt(frame, from)) && (
            <View className="circle-map__door" style={{ left: `${door.x}px`, top: `${door.y}px` }}>
              <Icon name="home" size={20} />
            </View>
          )}
          {pins.map(({ x, y, of }) => {
            const [first] = of
            if (!first) return null
            const nearest = Math.min(...of.map(({ walkMinutes }) => walkMinutes))
            const isOne = of.length === 1
            const open = of.some(place => place.open.state === 'open')
            return (
              <Tap
                key={of.map(({ placeId }) => placeId).join()}
                className={`circle-map__pin${open ? ' circle-map__pin--open' : ''}`}
                style={{
                  left: `${x - cell / 2}px`,
                  top: `${y - cell / 2}px`,
                  width: `${cell}px`,
                  height: `${cell}px`,
                }}
                label={
                  isOne
                    ? spokenList(
                        first.name,
                        `${words.walk} ${nearest} ${words.minute}`,
                        openWords(first.open, at).text,
                      )
                    : words.mapPin(of.length, nearest)
                }
                onTap={() => onPick(of)}
              >
                <View className={isOne ? 'circle-map__dot' : 'circle-map__dot circle-map__dot--many'}>
                  {isOne ? <Icon name={kindIcons[first.kind]} size={elder ? 24 : 20} /> : of.length}
                </View>
              </Tap>
            )
          })}
        </div>
      </View>
      <View className="circle-map__tools">
        <View className="circle-map__start">
          <Icon name="home" size={20} />
          {mapWords.start}
        </View>
        {side > 0 && (
          <View className="circle-map__bar" style={{ width: `${bar.px}px` }}>
            {words.meters(bar.meters)}
          </View>
        )}
        <View className="circle-map__zoom">
          <Tap className="circle-map__tool" label={mapWords.farther} disabled={isWhole} onTap={farther}>
            <Icon name="minus" />
          </Tap>
          <Tap className="circle-map__tool" label={mapWords.nearer} disabled={isNearest} onTap={enlarge}>
            <Icon name="plus" />
          </Tap>
        </View>
        {!isWhole && (
          <Tap className="circle-map__tool circle-map__tool--wide" onTap={reset}>
            {mapWords.whole}
          </Tap>
        )}
      </View>
    </>
  )
}
