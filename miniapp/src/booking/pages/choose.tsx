import { View } from '@tarojs/components'
import type { Days } from '@yike/shared/booking/schema'
import { localDate } from '@yike/shared/kernel/time'
import { useState } from 'react'
import { usePlace } from '../../circle/use-circle'
import { useComfort } from '../../platform/comfort'
import { open, useParams } from '../../platform/route'
import { now, spokenMoment } from '../../platform/spoken'
import { AsOf, Button, Cell, Empty, Icon, Loaded, Screen, Section, Segments } from '../../ui'
import { DayStrip, SlotGrid } from '../../ui/calendar'
import { needing } from '../../ui/needing'
import '../booking.css'
import { AskWhen } from '../elder/ask-when'
import { FullOnes } from '../full'
import { useCard } from '../use-card'
import { type PagedDays, useDays } from '../use-days'
import { canBook, dayCells, firstFree, priceWords, slotGroups, termLines, whyNot } from '../view'
import { words } from '../words'
import { seasonWords } from '../words/season'

/** Which offering, day and slot; in 长辈版 a page for each. Opened for a place, it begins with what the place offers first. */
function Choose() {
  const { placeId = '', offeringId, on } = useParams()
  const { elder } = useComfort()
  return elder ? (
    <Screen>
      <AskWhen placeId={placeId} offeringId={offeringId} on={on} />
    </Screen>
  ) : (
    <Calendars placeId={placeId} offeringId={offeringId} />
  )
}

function Calendars({ placeId, offeringId }: { placeId: string; offeringId: string | undefined }) {
  const place = usePlace(placeId, null)
  useCard(place, { placeId, offeringId })
  const [picked, setPicked] = useState(offeringId)
  return (
    <Screen title={words.choose}>
      <Loaded query={place}>
        {({ offerings }) => {
          const chosen = offerings.find(one => one.offeringId === picked) ?? offerings[0]
          if (!chosen) return <Empty title={words.noneAtAll} text={words.noneAtAllText} icon="calendar" />
          return (
            <>
              {offerings.length > 1 && (
                <View className="booking-offerings">
                  <Segments
                    label={words.pickOffering}
                    options={offerings.map(one => ({ value: one.offeringId, label: one.name }))}
                    value={chosen.offeringId}
                    onChange={setPicked}
                  />
                </View>
              )}
              <Calendar key={chosen.offeringId} placeId={placeId} offeringId={chosen.offeringId} />
            </>
          )
        }}
      </Loaded>
    </Screen>
  )
}

interface CalendarProps {
  placeId: string
  offeringId: string
}

function Calendar({ placeId, offeringId }: CalendarProps) {
  const days = useDays({ placeId, offeringId, audience: 'resident' })
  return (
    <Loaded query={days}>
      {found => (
        <>
          <AsOf query={days} say={words.asOf} />
          <Slots {...found} placeId={placeId} next={days} />
        </>
      )}
    </Loaded>
  )
}

function Slots({ offering, days, placeId, next }: Days & { placeId: string; next: PagedDays }) {
  const at = now()
  const { seasonIds = [] } = offering
  const soonest = firstFree(days)
  const [chosenDay, setChosenDay] = useState<string>()
  const on = chosenDay ?? (soonest ? localDate(soonest.startAt) : days[0]?.on)
  const day = days.find(one => one.on === on)

  const take = (startAt: string) =>
    open('/booking/pages/confirm', { placeId, offeringId: offering.offeringId, startAt })

  return (
    <>
      <View className="booking-what">
        <View className="booking-what__name">{offering.name}</View>
        <View className="booking-what__note">
          {offering.placeName} · {offering.forWhom}
        </View>
        {termLines(offering).map(line => (
          <View key={line} className="booking-what__note">
            {line}
          </View>
        ))}
        <View className="booking-what__price">{priceWords(offering.priceFen)}</View>
      </View>
      {seasonIds.map(seasonId => (
        <Cell
          key={seasonId}
          title={seasonWords.open}
          lead={<Icon name="calendar" size={28} />}
          onTap={() => open('/booking/pages/season', { seasonId })}
        />
      ))}
      {!soonest && <Empty title={words.noneAtAll} text={words.noneAtAllText} icon="calendar" />}
      <DayStrip days={dayCells(days, at)} value={on ?? null} onChange={setChosenDay} next={next} />
      {day?.slots.some(canBook) ? (
        <SlotGrid groups={slotGroups(day)} onChange={take} />
      ) : (
        soonest && (
          <Section title={words.noneThatDay}>
            {day && whyNot(day) && <View className="booking-what__note">{whyNot(day)}</View>}
            <Button kind="calm" onTap={() => setChosenDay(localDate(soonest.startAt))}>
              {words.nextFree(spokenMoment(soonest.startAt, at))}
            </Button>
          </Section>
        )
      )}
      <FullOnes placeId={placeId} offering={offering} day={day} />
    </>
  )
}

export default needing(['placeId'], Choose)
