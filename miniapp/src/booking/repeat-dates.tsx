import { View } from '@tarojs/components'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import { MOST_IN_SERIES, type Rhythm } from '@yike/shared/booking/rules/series'
import type { SeriesDate, SeriesPreview } from '@yike/shared/booking/schema/series'
import { clockOf, type Instant, type LocalDate, localDate } from '@yike/shared/kernel/time'
import { now, spokenDay, spokenHours, spokenList, spokenMoment } from '../platform/spoken'
import { Button, Cell, Loaded, Notice, Outcome, Screen, Section, Segments, Stack } from '../ui'
import { Stepper } from '../ui/stepper'
import { Tick } from './tick'
import type { Repeat } from './use-repeats'
import { priceWords } from './view'
import { isFree } from './view/series'
import { rhythmNames, seriesWords as words } from './words/series'

const FEWEST = 2
/** Those that most ask for first. */
const shown: readonly Rhythm[] = ['weekly', 'fortnightly', 'workday', 'daily']

interface RepeatDatesProps {
  repeat: Repeat
  rhythm: Rhythm
  count: number
  onRhythm: (rhythm: Rhythm) => void
  onCount: (count: number) => void
}

/** How often, how many times, and each date with what it says. */
export function RepeatDates({ repeat, rhythm, count, onRhythm, onCount }: RepeatDatesProps) {
  const { offering, preview, startAt, endAt } = repeat
  return (
    <Screen title={words.title} foot={'value' in preview && preview.value && <Act repeat={repeat} />}>
      {offering && (
        <View className="booking-when">
          <View className="booking-when__hours">{spokenHours(startAt, endAt)}</View>
          <View>{spokenOffering({ placeName: offering.placeName, offeringName: offering.name })}</View>
        </View>
      )}
      <Loaded query={repeat.day}>
        {() => (
          <>
            <Section title={words.every}>
              <Stack>
                <Segments
                  label={words.every}
                  options={shown.map(value => ({ value, label: rhythmNames[value] }))}
                  value={rhythm}
                  onChange={value => onRhythm(value as Rhythm)}
                />
                <Stepper
                  label={words.times}
                  value={count}
                  min={FEWEST}
                  max={MOST_IN_SERIES}
                  spoken={words.count}
                  onChange={onCount}
                />
              </Stack>
            </Section>
            <Loaded query={preview}>{found => <Dates found={found} repeat={repeat} />}</Loaded>
          </>
        )}
      </Loaded>
    </Screen>
  )
}

export const freeOf = ({ dates }: SeriesPreview) => words.bookable(dates.filter(isFree).length, dates.length)

function Dates({ found, repeat }: { found: SeriesPreview; repeat: Repeat }) {
  return (
    <Section title={freeOf(found)}>
      {found.dates.map(date => (
        <DateLine key={date.on} date={date} repeat={repeat} />
      ))}
    </Section>
  )
}

/** On the same day the hour is enough. */
const atOther = (on: LocalDate, startAt: Instant): string =>
  localDate(startAt) === on ? clockOf(startAt) : spokenMoment(startAt, now())

/** One date: on or left out; where it cannot be booked, why, and what could be in its place. */
export function DateLine({ date, repeat }: { date: SeriesDate; repeat: Repeat }) {
  const { on, refused, instead, priceFen } = date
  const { chosen, leave, move } = repeat
  const day = spokenDay(on, now())
  if (!refused)
    return (
      <Tick
        label={day}
        hint={priceFen ? priceWords(priceFen) : undefined}
        on={!chosen.left.includes(on)}
        onChange={() => leave(on)}
      />
    )
  const why = words.why(refused)
  if (!instead) return <Cell title={day} note={why} />
  return (
    <Tick
      label={spokenList(day, why)}
      hint={words.instead(atOther(on, instead.startAt))}
      on={chosen.moved.includes(on)}
      onChange={() => move(on)}
    />
  )
}

function Act({ repeat }: { repeat: Repeat }) {
  const { offering, placing, times, priceFen, who, place } = repeat
  const say = offering?.needsApproval ? words.request : words.place
  if (times === 0) return <Notice tone="quiet">{words.none}</Notice>
  return (
    <>
      <Outcome of={{ ...placing, unsent: null }} />
      <View className="booking-foot__note">
        {priceFen > 0 ? `${words.sum(priceWords(priceFen))} · ${words.whole}` : words.whole}
      </View>
      <Button kind="next" busy={placing.busy} onTap={place}>
        {say(times, who)}
      </Button>
    </>
  )
}
