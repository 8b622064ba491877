import { View } from '@tarojs/components'
import { isPickupDay, MOST_FETCHERS, type Relation, relations } from '@yike/shared/booking/rules/pickup'
import type { Fetcher, Pickup } from '@yike/shared/booking/schema/pickup'
import { addMinutes, clockOf, localDate } from '@yike/shared/kernel/time'
import { useState } from 'react'
import { goBack, open } from '../../platform/route'
import { now, spokenDay, spokenHours, spokenList } from '../../platform/spoken'
import { Answer, Facts, Field, Question, Refusal } from '../../ui'
import { Sure } from '../../ui/sure'
import { Timeline } from '../../ui/timeline'
import { PickupCode } from '../pickup-code'
import { PickupContact, PickupMedicine } from '../pickup-forms'
import { useEndFetcher, useNameFetcher } from '../use-pickup'
import { dayStory } from '../view/pickup'
import { pickupElder as elderWords, pickupWords as words } from '../words/pickup'

const PICKUP = '/booking/pages/pickup'

interface ElderPickupProps {
  pickup: Pickup
  /** Which of its pages; absent: the first. */
  part: string | undefined
  /** Of somebody who may fetch. */
  fetcherId: string | undefined
  onChanged: () => Promise<void>
}

/** 长辈版: where the child is, said in a sentence, and a page for each thing that one can do about it. */
export function ElderPickup({ part, fetcherId, ...props }: ElderPickupProps) {
  const { bookingId, fetchers, events } = props.pickup
  const fetcher = fetchers.find(one => one.fetcherId === fetcherId)
  if (part === 'code')
    return (
      <>
        <Question>{elderWords.fetchToday(props.pickup.forName)}</Question>
        <PickupCode {...props} />
      </>
    )
  if (part === 'names' && fetcher)
    return <One bookingId={bookingId} fetcher={fetcher} onChanged={props.onChanged} />
  if (part === 'names') return <Names pickup={props.pickup} />
  if (part === 'new') return <NewName bookingId={bookingId} onChanged={props.onChanged} />
  if (part === 'phone')
    return (
      <>
        <Question>{elderWords.whichPhone}</Question>
        <PickupContact {...props} />
      </>
    )
  if (part === 'medicine')
    return (
      <>
        <Question>{elderWords.whatMedicine}</Question>
        <PickupMedicine {...props} />
      </>
    )
  if (part === 'day')
    return (
      <>
        <Question>{words.day}</Question>
        {events.length === 0 ? <Facts>{[words.noDay]}</Facts> : <Timeline steps={dayStory(events, now())} />}
      </>
    )
  return <Now pickup={props.pickup} />
}

/** Where the child is now. */
function Now({ pickup }: { pickup: Pickup }) {
  const { bookingId, forName, offeringName, startAt, endAt, arrivedAt, leftAt, fetchers, code, phone } =
    pickup
  const to = (part: string) => () => open(PICKUP, { bookingId, part })
  const state = leftAt
    ? words.leftAt(clockOf(leftAt))
    : arrivedAt
      ? words.arrivedAt(clockOf(arrivedAt))
      : words.notYet
  const isToday = isPickupDay({ startAt }, now())
  return (
    <>
      <Question>{spokenList(forName, state)}</Question>
      <Facts>
        {[
          spokenList(offeringName, `${spokenDay(localDate(startAt), now())} ${spokenHours(startAt, endAt)}`),
          !leftAt && !isToday && words.notToday,
        ]}
      </Facts>
      {!leftAt && isToday && (
        <Answer
          kind="next"
          icon="check"
          title={code?.digits ? words.code : words.askWho}
          note={code?.digits ? words.digits(code.digits) : elderWords.codeNote}
          onTap={to('code')}
        />
      )}
      <Answer
        icon="people"
        title={words.who}
        note={spokenList(words.me, ...fetchers.map(({ name }) => name))}
        onTap={to('names')}
      />
      {!leftAt && <Answer icon="medical" title={words.medicine} onTap={to('medicine')} />}
      <Answer icon="call" title={words.phone} note={phone} onTap={to('phone')} />
      <Answer icon="clock" title={words.day} onTap={to('day')} />
    </>
  )
}

