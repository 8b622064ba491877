import { View } from '@tarojs/components'
import type { Booking } from '@yike/shared/booking/schema'
import { localDate } from '@yike/shared/kernel/time'
import { now, spokenDay, spokenHours } from '../platform/spoken'
import { Loaded, Section, Tag } from '../ui'
import './case-sheet.css'
import { useSeriesOf } from './use-workbench'
import { stateWords, seriesCaseWords as words } from './words'

/** Every date of a series with what has become of it, as whoever answers it should have seen. */
export function SeriesDates({ series: { seriesId, of } }: { series: NonNullable<Booking['series']> }) {
  const query = useSeriesOf(seriesId)
  return (
    <Section title={words.title(of)}>
      <Loaded query={query}>
        {({ bookings }) => (
          <View>
            {bookings.map(({ bookingId, startAt, endAt, state }) => {
              const { word, tone } = stateWords.booking[state]
              return (
                <View key={bookingId} className="workbench-case__date">
                  <View>{`${spokenDay(localDate(startAt), now())} ${spokenHours(startAt, endAt)}`}</View>
                  <Tag tone={tone}>{word}</Tag>
                </View>
              )
            })}
          </View>
        )}
      </Loaded>
    </Section>
  )
}
