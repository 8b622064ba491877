import { View } from '@tarojs/components'
import type { Season } from '@yike/shared/booking/schema/season'
import { useState } from 'react'
import { now, spokenList } from '../platform/spoken'
import { Button, Notice, Outcome, Section, Tap } from '../ui'
import { Stepper } from '../ui/stepper'
import './season.css'
import { type Bookable, whomOf } from './use-people'
import { useFileWish, useWithdrawWish } from './use-season'
import { missingLines, namesOf, pseudonymOf, slotName, standing, toggled } from './view/season'
import { seasonWords as words } from './words/season'

export interface Picked {
  /** The dearest first. */
  chosen: readonly string[]
  /** How many of them at most. */
  wants: number
}

interface SeasonSlotsProps {
  season: Season
  person: Bookable | undefined
  /** Nothing: what was asked for already. */
  picked: Picked | undefined
  onPick: (picked: Picked) => void
  onChanged: () => Promise<void>
}

/** Weekly slots to tap in the order in which one wants them, and one button. */
export function SeasonSlots({ season, person, picked, onPick, onChanged }: SeasonSlotsProps) {
  const { seasonId, slots, most } = season
  const mine = standing(season)
  const { chosen, wants } = picked ?? { chosen: mine?.choices ?? [], wants: mine?.wants ?? 1 }
  const [said, setSaid] = useState<'filed' | 'withdrawn' | null>(null)
  const filing = useFileWish()
  const withdrawing = useWithdrawWish()
  const at = now()
  const [dearest] = namesOf(slots, chosen)
  const isSame =
    mine?.choices.join() === chosen.join() &&
    mine?.wants === wants &&
    (person === undefined || mine?.personId === person.personId)

  const file = async () => {
    const done = await filing.send({ seasonId, choices: [...chosen], wants, ...whomOf(person) })
    if (!done) return
    setSaid('filed')
    await onChanged()
  }
  const withdraw = async () => {
    const done = await withdrawing.send({ seasonId, grantId: person?.grantId })
    if (!done) return
    onPick({ chosen: [], wants })
    setSaid('withdrawn')
    await onChanged()
  }
  return (
    <>
      {said && <Notice tone="green">{words[said]}</Notice>}
      <Section title={words.pick}>
        <View className="season-slot__note">{words.most(most)}</View>
        {slots.map(slot => {
          const nth = chosen.indexOf(slot.slotId) + 1
          return (
            <Tap
              key={slot.slotId}
              role="checkbox"
              selected={nth > 0}
              className={`season-slot${nth > 0 ? ' season-slot--on' : ''}`}
              label={spokenList(slotName(slot), nth > 0 && words.nth(nth))}
              onTap={() => {
                setSaid(null)
                onPick({ chosen: toggled(chosen, slot.slotId), wants })
              }}
            >
              <View className="season-slot__nth">{nth > 0 ? nth : ''}</View>
              <View className="season-slot__words">
                <View className="season-slot__name">{slotName(slot)}</View>
                <View className="season-slot__note">
                  {spokenList(words.weeks(slot.weeks - slot.missing.length), words.seats(slot.seats))}
                </View>
                {missingLines(slot, at).map(line => (
                  <View key={line} className="season-slot__note">
                    {line}
                  </View>
                ))}
              </View>
            </Tap>
          )
        })}
      </Section>
      {most > 1 && (
        <Stepper
          label={words.wants}
          value={wants}
          min={1}
          max={most}
          spoken={words.count}
          onChange={most => onPick({ chosen, wants: most })}
        />
      )}
      <Outcome of={{ ...filing, unsent: null }} />
      <Outcome of={{ ...withdrawing, unsent: null }} />
      {chosen.length > 0 && !mine && (
        <View className="booking-quiet">
          {words.publishes}
          {person?.grantId && words.tellsThem(person.name)}
        </View>
      )}
      {chosen.length > 0 && !isSame && (
        <View className="booking-asked__act">
          <Button kind="next" busy={filing.busy} onTap={file}>
            {mine ? words.change : words.file(dearest ?? '')}
          </Button>
        </View>
      )}
      {mine && (
        <>
          <View className="booking-quiet">
            {spokenList(mine.who && words.filedBy(mine.who), words.pseudonym(pseudonymOf(mine.wishId)))}
          </View>
          <Button kind="bare" busy={withdrawing.busy} onTap={withdraw}>
            {words.withdraw}
          </Button>
        </>
      )}
    </>
  )
}
