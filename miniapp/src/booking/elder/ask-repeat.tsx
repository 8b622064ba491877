import { View } from '@tarojs/components'
import { open } from '../../platform/route'
import { spokenHours } from '../../platform/spoken'
import { Answer, Loaded, Outcome, Question } from '../../ui'
import { DateLine, freeOf } from '../repeat-dates'
import type { Repeat } from '../use-repeats'
import { priceWords } from '../view'
import { rhythmNames, seriesWords as words } from '../words/series'

const REPEAT = '/booking/pages/repeat'
const often = ['weekly', 'fortnightly', 'workday'] as const
const counts = [4, 8, 12]

interface AskRepeatProps {
  what: Readonly<Record<string, string | undefined>>
  every: string | undefined
  times: string | undefined
  repeat: Repeat
}

/** 长辈版 asks how often, then how many times, then shows the dates: a page for each. */
export function AskRepeat({ what, every, times, repeat }: AskRepeatProps) {
  const { placeId = '', offeringId = '', startAt = '', endAt = '', who = '' } = what
  const base = { placeId, offeringId, startAt, endAt, ...(who && { who }) }
  if (!every)
    return (
      <>
        <Question>{words.askEvery}</Question>
        {often.map(one => (
          <Answer
            key={one}
            icon="calendar"
            title={rhythmNames[one]}
            onTap={() => open(REPEAT, { ...base, every: one })}
          />
        ))}
      </>
    )
  if (!times)
    return (
      <>
        <Question>{words.askTimes}</Question>
        {counts.map(one => (
          <Answer
            key={one}
            title={words.count(one)}
            onTap={() => open(REPEAT, { ...base, every, times: String(one) })}
          />
        ))}
      </>
    )
  return <Loaded query={repeat.day}>{() => <Check repeat={repeat} />}</Loaded>
}

function Check({ repeat }: { repeat: Repeat }) {
  const { offering, preview, placing, startAt, endAt, times, priceFen, who, place } = repeat
  const say = offering?.needsApproval ? words.request : words.place
  return (
    <>
      <Question>{words.askDates}</Question>
      <View className="booking-asked">{`${offering?.name ?? ''} ${spokenHours(startAt, endAt)}`}</View>
      <Loaded query={preview}>
        {found => (
          <>
            <View>{freeOf(found)}</View>
            {found.dates.map(date => (
              <DateLine key={date.on} date={date} repeat={repeat} />
            ))}
            <Outcome of={{ ...placing, unsent: null }} />
            <View className="booking-asked__act">
              {times > 0 ? (
                <Answer
                  kind="next"
                  icon="check"
                  title={say(times, who)}
                  note={priceFen > 0 ? words.sum(priceWords(priceFen)) : undefined}
                  busy={placing.busy}
                  onTap={place}
                />
              ) : (
                <View>{words.none}</View>
              )}
            </View>
          </>
        )}
      </Loaded>
    </>
  )
}
