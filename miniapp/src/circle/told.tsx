import { View } from '@tarojs/components'
import type { Told as Facts } from '@yike/shared/circle/schema/told'
import { spokenNames } from '../platform/spoken'
import { Section } from '../ui'
import { words } from './words'

/** What the directory that a place came from tells besides: for whom, what to bring, what it costs, how to apply. */
export function Told({ told }: { told: Facts }) {
  const { about, forWhom, minimumAge, maximumAge, papers = [], fees, costs = [], howTo } = told
  const { title, ages, from, to, cost, lines } = words.told
  const age =
    minimumAge !== undefined && maximumAge !== undefined
      ? ages(minimumAge, maximumAge)
      : minimumAge !== undefined
        ? from(minimumAge)
        : maximumAge !== undefined && to(maximumAge)
  const shown = [
    [lines.about, about],
    [lines.forWhom, [forWhom, age].filter(Boolean).join(' · ')],
    [lines.papers, spokenNames(papers)],
    [lines.fees, [fees, ...costs.map(cost)].filter(Boolean).join(' · ')],
    [lines.howTo, howTo],
  ] as const
  return (
    <Section title={title}>
      {shown.map(
        ([line, text]) =>
          text && (
            <View key={line} className="place-line">
              <View className="circle-quiet">{line}</View>
              <View>{text}</View>
            </View>
          ),
      )}
    </Section>
  )
}
