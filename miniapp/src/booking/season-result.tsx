import { View } from '@tarojs/components'
import type { Season, SeasonSlot } from '@yike/shared/booking/schema/season'
import { open } from '../platform/route'
import { now, spokenList } from '../platform/spoken'
import { Button, Cell, Notice, Section } from '../ui'
import './season.css'
import { seriesOf } from './use-people'
import { missingLines, namesOf, pseudonymOf, slotName, standing } from './view/season'
import { seasonWords as words } from './words/season'

/** What became of my request, and what nobody got. */
export function SeasonResult({ season, grantId }: { season: Season; grantId: string | undefined }) {
  const { state, slots, asked, reason } = season
  const mine = standing(season)
  if (state === 'calledOff') return <Notice tone="quiet">{words.calledOff(reason ?? '')}</Notice>
  if (state === 'open' || state === 'closed')
    return (
      <>
        <Notice tone="waiting">{words.closed}</Notice>
        <Mine season={season} />
      </>
    )
  const left = slots.filter(slot => (slot.left ?? 0) > 0)
  return (
    <>
      {!mine && <Notice tone="quiet">{words.notIn}</Notice>}
      {mine?.got?.map(({ slotId, seriesId, booked, missing }) => {
        const slot = slots.find(one => one.slotId === slotId)
        return (
          slot && (
            <Section key={slotId} title={words.won(slotName(slot))}>
              <Notice tone="green">{bookedLine(slot, booked, missing.length)}</Notice>
              {missingLines({ missing }, now()).map(line => (
                <View key={line} className="season-slot__note">
                  {line}
                </View>
              ))}
              {seriesId && (
                <View className="booking-asked__act">
                  <Button
                    kind="next"
                    onTap={() => open('/booking/pages/series', seriesOf(seriesId, grantId))}
                  >
                    {words.see}
                  </Button>
                </View>
              )}
            </Section>
          )
        )
      })}
      {mine?.got?.length === 0 && (
        <Section title={words.lost}>
          <View>{words.lostText}</View>
        </Section>
      )}
      {mine?.rank && (
        <View className="booking-quiet booking-note">
          {spokenList(words.rank(mine.rank, asked), words.pseudonym(pseudonymOf(mine.wishId)))}
        </View>
      )}
      {state === 'settled' && left.length > 0 && (
        <Section title={words.left}>
          {left.map(slot => (
            <Cell
              key={slot.slotId}
              title={slotName(slot)}
              note={words.leftSeats(slot.left ?? 0)}
              onTap={() =>
                open('/booking/pages/choose', { placeId: season.placeId, offeringId: season.offeringId })
              }
            />
          ))}
        </Section>
      )}
    </>
  )
}

export const bookedLine = (slot: SeasonSlot, booked: number | undefined, missing: number): string => {
  if (booked === undefined) return words.booking
  return missing === 0 ? words.booked(booked) : words.bookedSome(booked, slot.weeks)
}

function Mine({ season }: { season: Season }) {
  const mine = standing(season)
  if (!mine) return <View className="booking-quiet">{words.notIn}</View>
  return (
    <Section title={words.mine}>
      {namesOf(season.slots, mine.choices).map((name, i) => (
        <Cell key={name} title={name} note={words.nth(i + 1)} />
      ))}
      <View className="booking-quiet">
        {spokenList(mine.who && words.filedBy(mine.who), words.pseudonym(pseudonymOf(mine.wishId)))}
      </View>
    </Section>
  )
}
