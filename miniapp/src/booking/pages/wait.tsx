import { View } from '@tarojs/components'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import { localDate } from '@yike/shared/kernel/time'
import { useState } from 'react'
import { useComfort } from '../../platform/comfort'
import { openInstead, useParams } from '../../platform/route'
import { now, spokenDay, spokenHours, spokenMoment } from '../../platform/spoken'
import { Button, Loaded, Outcome, Screen, Section } from '../../ui'
import { needing } from '../../ui/needing'
import { whyNot } from '../view/not-for'
import '../booking.css'
import { AskWait } from '../elder/ask-wait'
import { Wanted } from '../equipment'
import { Faces } from '../faces'
import { isFree, SeatLeft } from '../full'
import { NotFor } from '../not-for'
import { type Wanted as Slot, useJoin, useSlotDay, useWish } from '../use-booking'
import { calledOf, slipOf, usePeople, whomOf } from '../use-people'
import { likelyPerson } from '../view'
import { thingsOf } from '../view/details'
import { words } from '../words'
import { bookWords } from '../words/book'

/** Waiting for a full slot; 长辈版 asks one question a page. */
function WaitPage() {
  const { placeId = '', offeringId = '', startAt = '', endAt = '', step, ...whom } = useParams()
  const { teamId, personId = teamId } = whom
  const { elder } = useComfort()
  const what = { placeId, offeringId, startAt, endAt }
  return elder ? <AskWait {...what} asked={step === 'who'} /> : <Wait {...what} personId={personId} />
}

interface WaitProps extends Slot {
  personId: string | undefined
}

/** For whom, what will happen, one button. */
function Wait({ placeId, offeringId, startAt, endAt, personId }: WaitProps) {
  const day = useSlotDay({ placeId, offeringId }, startAt)
  const offering = 'value' in day ? day.value?.offering : undefined
  const people = usePeople(offering?.kind)
  const [chosen, setChosen] = useState(personId)
  const joining = useJoin()
  const wish = useWish(offeringId)
  const person =
    people.find(one => one.personId === chosen) ?? (offering && likelyPerson(offering, people, { startAt }))
  const ineligible = offering && person && whyNot(offering, person, { startAt }, now())
  const who = calledOf(person)

  const join = async () => {
    const joined = await joining.send({
      placeId,
      offeringId,
      startAt,
      endAt,
      ...whomOf(person),
      ...thingsOf(offering, wish),
    })
    if (!joined) return
    wish.forget()
    openInstead('/booking/pages/ticket', { ...slipOf(joined.bookingId, person?.grantId), placed: '1' })
  }

  return (
    <Screen
      title={words.wait}
      foot={
        offering &&
        (ineligible && person ? (
          <NotFor offering={offering} person={person} ineligible={ineligible} />
        ) : (
          <>
            <Outcome of={{ ...joining, unsent: null }} />
            <Button kind={joining.problem?.status === 409 ? 'calm' : 'next'} busy={joining.busy} onTap={join}>
              {bookWords.waitFor(spokenMoment(startAt, now()), who)}
            </Button>
          </>
        ))
      }
    >
      <Loaded query={day}>
        {found =>
          isFree(found, startAt, endAt) && !thingsOf(offering, wish).equipment ? (
            <SeatLeft placeId={placeId} offeringId={offeringId} startAt={startAt} />
          ) : (
            <>
              <View className="booking-when">
                <View className="booking-when__day">{spokenDay(localDate(startAt), now())}</View>
                <View className="booking-when__hours">{spokenHours(startAt, endAt)}</View>
                <View>
                  {spokenOffering({ placeName: found.offering.placeName, offeringName: found.offering.name })}
                </View>
              </View>
              <Section title={words.forWhom}>
                <Faces
                  people={people}
                  value={person?.personId}
                  onChange={one => {
                    setChosen(one)
                    joining.clear()
                  }}
                />
              </Section>
              {found.offering.equipment && (
                <Wanted
                  waits
                  offering={found.offering}
                  slot={{ startAt, endAt }}
                  wish={wish}
                  onChange={wish.change}
                />
              )}
              <Section title={words.wait}>
                <View className="booking-quiet">{bookWords.howWaiting}</View>
                {found.offering.priority && (
                  <View className="booking-quiet">
                    {bookWords.firstOnes(found.offering.priority.groups.join(' '))}
                  </View>
                )}
              </Section>
            </>
          )
        }
      </Loaded>
    </Screen>
  )
}

export default needing(['placeId', 'offeringId', 'startAt', 'endAt'], WaitPage)
