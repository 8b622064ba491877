import { View } from '@tarojs/components'
import type { Days } from '@yike/shared/booking/schema'
import { open, openInstead } from '../../platform/route'
import { now } from '../../platform/spoken'
import { Answer, Loaded, Outcome, Question, Screen } from '../../ui'
import { whyNot } from '../view/not-for'
import '../booking.css'
import { Sorts } from '../equipment'
import { isFree, SeatLeft } from '../full'
import { NotFor } from '../not-for'
import { type Wanted as Slot, useJoin, useSlotDay, useWish } from '../use-booking'
import { type Bookable, slipOf, usePeople, whomOf } from '../use-people'
import { thingsOf } from '../view/details'
import { bookWords } from '../words/book'
import { elderWords } from '../words/elder'
import { Summary } from './summary'

interface AskWaitProps extends Slot {
  /** What is lent beside was asked on the page before. */
  asked: boolean
}

/** 长辈版 asks what is wanted beside, where something is lent, and then for whom. Whoever is named stands in the queue. */
export function AskWait({ asked, ...wanted }: AskWaitProps) {
  const { placeId, offeringId, startAt, endAt } = wanted
  const day = useSlotDay({ placeId, offeringId }, startAt)
  const wish = useWish(offeringId)
  return (
    <Screen>
      <Loaded query={day}>
        {found =>
          isFree(found, startAt, endAt) && !thingsOf(found.offering, wish).equipment ? (
            <SeatLeft placeId={placeId} offeringId={offeringId} startAt={startAt} />
          ) : found.offering.equipment && !asked ? (
            <>
              <Question>{elderWords.things}</Question>
              <Sorts waits offering={found.offering} slot={wanted} wish={wish} onChange={wish.change} />
              <View className="booking-asked__act">
                <Answer
                  kind="next"
                  icon="check"
                  title={elderWords.thatsAll}
                  onTap={() => open('/booking/pages/wait', { ...wanted, step: 'who' })}
                />
              </View>
            </>
          ) : (
            <>
              <Summary offering={found.offering} slot={{ startAt, endAt }} />
              <People wanted={wanted} offering={found.offering} />
            </>
          )
        }
      </Loaded>
    </Screen>
  )
}

function People({ wanted, offering }: { wanted: Slot; offering: Days['offering'] }) {
  const joining = useJoin()
  const wish = useWish(offering.offeringId)
  const judged = usePeople(offering.kind).map(person => ({
    person,
    ineligible: whyNot(offering, person, wanted, now()),
  }))
  const may = judged.filter(({ ineligible }) => !ineligible).map(({ person }) => person)
  const [first] = judged
  if (may.length === 0 && first?.ineligible)
    return <NotFor offering={offering} person={first.person} ineligible={first.ineligible} />
  const join = async (person: Bookable) => {
    const joined = await joining.send({ ...wanted, ...whomOf(person), ...thingsOf(offering, wish) })
    if (!joined) return
    wish.forget()
    openInstead('/booking/pages/ticket', { ...slipOf(joined.bookingId, person.grantId), placed: '1' })
  }
  return (
    <>
      <Question>{elderWords.waitWho}</Question>
      <Outcome of={{ ...joining, unsent: null }} />
      {may.map((person, at) => (
        <Answer
          key={person.personId}
          kind={at === 0 ? 'next' : 'plain'}
          icon="person"
          title={person.relation === 'self' ? elderWords.waitSelf : elderWords.waitOther(person.name)}
          disabled={joining.busy}
          onTap={() => join(person)}
        />
      ))}
      <View className="booking-quiet">{bookWords.howWaiting}</View>
      {offering.priority && (
        <View className="booking-quiet">{bookWords.firstOnes(offering.priority.groups.join(' '))}</View>
      )}
    </>
  )
}
