import { spokenOffering } from '@yike/shared/booking/rules/naming'
import type { Series } from '@yike/shared/booking/schema/series'
import { localDate } from '@yike/shared/kernel/time'
import { useState } from 'react'
import { open } from '../../platform/route'
import { now, spokenDay, spokenHours } from '../../platform/spoken'
import { Answer, Facts, Few, Notice, Outcome, Question } from '../../ui'
import { Sure } from '../../ui/sure'
import { slipOf } from '../use-people'
import { useCancelRest } from '../use-series'
import { isComing, stateWord } from '../view'
import { words as bookingWords } from '../words'
import { seriesElder } from '../words/elder'
import { seriesWords as words } from '../words/series'

interface ElderSeriesProps {
  series: Series
  grantId?: string | undefined
  /** It was placed a moment ago. */
  placed: boolean
  onChanged: () => Promise<void>
}

/** 长辈版 of what was booked together: the next dates, a few at a time, and giving up what is left of it. */
export function ElderSeries({ series, grantId, placed, onChanged }: ElderSeriesProps) {
  const [isLeaving, setIsLeaving] = useState(false)
  const { bookings } = series
  const { can, cannot, cancelled, asked, cancelling, cancel } = useCancelRest(series, grantId, onChanged)
  const at = now()
  const [first] = bookings
  const ahead = bookings.filter(booking => isComing(booking, at))
  const rest = bookings.filter(booking => !isComing(booking, at))
  if (isLeaving)
    return (
      <Sure
        question={words.cancelAsk(can)}
        text={words.cancelText}
        yes={words.cancelRest(can)}
        no={bookingWords.keep}
        busy={cancelling.busy}
        onYes={async () => {
          await cancel()
          setIsLeaving(false)
        }}
        onNo={() => setIsLeaving(false)}
      />
    )
  return (
    <>
      <Question>{first ? spokenOffering(first) : words.series}</Question>
      {cancelled && <Notice tone="quiet">{words.cancelled}</Notice>}
      {placed && !cancelled && (
        <Notice tone={asked ? 'waiting' : 'green'}>
          {(asked ? words.requested : words.placed)(bookings.length)}
        </Notice>
      )}
      <Facts>
        {[
          first && bookingWords.forName(first.forName),
          seriesElder.left(ahead.length, bookings.length),
          cannot > 0 && !grantId && words.stays(cannot),
        ]}
      </Facts>
      <Few of={[...ahead, ...rest]}>
        {booking => (
          <Answer
            key={booking.bookingId}
            icon={isComing(booking, at) ? 'calendar' : 'clock'}
            title={`${spokenDay(localDate(booking.startAt), at)} ${spokenHours(booking.startAt, booking.endAt)}`}
            note={stateWord(booking, at).word}
            onTap={() => open('/booking/pages/ticket', slipOf(booking.bookingId, grantId))}
          />
        )}
      </Few>
      <Outcome of={{ ...cancelling, unsent: null }} />
      {can > 0 && <Answer icon="cross" title={words.cancelRest(can)} onTap={() => setIsLeaving(true)} />}
    </>
  )
}
