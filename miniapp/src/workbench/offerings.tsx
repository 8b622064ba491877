import { View } from '@tarojs/components'
import type { Affected } from '@yike/shared/booking/schema/affected'
import type { OfferingEntries, OfferingEntry } from '@yike/shared/booking/schema/upkeep'
import { useState } from 'react'
import { bringIntoSight } from '../platform/focus'
import { open } from '../platform/route'
import { useStale } from '../platform/use-stale'
import { Button, Cell, Empty, Loaded, Notice, Stack, Stale, Tag } from '../ui'
import { NewOffering, OfferingSheet } from './offering-sheet'
import { Outcome } from './outcome'
import { useEntry } from './use-places'
import { offeringWords as words } from './words'

/** In an address a part of the page: it is the id of nothing. */
export const NEW = 'new'

/** What was done, and what became of people: it stands above what they were asked below. */
const SAID = 'workbench-offering-said'

interface OfferingsProps extends OfferingEntries {
  placeId: string
  /** The one that is asked for by the address. */
  offeringId: string
  wide: boolean
  onChanged: () => Promise<void>
}

/** What can be booked at a place: a list, and at a desk the one that is being written beside it. */
export function Offerings({ placeId, offeringId, placeName, offerings, wide, onChanged }: OfferingsProps) {
  const place = useEntry(placeId)
  const stale = useStale(onChanged)
  const [picked, setPicked] = useState(offeringId)
  const [said, setSaid] = useState('')
  // The sheet is made anew with what was saved: what became of people is not its own.
  const [closed, setClosed] = useState<Affected>()
  // On a phone the way back leads to the list.
  const pick = (which: string) => {
    if (!wide)
      return open('/workbench/pages/offerings', { placeId, [which === NEW ? 'part' : 'offeringId']: which })
    setPicked(which)
    setSaid('')
    setClosed(undefined)
  }
  const done = async (sentence: string, entry: OfferingEntry, hit?: Affected) => {
    await onChanged()
    setSaid(sentence)
    setClosed(hit)
    setPicked(entry.offeringId)
    bringIntoSight(SAID)
  }
  const shown = offerings.find(one => one.offeringId === picked)
  const list = (
    <Stack>
      <View className="workbench-place__note">{words.of(placeName)}</View>
      {offerings.length === 0 && <Empty title={words.none} text={words.noneText} icon="calendar" />}
      <View>
        {offerings.map(({ offeringId: id, name, capacity, slotMinutes, paused }) => (
          <Cell
            key={id}
            title={name}
            note={paused ?? words.line(capacity, words.length(slotMinutes))}
            aside={paused ? <Tag tone="waiting">{words.paused}</Tag> : undefined}
            onTap={() => pick(id)}
          />
        ))}
      </View>
      <Button kind="calm" onTap={() => pick(NEW)}>
        {words.add}
      </Button>
    </Stack>
  )
  const sheet = (shown || picked === NEW) && (
    <Loaded query={place}>
      {({ placeId: at, community }) => (
        <>
          <View id={SAID}>
            {said && <Notice tone="green">{said}</Notice>}
            {closed && <Outcome placeId={at} community={community} shown={closed} />}
          </View>
          <Stale stale={stale} />
          {shown ? (
            <OfferingSheet
              key={`${shown.offeringId} ${shown.version}`}
              placeId={shown.placeId}
              community={community}
              entry={shown}
              stale={stale}
              onDone={done}
            />
          ) : (
            <NewOffering placeId={at} community={community} others={offerings} onDone={done} />
          )}
        </>
      )}
    </Loaded>
  )
  if (!wide) return sheet || list
  return (
    <View className="workbench-places-desk">
      {list}
      <View className="workbench-places-desk__sheet">
        {sheet || <Empty title={words.pickOne} text={words.pickOneText} icon="calendar" />}
      </View>
    </View>
  )
}
