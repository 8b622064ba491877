import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { spokenList } from '../platform/spoken'
import './calendar.css'
import { DayRow } from './day-row'
import { Group } from './group'
import { More } from './more'
import { Tap } from './tap'
import type { DayCell, DayStripProps, SlotCell, SlotGridProps } from './types'
import { controlWords as words } from './words'

const dayFree = ({ free }: DayCell, open: (free: number) => string) =>
  free === null ? '' : free === 0 ? words.full : open(free)

/**
 * Days side by side; a dot and a word say where something is free. A day that was not tapped here is brought into sight,
 * and so is the first of those that come when one goes on.
 */
export function DayStrip({ days, value, onChange, next }: DayStripProps) {
  const tapped = useRef<string | null>(null)
  const [gone, setGone] = useState<{ value: string | null; from: number }>()
  const further = gone?.value === value && gone ? days[gone.from] : undefined
  const bring = further?.on ?? (value === tapped.current ? null : value)
  const idOf = (on: string) => `yk-day-${on}`
  const { more, busy = false } = next ?? {}
  const goOn = () => {
    setGone({ value, from: days.length })
    more?.()
  }
  return (
    <>
      <DayRow label={words.chooseDay} bring={bring ? idOf(bring) : ''}>
        {days.map(day => {
          const state = day.on === value ? ' yk-days__one--on' : !day.free ? ' yk-days__one--full' : ''
          return (
            <Tap
              key={day.on}
              id={idOf(day.on)}
              role="radio"
              className={`yk-days__one${state}`}
              label={spokenList(day.weekday, words.date(day.on), day.mark, dayFree(day, words.times))}
              selected={day.on === value}
              onTap={() => {
                tapped.current = day.on
                onChange(day.on)
              }}
            >
              <View className="yk-days__weekday">{day.weekday}</View>
              <View className="yk-days__day">{day.day}</View>
              <View className="yk-days__free">{dayFree(day, () => words.open) || day.mark || '—'}</View>
              <View className="yk-days__dot" />
            </Tap>
          )
        })}
      </DayRow>
      <More label={words.laterDays} more={more && goOn} busy={busy} />
    </>
  )
}

const slotLeft = ({ left, closed }: SlotCell) => closed ?? (left === 0 ? words.full : words.seats(left))

/** Slots in the parts of the day, with the places left in words. */
export function SlotGrid({ groups, value, onChange }: SlotGridProps) {
  const isChoice = value !== undefined
  return (
    <Group role={isChoice ? 'radiogroup' : 'group'} label={words.chooseSlot}>
      {groups
        .filter(group => group.slots.length > 0)
        .map(group => (
          <View key={group.title}>
            <View className="yk-slots__title">{group.title}</View>
            <View className="yk-slots__grid">
              {group.slots.map(slot => {
                const shut = slot.left === 0 || slot.closed !== undefined
                const state = slot.id === value ? ' yk-slots__one--on' : shut ? ' yk-slots__one--closed' : ''
                return (
                  <Tap
                    key={slot.id}
                    className={`yk-slots__one${state}`}
                    label={spokenList(slot.label, slotLeft(slot))}
                    {...(isChoice && { role: 'radio', selected: slot.id === value })}
                    disabled={shut}
                    onTap={() => onChange(slot.id)}
                  >
                    <View className="yk-slots__time">{slot.label}</View>
                    <View className="yk-slots__left">{slotLeft(slot)}</View>
                  </Tap>
                )
              })}
            </View>
          </View>
        ))}
    </Group>
  )
}
