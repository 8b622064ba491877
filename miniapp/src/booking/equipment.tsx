/** What is lent beside a room: wanted before, and ready afterwards. */
import { View } from '@tarojs/components'
import type { Booking, Days } from '@yike/shared/booking/schema'
import type { Slot } from '@yike/shared/booking/schema/day'
import { useEffect } from 'react'
import { Section } from '../ui'
import { Stepper } from '../ui/stepper'
import { Tick } from './tick'
import { useEquipment } from './use-equipment'
import { cutTo, type Details } from './view/details'
import { bookWords } from './words/book'

/** More chairs than these are counted by tens. */
const MANY = 20

interface WantedProps {
  offering: Days['offering']
  slot: Pick<Slot, 'startAt' | 'endAt'>
  wish: Details
  onChange: (part: Details) => void
  /** Who waits may want what is lent now. */
  waits?: true
}

/** A line for each sort, with how much of it is free then. */
export function Sorts({ offering, slot, wish: { equipment = {} }, onChange, waits }: WantedProps) {
  const { placeId, offeringId } = offering
  const query = useEquipment({ placeId, offeringId, startAt: slot.startAt, endAt: slot.endAt })
  const left = 'value' in query && !waits ? query.value?.equipment : undefined
  const cut = left && cutTo(left, equipment)
  // At another time less of it may be free: what is sent is what is shown.
  useEffect(() => {
    if (cut) onChange({ equipment: cut })
  })
  return (
    <>
      {(left ?? offering.equipment ?? []).map(one => {
        const { name, count } = one
        const most = 'left' in one && typeof one.left === 'number' ? one.left : count
        const wanted = Math.min(most, equipment[name] ?? 0)
        const want = (next: number) => onChange({ equipment: { ...equipment, [name]: next } })
        if (most === 0)
          return (
            <View key={name} className="booking-quiet">
              {bookWords.noneLeft(name)}
            </View>
          )
        return count === 1 ? (
          <Tick key={name} label={name} on={wanted > 0} onChange={on => want(on ? 1 : 0)} />
        ) : (
          <Stepper
            key={name}
            label={bookWords.equipmentLeft(name, most)}
            value={wanted}
            max={most}
            step={count > MANY ? 10 : 1}
            onChange={want}
          />
        )
      })}
    </>
  )
}

/** What may be wanted beside the room. */
export const Wanted = (props: WantedProps) => (
  <Section title={bookWords.equipment}>
    <Sorts {...props} />
  </Section>
)

export function Lent({ booking: { equipment = [] } }: { booking: Booking }) {
  if (equipment.length === 0) return null
  return (
    <Section title={bookWords.lent}>
      {equipment.map(({ name, count }) => (
        <View key={name}>{bookWords.equipmentKept(name, count)}</View>
      ))}
    </Section>
  )
}
