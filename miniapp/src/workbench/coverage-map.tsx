import { View } from '@tarojs/components'
import type { Coverage } from '@yike/shared/circle/schema/coverage'
import { useComfort } from '../platform/comfort'
import { aria } from '../ui/aria'
import './coverage-map.css'
import { planOf, type Streets } from './view/coverage'
import { coverageWords as words } from './words'

interface CoverageMapProps {
  coverage: Coverage
  /** Position in `coverage.kinds`. */
  kindAt: number
  minutes: number
  /** What the picture shows, in words. */
  label: string
  /** Drawn below everything, so that one knows where one is. */
  streets: Streets
}

/** As a picture below the dots: WeChat has no drawing of its own in a page, and both sides take this. */
const streetsBelow = (d: string, contrast: boolean): string =>
  `url("data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" preserveAspectRatio="none"><path d="${d}" fill="none" stroke="#787f7b" stroke-opacity="${contrast ? 1 : 0.5}" stroke-width="3" vector-effect="non-scaling-stroke" stroke-linecap="round" stroke-linejoin="round"/></svg>`,
  )}")`

/** Dwellings as dots: full where they are reached, ringed where they are not. No tiles, no outside service. */
export function CoverageMap({ coverage, kindAt, minutes, label, streets }: CoverageMapProps) {
  const { contrast } = useComfort()
  const { ratio, streets: lanes, dots, places, sites } = planOf(coverage, kindAt, minutes, streets)
  return (
    <View>
      <View
        className="workbench-map"
        style={{
          paddingTop: `${Math.round(ratio * 100)}%`,
          ...(lanes && { backgroundImage: streetsBelow(lanes, contrast) }),
        }}
        {...aria({ role: 'img', label })}
      >
        {dots.map(({ key, x, y, size, reached }) => (
          <View
            key={key}
            className={`workbench-map__home${reached ? '' : ' workbench-map__home--left'}`}
            style={{ left: `${x}%`, top: `${y}%`, width: `${size}px`, height: `${size}px` }}
          />
        ))}
        {places.map(({ key, x, y }) => (
          <View key={key} className="workbench-map__place" style={{ left: `${x}%`, top: `${y}%` }} />
        ))}
        {sites.map(({ key, x, y, nth }) => (
          <View key={key} className="workbench-map__site" style={`--x: ${x}%; --y: ${y}%`}>
            {nth}
          </View>
        ))}
      </View>
      <View className="workbench-map__legend" {...aria({ hidden: true })}>
        <View className="workbench-map__key">
          <View className="workbench-map__home workbench-map__home--key" />
          {words.legend.reached}
        </View>
        <View className="workbench-map__key">
          <View className="workbench-map__home workbench-map__home--key workbench-map__home--left" />
          {words.legend.left}
        </View>
        {places.length > 0 && (
          <View className="workbench-map__key">
            <View className="workbench-map__place workbench-map__place--key" />
            {words.legend.place}
          </View>
        )}
        {sites.length > 0 && (
          <View className="workbench-map__key">
            <View className="workbench-map__site workbench-map__site--key">1</View>
            {words.legend.site}
          </View>
        )}
      </View>
    </View>
  )
}