/** Who may fetch: each is an answer that leads to taking them off. */
function Names({ pickup: { bookingId, fetchers } }: { pickup: Pickup }) {
  return (
    <>
      <Question>{words.who}</Question>
      <Facts>{[words.whoText]}</Facts>
      {fetchers.map(fetcher => (
        <Answer
          key={fetcher.fetcherId}
          icon="person"
          title={fetcher.name}
          note={saidOf(fetcher)}
          onTap={() => open(PICKUP, { bookingId, part: 'names', fetcherId: fetcher.fetcherId })}
        />
      ))}
      {fetchers.length < MOST_FETCHERS && (
        <Answer
          kind="next"
          icon="plus"
          title={words.add}
          onTap={() => open(PICKUP, { bookingId, part: 'new' })}
        />
      )}
    </>
  )
}

const saidOf = ({ relation, onlyThis, untilAt, staffNumber }: Fetcher): string =>
  spokenList(
    words.relations[relation],
    onlyThis ? words.onlyThis : words.until(spokenDay(localDate(addMinutes(untilAt, -1)), now())),
    staffNumber && words.byStaff(staffNumber),
  )

interface OneProps {
  bookingId: string
  fetcher: Fetcher
  onChanged: () => Promise<void>
}

function One({ bookingId, fetcher, onChanged }: OneProps) {
  const { fetcherId, name } = fetcher
  const [isEnding, setIsEnding] = useState(false)
  const ending = useEndFetcher()
  const end = async () => {
    if (!(await ending.send({ bookingId, fetcherId }))) return
    await onChanged()
    goBack()
  }
  if (isEnding)
    return (
      <Sure
        question={words.endAsk(name)}
        text={words.endText}
        yes={words.endYes}
        no={words.keep}
        busy={ending.busy}
        problem={ending.problem}
        onYes={end}
        onNo={() => setIsEnding(false)}
      />
    )
  return (
    <>
      <Question>{name}</Question>
      <Facts>{[saidOf(fetcher)]}</Facts>
      <Answer icon="cross" title={elderWords.endOf(name)} onTap={() => setIsEnding(true)} />
    </>
  )
}

const lengths = [0, 30, 180] as const
type Step = 'name' | 'relation' | 'long' | 'agree'

/** One question after the other: the name, what they are to the child, for how long, and whether they know. */
function NewName({ bookingId, onChanged }: Omit<OneProps, 'fetcher'>) {
  const [step, setStep] = useState<Step>('name')
  const [name, setName] = useState('')
  const [relation, setRelation] = useState<Relation>('grandparent')
  const [days, setDays] = useState<(typeof lengths)[number]>(0)
  const [missing, setMissing] = useState('')
  const naming = useNameFetcher()
  const save = async () => {
    if (!(await naming.send({ bookingId, name, relation, days, agreed: true }))) return
    await onChanged()
    goBack()
  }
  if (step === 'name')
    return (
      <>
        <Question>{elderWords.whatName}</Question>
        <Field
          label={words.name}
          placeholder={words.nameExample}
          maxLength={20}
          value={name}
          error={missing}
          required
          first
          onChange={written => {
            setName(written)
            setMissing('')
          }}
        />
        <Answer
          kind="next"
          icon="check"
          title={elderWords.written}
          onTap={() => (name.trim() === '' ? setMissing(words.mustName) : setStep('relation'))}
        />
      </>
    )
  if (step === 'relation')
    return (
      <>
        <Question>{elderWords.whatRelation(name)}</Question>
        {relations.map(one => (
          <Answer
            key={one}
            icon="person"
            title={words.relations[one]}
            onTap={() => {
              setRelation(one)
              setStep('long')
            }}
          />
        ))}
      </>
    )
  if (step === 'long')
    return (
      <>
        <Question>{elderWords.howLong(name)}</Question>
        {lengths.map(one => (
          <Answer
            key={one}
            icon="calendar"
            title={words.days[one]}
            onTap={() => {
              setDays(one)
              setStep('agree')
            }}
          />
        ))}
      </>
    )
  return (
    <>
      <Question>{elderWords.knows(name)}</Question>
      <Facts>{[spokenList(name, words.relations[relation], words.days[days]), words.agreedText]}</Facts>
      {naming.problem && <Refusal problem={naming.problem} />}
      <View className="booking-asked__act">
        <Answer kind="next" icon="check" title={elderWords.yesKnows} busy={naming.busy} onTap={save} />
        <Answer icon="back" title={elderWords.again} onTap={() => setStep('name')} />
      </View>
    </>
  )
}
