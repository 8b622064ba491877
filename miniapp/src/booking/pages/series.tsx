import { View } from '@tarojs/components'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import type { Series } from '@yike/shared/booking/schema/series'
import { localDate } from '@yike/shared/kernel/time'
import { useState } from 'react'
import { useComfort } from '../../platform/comfort'
import { open, useParams } from '../../platform/route'
import { now, spokenDay, spokenHours } from '../../platform/spoken'
import { Button, Cell, Confirm, Loaded, Notice, Outcome, Screen, Tag } from '../../ui'
import { needing } from '../../ui/needing'
import '../booking.css'
import { ElderSeries } from '../elder/series'
import { slipOf } from '../use-people'
import { useCancelRest, useSeries } from '../use-series'
import { stateWord } from '../view'
import { words as bookingWords } from '../words'
import { seriesWords as words } from '../words/series'

/** What was booked together: each by itself, and giving up what is left of it. */
function SeriesPage() {
  const { seriesId = '', placed, grantId } = useParams()
  const series = useSeries(seriesId, grantId)
  const { elder } = useComfort()
  return (
    <Screen title={elder ? undefined : words.series}>
      <Loaded query={series}>
        {found => {
          const props = { series: found, grantId, placed: placed === '1', onChanged: series.refresh }
          return elder ? <ElderSeries {...props} /> : <Shown {...props} />
        }}
      </Loaded>
    </Screen>
  )
}

interface ShownProps {
  series: Series
  grantId?: string | undefined
  /** It was placed a moment ago. */
  placed: boolean
  onChanged: () => Promise<void>
}

function Shown({ series, grantId, placed, onChanged }: ShownProps) {
  const [asking, setAsking] = useState(false)
  const { bookings } = series
  const { can, cannot, cancelled, asked, cancelling, cancel } = useCancelRest(series, grantId, onChanged)
  const at = now()
  const [first] = bookings
  return (
    <>
      {cancelled && <Notice tone="quiet">{words.cancelled}</Notice>}
      {placed && !cancelled && (
        <Notice tone={asked ? 'waiting' : 'green'}>
          {(asked ? words.requested : words.placed)(bookings.length)}
        </Notice>
      )}
      {first && (
        <View className="booking-when">
          <View className="booking-when__day">{spokenOffering(first)}</View>
          <View>{bookingWords.forName(first.forName)}</View>
        </View>
      )}
      {bookings.map(booking => {
        const { word, tone } = stateWord(booking, at)
        return (
          <Cell
            key={booking.bookingId}
            title={spokenDay(localDate(booking.startAt), at)}
            note={spokenHours(booking.startAt, booking.endAt)}
            aside={<Tag tone={tone}>{word}</Tag>}
            onTap={() => open('/booking/pages/ticket', slipOf(booking.bookingId, grantId))}
          />
        )
      })}
      <Outcome of={{ ...cancelling, unsent: null }} />
      {cannot > 0 && !grantId && <View className="booking-quiet">{words.stays(cannot)}</View>}
      {can > 0 && !asking && (
        <View className="booking-asked__act">
          <Button kind="calm" onTap={() => setAsking(true)}>
            {words.cancelRest(can)}
          </Button>
        </View>
      )}
      <Confirm
        open={asking}
        question={words.cancelAsk(can)}
        yes={words.cancelRest(can)}
        no={bookingWords.keep}
        busy={cancelling.busy}
        onYes={async () => {
          await cancel()
          setAsking(false)
        }}
        onNo={() => setAsking(false)}
      >
        <View className="booking-quiet">{words.cancelText}</View>
      </Confirm>
    </>
  )
}

export default needing(['seriesId'], SeriesPage)
