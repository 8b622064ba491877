import { View } from '@tarojs/components'
import type { Days } from '@yike/shared/booking/schema'
import type { Day } from '@yike/shared/booking/schema/day'
import type { OfferingCard } from '@yike/shared/circle/schema'
import { localDate } from '@yike/shared/kernel/time'
import { useState } from 'react'
import { usePlace } from '../../circle/use-circle'
import { open, openInstead } from '../../platform/route'
import { now, spokenDay, spokenHours, spokenList } from '../../platform/spoken'
import { Answer, AsOf, Empty, Loaded, Question } from '../../ui'
import '../booking.css'
import { useCard } from '../use-card'
import { type PagedDays, useDays } from '../use-days'
import { canBook, canWaitFor, dayCells, priceWords, whyNot } from '../view'
import { pagesTo } from '../view/reach'
import { words } from '../words'
import { elderWords } from '../words/elder'

const CHOOSE = '/booking/pages/choose'
/** As many days as fit on two screens of large words. */
const SHOWN = 6

interface AskWhenProps {
  placeId: string
  offeringId: string | undefined
  on: string | undefined
}

/** 长辈版 asks which of a place's offerings, then the day, then the hour: a page for each. */
export function AskWhen({ placeId, offeringId, on }: AskWhenProps) {
  const place = usePlace(placeId, null)
  useCard(place, { placeId, offeringId })
  return (
    <Loaded query={place}>
      {({ offerings }) => {
        const chosen = offerings.find(one => one.offeringId === offeringId)
        if (chosen) return <AskDay key={chosen.offeringId} offering={chosen} on={on} />
        if (offerings.length === 0)
          return <Empty title={words.noneAtAll} text={words.noneAtAllText} icon="calendar" />
        const [only] = offerings
        return only && offerings.length === 1 ? (
          <AskDay offering={only} on={on} />
        ) : (
          <>
            <Question>{elderWords.which}</Question>
            {offerings.map(one => (
              <Answer
                key={one.offeringId}
                title={one.name}
                note={`${one.forWhom} · ${priceWords(one.priceFen)}`}
                onTap={() => open(CHOOSE, { placeId, offeringId: one.offeringId })}
              />
            ))}
          </>
        )
      }}
    </Loaded>
  )
}

function AskDay({
  offering: { placeId, offeringId },
  on,
}: {
  offering: OfferingCard
  on: string | undefined
}) {
  const days = useDays({ placeId, offeringId, audience: 'resident' }, on ? pagesTo(localDate(now()), on) : 1)
  return (
    <Loaded query={days}>
      {found => {
        const day = found.days.find(one => one.on === on)
        return (
          <>
            <AsOf query={days} say={words.asOf} />
            {day ? (
              <AskClock placeId={placeId} offering={found.offering} day={day} />
            ) : (
              <AnyDay placeId={placeId} {...found} more={days.more} busy={days.busy} />
            )}
          </>
        )
      }}
    </Loaded>
  )
}

function AnyDay({
  placeId,
  offering: { offeringId, name, placeName },
  days,
  more,
  busy,
}: Days & { placeId: string } & PagedDays) {
  const at = now()
  const [all, setAll] = useState(false)
  // A day off leads nowhere and is not asked about.
  const cells = dayCells(days, at).filter(({ free }) => free !== null)
  const shown = all ? cells : cells.slice(0, SHOWN)
  const isCut = shown.length < cells.length
  if (cells.length === 0 && !more)
    return <Empty title={words.noneAtAll} text={words.noneAtAllText} icon="calendar" />
  return (
    <>
      <Question>{elderWords.when}</Question>
      <What name={name} placeName={placeName} />
      {shown.map(({ on, free }) => (
        <Answer
          key={on}
          icon="calendar"
          title={spokenDay(on, at)}
          note={free ? elderWords.times(free) : elderWords.fullDay}
          onTap={() => open(CHOOSE, { placeId, offeringId, on })}
        />
      ))}
      {(isCut || more) && (
        <Answer
          icon="down"
          title={elderWords.later}
          disabled={busy}
          onTap={() => (isCut ? setAll(true) : more?.())}
        />
      )}
    </>
  )
}

const What = ({ name, placeName }: Pick<Days['offering'], 'name' | 'placeName'>) => (
  <View className="booking-asked">{spokenList(name, placeName)}</View>
)

interface AskClockProps {
  placeId: string
  offering: Days['offering']
  day: Day
}

function AskClock({ placeId, offering, day }: AskClockProps) {
  const { offeringId } = offering
  const free = day.slots.filter(canBook)
  const why = whyNot(day)
  return (
    <>
      <Question>{elderWords.clock(spokenDay(day.on, now()))}</Question>
      <What {...offering} />
      {free.map(({ startAt, endAt, left }) => (
        <Answer
          key={startAt}
          icon="clock"
          title={spokenHours(startAt, endAt)}
          note={words.seats(left)}
          onTap={() => open('/booking/pages/confirm', { placeId, offeringId, startAt })}
        />
      ))}
      {free.length === 0 && <Empty title={words.noneThatDay} text={why} icon="calendar" />}
      {day.slots.filter(canWaitFor).map(({ startAt, endAt }) => (
        <Answer
          key={startAt}
          icon="clock"
          title={spokenHours(startAt, endAt)}
          note={elderWords.fullDay}
          onTap={() => open('/booking/pages/wait', { placeId, offeringId, startAt, endAt })}
        />
      ))}
      <Answer
        icon="calendar"
        title={words.askOtherTime}
        onTap={() => openInstead(CHOOSE, { placeId, offeringId })}
      />
    </>
  )
}
