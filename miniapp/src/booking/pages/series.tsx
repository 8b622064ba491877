import { View } from '@tarojs/components'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import type { Series } from '@yike/shared/booking/schema/series'
import { localDate } from '@yike/shared/kernel/time'
import { useState } from 'react'
import { open, useParams } from '../../platform/route'
import { now, spokenDay, spokenHours } from '../../platform/spoken'
import { Button, Cell, Confirm, Loaded, Notice, Outcome, Screen, Tag } from '../../ui'
import { needing } from '../../ui/needing'
import '../booking.css'
import { slipOf } from '../use-people'
import { useCancelSeries, useSeries } from '../use-series'
import { isComing, stateWord } from '../view'
import { cancellable } from '../view/series'
import { words as bookingWords } from '../words'
import { seriesWords as words } from '../words/series'

/** What was booked together: each by itself, and giving up what is left of it. */
function SeriesPage() {
  const { seriesId = '', placed, grantId } = useParams()
  const series = useSeries(seriesId, grantId)
  return (
    <Screen title={words.series}>
      <Loaded query={series}>
        {found => (
          <Shown series={found} grantId={grantId} placed={placed === '1'} onChanged={series.refresh} />
        )}
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

function Shown({ series: { seriesId, bookings }, grantId, placed, onChanged }: ShownProps) {
  const [asking, setAsking] = useState(false)
  const [cancelled, setCancelled] = useState(false)
  const cancelling = useCancelSeries()
  const at = now()
  const [first] = bookings
  const { can, cannot } = cancellable(bookings, booking => isComing(booking, at))
  const asked = bookings.some(({ state }) => state === 'requested')

  const cancel = async () => {
    const done = await cancelling.send({ seriesId, grantId })
    setAsking(false)
    await onChanged()
    if (done) setCancelled(true)
  }

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
        onYes={cancel}
        onNo={() => setAsking(false)}
      >
        <View className="booking-quiet">{words.cancelText}</View>
      </Confirm>
    </>
  )
}

export default needing(['seriesId'], SeriesPage)
