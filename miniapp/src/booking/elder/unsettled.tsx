import { View } from '@tarojs/components'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import type { Booking } from '@yike/shared/booking/schema'
import { useState } from 'react'
import { whyOf } from '../../bulletin/view'
import { open } from '../../platform/route'
import { now, spokenMoment } from '../../platform/spoken'
import { useStale } from '../../platform/use-stale'
import { Answer, Notice, Outcome, Question, Stale } from '../../ui'
import { Sure } from '../../ui/sure'
import '../booking.css'
import { Lacking } from '../lacking'
import { CalledAbout } from '../reminded'
import { useAnswer, useCancel } from '../use-booking'
import { offerSaid, priceWords, stateWord } from '../view'
import { words } from '../words'
import { elderWords } from '../words/elder'
import { Summary } from './summary'

interface UnsettledProps {
  booking: Booking
  grantId?: string | undefined
  /** It was joined a moment ago. */
  placed?: boolean
  onChanged: () => Promise<void>
  /** One waits for nothing any more. */
  onLeft: () => void
}

export const isUnsettled = ({ state }: Booking): boolean =>
  state === 'offered' || state === 'waiting' || state === 'displaced'

/** 长辈版 of what is not settled: a seat that is held, a place in the queue, a search. One question with its answers. */
export const Unsettled = (props: UnsettledProps) =>
  props.booking.state === 'offered' ? <Held {...props} /> : <Waits {...props} />

const What = ({ booking }: { booking: Booking }) => (
  <>
    <Summary offering={{ name: booking.offeringName, placeName: booking.placeName }} slot={booking} />
    <View>{words.forName(booking.forName)}</View>
  </>
)

function Held({ booking, grantId, onChanged }: UnsettledProps) {
  const [isPassing, setIsPassing] = useState(false)
  const stale = useStale(onChanged)
  const accepting = useAnswer('accept', stale)
  const passing = useAnswer('pass', stale)
  const { bookingId, deadlineAt, movedFrom, insteadOf, priceFen } = booking
  const said = offerSaid(booking)
  const at = now()
  const answer = async (by: typeof accepting) => {
    const done = await by.send({ bookingId, grantId })
    setIsPassing(false)
    if (done) await onChanged()
  }
  if (isPassing)
    return (
      <Sure
        question={said.passAsk}
        text={said.passText}
        yes={said.pass}
        no={elderWords.think}
        busy={passing.busy}
        onYes={() => answer(passing)}
        onNo={() => setIsPassing(false)}
      />
    )
  return (
    <>
      <Question>{said.turn}</Question>
      {movedFrom && (
        <View>
          {words.swapFrom(
            `${spokenOffering(movedFrom)} ${spokenMoment(movedFrom.startAt, at)}`,
            whyOf(movedFrom),
          )}
        </View>
      )}
      {insteadOf && (
        <View>
          {words.backFor(
            `${spokenOffering(insteadOf)} ${spokenMoment(insteadOf.startAt, at)}`,
            insteadOf.asks,
          )}
        </View>
      )}
      <What booking={booking} />
      {movedFrom && <View>{priceWords(priceFen)}</View>}
      <Lacking booking={booking} />
      {deadlineAt && <View>{said.until(spokenMoment(deadlineAt, at))}</View>}
      <Stale stale={stale} became={stateWord(booking, at).word} />
      <Outcome of={{ ...accepting, unsent: null }} />
      <Outcome of={{ ...passing, unsent: null }} />
      <View className="booking-asked__act">
        <Answer
          kind="next"
          icon="check"
          title={said.accept}
          busy={accepting.busy}
          onTap={() => answer(accepting)}
        />
        <Answer icon="cross" title={said.pass} onTap={() => setIsPassing(true)} />
      </View>
    </>
  )
}

function Waits({ booking, grantId, placed, onChanged, onLeft }: UnsettledProps) {
  const [isLeaving, setIsLeaving] = useState(false)
  const stale = useStale(onChanged)
  const { bookingId, placeId, offeringId, state, queue, movedFrom } = booking
  const at = now()
  const leaving = useCancel(booking, stale)
  const seeks = state === 'displaced'
  const leaveWord = seeks ? words.seekStop : words.leave
  const leave = async () => {
    const done = await leaving.send({ bookingId, grantId })
    setIsLeaving(false)
    if (!done) return
    onLeft()
    await onChanged()
  }
  if (isLeaving)
    return (
      <Sure
        question={seeks ? words.seekEnd : words.leaveAsk}
        text={seeks ? undefined : words.leaveText}
        yes={leaveWord}
        no={elderWords.think}
        busy={leaving.busy}
        onYes={leave}
        onNo={() => setIsLeaving(false)}
      />
    )
  const { word } = stateWord(booking, at)
  return (
    <>
      {placed && <Notice tone="waiting">{words.joined}</Notice>}
      <Question>{queue ? elderWords.inQueue(words.rank(queue.position)) : word}</Question>
      <What booking={booking} />
      {seeks && <View>{words.displaced(whyOf(movedFrom ?? {}))}</View>}
      {queue && <View>{queue.position > 1 ? words.ahead(queue.position) : null}</View>}
      {queue?.first && <View>{words.rankFirst}</View>}
      {!seeks && !placed && <View>{words.rankNote}</View>}
      <Stale stale={stale} became={word} />
      <Outcome of={leaving} />
      <View className="booking-asked__act">
        {seeks && (
          <Answer
            kind="next"
            icon="calendar"
            title={elderWords.otherTimes}
            onTap={() => open('/booking/pages/choose', { placeId, offeringId })}
          />
        )}
        {!leaving.away && <Answer icon="cross" title={leaveWord} onTap={() => setIsLeaving(true)} />}
        <Answer icon="back" title={elderWords.mine} onTap={() => open('/booking/tab/index')} />
      </View>
      {/* Its answer comes late: below all others it pushes none away. */}
      {seeks && <CalledAbout grantId={grantId} />}
    </>
  )
}
