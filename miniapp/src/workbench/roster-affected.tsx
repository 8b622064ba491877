import { View } from '@tarojs/components'
import type { Roster } from '@yike/shared/booking/schema/roster'
import { useState } from 'react'
import { open } from '../platform/route'
import { now, spokenHours, spokenList, spokenMoment } from '../platform/spoken'
import { useStale } from '../platform/use-stale'
import { Button, Confirm, Loaded, Notice, Refusal, Section, Stale } from '../ui'
import { TheirNumber } from './number'
import './roster.css'
import { useDisplace, useRoster } from './use-roster'
import { callWords, rosterWords as words } from './words'

interface AffectedProps {
  placeId: string
  offeringId: string
  on: string
  /** How many the week knows of. */
  count: number
  onChanged: () => Promise<void>
}

/** Bookings for which there are too few carers, the last booked first, and what to do about each. */
export function RosterAffected({ placeId, offeringId, on, count, onChanged }: AffectedProps) {
  const [said, setSaid] = useState('')
  if (count === 0)
    return (
      <Section title={words.affected}>
        {said && <Notice tone="green">{said}</Notice>}
        <View className="workbench-sheet__note">{words.seated}</View>
      </Section>
    )
  return (
    <Section title={words.affected}>
      {said && <Notice tone="green">{said}</Notice>}
      <View className="workbench-sheet__note">{words.affectedHow}</View>
      <Lines placeId={placeId} offeringId={offeringId} on={on} onSaid={setSaid} onChanged={onChanged} />
    </Section>
  )
}

type LinesProps = Omit<AffectedProps, 'count'> & { onSaid: (sentence: string) => void }

function Lines({ onSaid, onChanged, ...of }: LinesProps) {
  const query = useRoster(of)
  const refresh = async () => {
    await Promise.all([query.refresh(), onChanged()])
  }
  return (
    <Loaded query={query}>
      {({ affected }) => (
        <View>
          {affected.map(one => (
            <Line key={one.bookingId} one={one} onSaid={onSaid} onChanged={refresh} />
          ))}
        </View>
      )}
    </Loaded>
  )
}

interface LineProps {
  one: Roster['affected'][number]
  onSaid: (sentence: string) => void
  onChanged: () => Promise<void>
}

function Line({ one, onSaid, onChanged }: LineProps) {
  const { bookingId, number, offeringName, startAt, endAt, forName, placedAt, hasPhone, movable } = one
  const [asking, setAsking] = useState(false)
  const stale = useStale(onChanged)
  const displacing = useDisplace(stale)
  const displace = async () => {
    const done = await displacing.send({ bookingId })
    setAsking(false)
    if (!done) return
    onSaid(words.displaced(forName))
    await onChanged()
  }
  return (
    <View className="workbench-roster__one">
      <View className="workbench-roster__who">{forName}</View>
      <View>{words.line(spokenHours(startAt, endAt), offeringName)}</View>
      <View className="workbench-sheet__note">
        {words.line(number, words.placed(spokenMoment(placedAt, now())))}
      </View>
      {!movable && <View className="workbench-roster__short">{words.there}</View>}
      <Stale stale={stale} />
      {displacing.problem && <Refusal problem={displacing.problem} />}
      {!asking && (
        <View className="workbench-roster__acts">
          {hasPhone ? (
            <TheirNumber bookingId={bookingId} of={forName} words={callWords} next />
          ) : (
            <View className="workbench-sheet__note">{callWords.noPhone}</View>
          )}
          {movable && (
            <Button compact kind="calm" label={words.displaceOf(forName)} onTap={() => setAsking(true)}>
              {words.displace}
            </Button>
          )}
          <Button
            compact
            kind="bare"
            label={spokenList(words.case, forName)}
            onTap={() => open('/workbench/pages/case', { kind: 'booking', caseId: bookingId })}
          >
            {words.case}
          </Button>
        </View>
      )}
      <Confirm
        open={asking}
        question={words.displaceAsk(forName)}
        yes={words.displaceYes}
        no={words.displaceNo}
        busy={displacing.busy}
        onYes={displace}
        onNo={() => setAsking(false)}
      >
        <View className="workbench-sheet__note">{words.displaceText}</View>
      </Confirm>
    </View>
  )
}
