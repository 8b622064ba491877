import { View } from '@tarojs/components'
import { MOST_FETCHERS, type Relation, relations } from '@yike/shared/booking/rules/pickup'
import type { Fetcher, Pickup } from '@yike/shared/booking/schema/pickup'
import { addMinutes, localDate } from '@yike/shared/kernel/time'
import { useState } from 'react'
import { now, spokenDay, spokenList } from '../platform/spoken'
import { useChecked } from '../platform/use-checked'
import { Button, Cell, Choices, Confirm, Field, Refusal, Section, Segments } from '../ui'
import { CorrectName } from './pickup-correct'
import { Tick } from './tick'
import { useEndFetcher, useNameFetcher } from './use-pickup'
import { pickupWords as words } from './words/pickup'

interface PickupNamesProps {
  pickup: Pickup
  onChanged: () => Promise<void>
}

/** Who may fetch: taken off at once, written down with what they know of it. */
export function PickupNames({ pickup: { bookingId, fetchers }, onChanged }: PickupNamesProps) {
  const [adding, setAdding] = useState(false)
  return (
    <Section title={words.who}>
      <View className="booking-quiet">{words.whoText}</View>
      <Cell title={words.me} note={words.parties.guardian} />
      {fetchers.map(one => (
        <One key={one.fetcherId} bookingId={bookingId} fetcher={one} onChanged={onChanged} />
      ))}
      {adding ? (
        <NewName
          bookingId={bookingId}
          onDone={async () => {
            setAdding(false)
            await onChanged()
          }}
        />
      ) : (
        fetchers.length < MOST_FETCHERS && (
          <View className="ticket-again">
            <Button kind="calm" onTap={() => setAdding(true)}>
              {words.add}
            </Button>
          </View>
        )
      )}
    </Section>
  )
}

interface OneProps {
  bookingId: string
  fetcher: Fetcher
  onChanged: () => Promise<void>
}

function One({ bookingId, fetcher, onChanged }: OneProps) {
  const { fetcherId, name, relation, onlyThis, untilAt, staffNumber, was } = fetcher
  const [asking, setAsking] = useState(false)
  const [isCorrecting, setIsCorrecting] = useState(false)
  const ending = useEndFetcher()
  const end = async () => {
    const done = await ending.send({ bookingId, fetcherId })
    setAsking(false)
    if (done) await onChanged()
  }
  return (
    <>
      <Cell
        title={name}
        note={spokenList(
          words.relations[relation],
          onlyThis ? words.onlyThis : words.until(spokenDay(localDate(addMinutes(untilAt, -1)), now())),
          was && words.was(was),
          staffNumber && words.byStaff(staffNumber),
        )}
        aside={
          <>
            <Button
              compact
              kind="bare"
              label={`${words.correct} ${name}`}
              onTap={() => setIsCorrecting(!isCorrecting)}
            >
              {words.correct}
            </Button>
            <Button compact kind="bare" label={`${words.end} ${name}`} onTap={() => setAsking(true)}>
              {words.end}
            </Button>
          </>
        }
      />
      {isCorrecting && (
        <CorrectName
          bookingId={bookingId}
          fetcher={fetcher}
          onDone={async () => {
            setIsCorrecting(false)
            await onChanged()
          }}
        />
      )}
      {ending.problem && <Refusal problem={ending.problem} />}
      <Confirm
        open={asking}
        question={words.endAsk(name)}
        yes={words.endYes}
        no={words.keep}
        busy={ending.busy}
        onYes={end}
        onNo={() => setAsking(false)}
      >
        <View className="booking-quiet">{words.endText}</View>
      </Confirm>
    </>
  )
}

const lengths = [0, 30, 180] as const

function NewName({ bookingId, onDone }: { bookingId: string; onDone: () => Promise<void> }) {
  const [name, setName] = useState('')
  const [relation, setRelation] = useState<Relation>('grandparent')
  const [days, setDays] = useState<(typeof lengths)[number]>(0)
  const [agreed, setAgreed] = useState(false)
  const naming = useNameFetcher()
  const missing = {
    ...(name.trim() === '' && { name: words.mustName }),
    ...(!agreed && { agreed: words.mustAgree }),
  }
  const isRight = Object.keys(missing).length === 0
  const { wrong, tried } = useChecked<'name' | 'agreed', object>(isRight ? {} : { wrong: missing })
  const save = async () => {
    tried()
    if (isRight && (await naming.send({ bookingId, name, relation, days, agreed: true }))) await onDone()
  }
  return (
    <View className="booking-note">
      <Field
        label={words.name}
        placeholder={words.nameExample}
        maxLength={20}
        value={name}
        error={wrong.name ?? ''}
        required
        onChange={setName}
      />
      <Choices
        named
        label={words.relation}
        options={relations.map(value => ({ value, label: words.relations[value] }))}
        value={relation}
        onChange={value => setRelation(value as Relation)}
      />
      <Section title={words.long}>
        <Segments
          label={words.long}
          options={lengths.map(value => ({ value: String(value), label: words.days[value] }))}
          value={String(days)}
          onChange={value => setDays(Number(value) as (typeof lengths)[number])}
        />
      </Section>
      <Tick
        label={words.agreed}
        hint={words.agreedText}
        error={wrong.agreed}
        on={agreed}
        onChange={setAgreed}
      />
      {naming.problem && <Refusal problem={naming.problem} />}
      <View className="ticket-again">
        <Button kind="next" busy={naming.busy} onTap={save}>
          {words.save}
        </Button>
      </View>
    </View>
  )
}
