import { isPickupDay } from '@yike/shared/booking/rules/pickup'
import type { Pickup } from '@yike/shared/booking/schema/pickup'
import { clockOf, localDate } from '@yike/shared/kernel/time'
import { open } from '../../platform/route'
import { now, spokenDay, spokenHours, spokenList } from '../../platform/spoken'
import { Answer, Facts, Question } from '../../ui'
import { Timeline } from '../../ui/timeline'
import { PickupCode } from '../pickup-code'
import { PickupContact, PickupMedicine } from '../pickup-forms'
import { PICKUP } from '../use-pickup'
import { dayStory } from '../view/pickup'
import { pickupElder as elderWords, pickupWords as words } from '../words/pickup'
import { Names, One } from './pickup/names'
import { NewName } from './pickup/new-name'

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
          icon="child"
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
