import type { Rhythm } from '@yike/shared/booking/rules/series'
import { useState } from 'react'
import { useComfort } from '../../platform/comfort'
import { useParams } from '../../platform/route'
import { Screen } from '../../ui'
import { needing } from '../../ui/needing'
import '../booking.css'
import { AskRepeat } from '../elder/ask-repeat'
import { RepeatDates } from '../repeat-dates'
import { useRepeats } from '../use-repeats'

const USUAL = 8

/** The same again and again: every date before anything is booked. */
function RepeatPage() {
  const { elder } = useComfort()
  const { every, times, ...what } = useParams()
  const [rhythm, setRhythm] = useState<Rhythm>((every as Rhythm | undefined) ?? 'weekly')
  const [count, setCount] = useState(Number(times) || USUAL)
  // 长辈版 asks first how often and how many times.
  const isAsked = !elder || (every !== undefined && times !== undefined)
  const repeat = useRepeats(what, { every: rhythm, times: count, isAsked })
  if (elder)
    return (
      <Screen>
        <AskRepeat what={what} every={every} times={times} repeat={repeat} />
      </Screen>
    )
  return <RepeatDates repeat={repeat} rhythm={rhythm} count={count} onRhythm={setRhythm} onCount={setCount} />
}

export default needing(['placeId', 'offeringId', 'startAt', 'endAt'], RepeatPage)
