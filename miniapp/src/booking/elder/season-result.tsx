import type { Season } from '@yike/shared/booking/schema/season'
import { open } from '../../platform/route'
import { now, spokenList } from '../../platform/spoken'
import { Answer, Facts, Question, Skeleton } from '../../ui'
import { bookedLine } from '../season-result'
import { householdsOf, seriesOf, useAllPeople } from '../use-people'
import { missingLines, namesOf, nextLine, pseudonymOf, slotName, standing } from '../view/season'
import { words as bookingWords } from '../words'
import { seasonElder, seasonWords as words } from '../words/season'
import { AskWhose } from './ask-season'
import { Wished } from './wished'

interface ResultProps {
  season: Season
  grantId: string | undefined
}

/** 长辈版 of a draw that can no longer be joined: it asks whose request is meant where there may be several. */
export function ElderSeasonResult({ who, ...props }: ResultProps & { who: string | undefined }) {
  const { people, known } = useAllPeople()
  const { seasonId, offeringName, placeName } = props.season
  const families = householdsOf(people)
  if (who || props.grantId) return <Result {...props} />
  // Who comes late would change the question under a finger.
  if (!known) return <Skeleton />
  if (families.length < 2) return <Result {...props} />
  return (
    <AskWhose
      question={seasonElder.whose}
      what={<Facts>{[spokenList(offeringName, placeName)]}</Facts>}
      people={families}
      onWho={answered => open('/booking/pages/season', { seasonId, ...answered })}
    />
  )
}

/** What became of the request in a few sentences, and what one can do now. */
function Result({ season, grantId }: ResultProps) {
  const { seasonId, placeId, offeringId, state, slots, asked, reason, offeringName, placeName } = season
  const mine = standing(season)
  const what = spokenList(grantId && mine && bookingWords.forName(mine.forName), offeringName, placeName)
  const verify = (
    <Answer icon="search" title={words.fair} onTap={() => open('/booking/pages/draw', { seasonId })} />
  )
  const book = () => open('/booking/pages/choose', { placeId, offeringId })
  if (state === 'calledOff')
    return (
      <>
        <Question>{seasonElder.off}</Question>
        <Facts>{[what, words.calledOff(reason ?? '')]}</Facts>
        <Answer kind="next" icon="calendar" title={words.book} onTap={book} />
      </>
    )
  if (state === 'open' || state === 'closed')
    return (
      <>
        <Question>{seasonElder.closed}</Question>
        <Facts>{[what, nextLine(season, now()), mine === undefined && words.notIn]}</Facts>
        {mine && <Wished names={namesOf(slots, mine.choices)} />}
        {mine && (
          <Facts>{[mine.who && words.filedBy(mine.who), words.pseudonym(pseudonymOf(mine.wishId))]}</Facts>
        )}
        {verify}
      </>
    )
  const got = (mine?.got ?? []).flatMap(({ slotId, ...rest }) => {
    const slot = slots.find(one => one.slotId === slotId)
    return slot ? [{ slot, ...rest }] : []
  })
  const left = state === 'settled' ? slots.filter(slot => (slot.left ?? 0) > 0) : []
  const [won] = got
  const head = won ? seasonElder.won : mine?.got ? words.lost : seasonElder.open
  return (
    <>
      <Question>{head}</Question>
      <Facts>
        {[
          what,
          mine === undefined && words.notIn,
          mine?.got?.length === 0 && words.lostText,
          mine?.rank !== undefined && words.rank(mine.rank, asked),
        ]}
      </Facts>
      {got.map(({ slot, seriesId, booked, missing }) => (
        <Facts key={slot.slotId}>
          {[
            slotName(slot),
            bookedLine(slot, booked, missing.length),
            ...missingLines({ missing }, now()),
            !seriesId && words.booking,
          ]}
        </Facts>
      ))}
      {got.map(
        ({ slot, seriesId }) =>
          seriesId && (
            <Answer
              key={slot.slotId}
              kind="next"
              icon="ticket"
              title={words.see}
              note={slotName(slot)}
              onTap={() => open('/booking/pages/series', seriesOf(seriesId, grantId))}
            />
          ),
      )}
      {!won && left.length > 0 && <Facts>{[words.left]}</Facts>}
      {!won &&
        left.map(slot => (
          <Answer
            key={slot.slotId}
            icon="calendar"
            title={slotName(slot)}
            note={words.leftSeats(slot.left ?? 0)}
            onTap={book}
          />
        ))}
      {verify}
    </>
  )
}
