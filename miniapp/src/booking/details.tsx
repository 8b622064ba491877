import { View } from '@tarojs/components'
import { lengthsOf } from '@yike/shared/booking/rules/terms'
import type { Booking, Days } from '@yike/shared/booking/schema'
import type { Slot } from '@yike/shared/booking/schema/day'
import { addMinutes } from '@yike/shared/kernel/time'
import { spokenEnd, spokenMinutes } from '../platform/spoken'
import { Section, Segments, Tag } from '../ui'
import { Pick } from '../ui/pick'
import { Lent, Wanted } from './equipment'
import { Lacking } from './lacking'
import { Tick } from './tick'
import { type Details, detailsOf, spanOf } from './view/details'
import { modeNames, words } from './words'
import { bookWords } from './words/book'

type Offering = Days['offering']

interface AskedProps {
  offering: Offering
  slot: Slot
  wish: Details
  onChange: (part: Details) => void
}

/** How long, how it is to be settled and which papers are there: only what the offering leaves open. */
export function Asked({ offering, slot, wish, onChange }: AskedProps) {
  const { modes = [] } = offering
  const span = spanOf(slot, wish)
  const lengths = lengthsOf(offering).filter(
    minutes => addMinutes(slot.startAt, minutes) <= (slot.longestEndAt ?? slot.endAt),
  )
  const chosen = lengths.find(minutes => addMinutes(slot.startAt, minutes) === span.endAt)
  return (
    <>
      {lengths.length > 1 && (
        <View className="booking-note">
          <Pick
            label={bookWords.howLong}
            options={lengths.map(minutes => ({
              value: String(minutes),
              label: words.length(spokenMinutes(minutes), spokenEnd(addMinutes(slot.startAt, minutes))),
            }))}
            value={String(chosen ?? lengths[0])}
            onChange={minutes => onChange({ minutes: Number(minutes) })}
          />
        </View>
      )}
      {modes.length > 1 && (
        <Section title={words.mode}>
          <Segments
            label={words.mode}
            options={modes.map(mode => ({ value: mode, label: modeNames[mode] }))}
            value={detailsOf(offering, wish).mode ?? null}
            onChange={mode => onChange({ mode: mode as Details['mode'] })}
          />
        </Section>
      )}
      <Papers offering={offering} wish={wish} onChange={onChange} />
      {offering.equipment && <Wanted offering={offering} slot={span} wish={wish} onChange={onChange} />}
    </>
  )
}

/** All that has to be brought, said at once. */
export function Papers({ offering: { papers = [] }, wish, onChange }: Omit<AskedProps, 'slot'>) {
  const has = wish.papers ?? []
  if (papers.length === 0) return null
  return (
    <Section title={bookWords.papers}>
      <View className="booking-quiet">{bookWords.papersHint}</View>
      {papers.map(({ name, note }) => (
        <Tick
          key={name}
          label={name}
          hint={note}
          on={has.includes(name)}
          onChange={on => onChange({ papers: on ? [...has, name] : has.filter(one => one !== name) })}
        />
      ))}
    </Section>
  )
}

/** What was told of how it is settled, and the papers to bring: kept with the booking. */
export function Settled({ booking }: { booking: Booking }) {
  return (
    <>
      <Brought booking={booking} />
      <Lent booking={booking} />
      {booking.state !== 'offered' && <Lacking booking={booking} />}
    </>
  )
}

function Brought({ booking: { mode, papers = [] } }: { booking: Booking }) {
  if (!mode && papers.length === 0) return null
  return (
    <Section title={bookWords.papers}>
      {mode && <View className="booking-quiet">{bookWords.settledBy(modeNames[mode])}</View>}
      {papers.map(({ name, note, have }) => (
        <View key={name} className="booking-paper">
          <View>
            <View>{name}</View>
            {note && <View className="booking-quiet">{note}</View>}
          </View>
          <Tag tone={have ? 'green' : 'waiting'}>{have ? bookWords.paperHere : bookWords.paperMissing}</Tag>
        </View>
      ))}
    </Section>
  )
}
