import { View } from '@tarojs/components'
import type { Season } from '@yike/shared/booking/schema/season'
import type { ReactNode } from 'react'
import { open, openInstead, type Params } from '../../platform/route'
import { now, spokenList } from '../../platform/spoken'
import { Answer, Facts, Outcome, Question, Skeleton } from '../../ui'
import { type Bookable, householdsOf, useAllPeople, whomOf } from '../use-people'
import { useFileWish, useWithdrawWish } from '../use-season'
import { namesOf, nextLine, slotName, spanOf, standing } from '../view/season'
import { words as bookingWords } from '../words'
import { seasonElder as elderWords, seasonWords as words } from '../words/season'
import { Wished } from './wished'

const SEASON = '/booking/pages/season'
const DONE = '-'

interface AskSeasonProps {
  season: Season
  /** What was answered on the pages before: slots, and that no more is wanted; how many of them; for whom. */
  chosen: string | undefined
  wants: string | undefined
  who: string | undefined
  /** By which grant, where it is for whoever gave it; the season is asked about by it. */
  grantId: string | undefined
  /** A request that is there is to be changed. */
  again: boolean
  onChanged: () => Promise<void>
}

/**
 * 长辈版 asks for whom where there is a choice, what is wanted most, then what else, where it may matter how many of them,
 * and then whether that is right: a page for each.
 */
export function AskSeason({ season, chosen, wants, who, grantId, again, onChanged }: AskSeasonProps) {
  const { people, known } = useAllPeople()
  const { seasonId, slots, most } = season
  const asked = chosen?.split(',') ?? []
  const choices = asked.filter(one => one !== DONE)
  const mine = standing(season)
  const what = <View className="booking-asked">{spokenList(season.offeringName, spanOf(season, now()))}</View>
  const next = (answered: Params) =>
    open(SEASON, {
      ...{ seasonId, chosen: asked.join() || undefined, wants, who, grantId },
      ...{ again: again ? '1' : undefined, ...answered },
    })
  // Who comes late would change the question under a finger.
  if (!known) return <Skeleton />
  const isFiled = mine && !again && choices.length === 0
  // Of a household one asks: whose request that is matters only where there are grants.
  const families = householdsOf(people)
  const whom = isFiled ? families : people
  if (!who && !grantId && whom.length > 1)
    return <AskWhose question={elderWords.who} what={what} people={whom} onWho={next} />
  if (isFiled) return <Filed season={season} grantId={grantId} onChanged={onChanged} />
  const left = slots.filter(({ slotId }) => !choices.includes(slotId))
  const isAsked = choices.length >= 2 || asked.includes(DONE) || (choices.length > 0 && left.length === 0)
  const mostOf = Math.min(most, choices.length)
  if (isAsked && mostOf > 1 && !wants)
    return (
      <>
        <Question>{elderWords.howMany}</Question>
        {Array.from({ length: mostOf }, (_, i) => String(i + 1)).map(count => (
          <Answer key={count} title={words.count(Number(count))} onTap={() => next({ wants: count })} />
        ))}
      </>
    )
  if (isAsked) {
    const person = people.find(one => (grantId ? one.grantId === grantId : one.personId === who))
    return <Sure season={season} choices={choices} wants={Number(wants) || 1} person={person} />
  }
  const answer = (slotId: string) => next({ chosen: [...choices, slotId].join() })
  return (
    <>
      <Question>{choices.length === 0 ? elderWords.first : elderWords.second}</Question>
      {what}
      {left.map(slot => (
        <Answer key={slot.slotId} icon="calendar" title={slotName(slot)} onTap={() => answer(slot.slotId)} />
      ))}
      {choices.length > 0 && <Answer icon="check" title={elderWords.only} onTap={() => answer(DONE)} />}
    </>
  )
}

interface WhoseProps {
  question: string
  what: ReactNode
  people: readonly Bookable[]
  onWho: (answered: Params) => void
}

/** Whose request it is, or will be. */
export const AskWhose = ({ question, what, people, onWho }: WhoseProps) => (
  <>
    <Question>{question}</Question>
    {what}
    {people.map(({ personId, grantId, relation, name }) => (
      <Answer
        key={personId}
        icon="person"
        title={relation === 'self' ? elderWords.self : name}
        onTap={() => onWho({ who: personId, grantId })}
      />
    ))}
  </>
)

interface SureProps {
  season: Season
  choices: string[]
  wants: number
  /** Absent: there is nobody else. */
  person: Bookable | undefined
}

function Sure({ season, choices, wants, person }: SureProps) {
  const { seasonId, slots } = season
  const filing = useFileWish()
  const file = async () => {
    if (await filing.send({ seasonId, choices, wants, ...whomOf(person) }))
      openInstead(SEASON, { seasonId, who: person?.personId, grantId: person?.grantId })
  }
  return (
    <>
      <Question>{elderWords.sure}</Question>
      <Wished names={namesOf(slots, choices)} />
      <Facts>
        {[
          person && person.relation !== 'self' && bookingWords.forName(person.name),
          wants > 1 && elderWords.atMost(words.count(wants)),
          !standing(season) && words.publishes,
          person?.grantId !== undefined && words.tellsThem(person.name),
        ]}
      </Facts>
      <Outcome of={{ ...filing, unsent: null }} />
      <Answer kind="next" icon="check" title={elderWords.yes} busy={filing.busy} onTap={file} />
    </>
  )
}

interface FiledProps {
  season: Season
  grantId: string | undefined
  onChanged: () => Promise<void>
}

function Filed({ season, grantId, onChanged }: FiledProps) {
  const { seasonId, slots } = season
  const mine = standing(season)
  const withdrawing = useWithdrawWish()
  const withdraw = async () => {
    if (await withdrawing.send({ seasonId, grantId })) await onChanged()
  }
  return (
    <>
      <Question>{elderWords.filed}</Question>
      <View className="booking-asked">{nextLine(season, now())}</View>
      {grantId && mine && <View>{bookingWords.forName(mine.forName)}</View>}
      {mine?.who && <View>{words.filedBy(mine.who)}</View>}
      <Wished names={namesOf(slots, mine?.choices ?? [])} />
      <Outcome of={{ ...withdrawing, unsent: null }} />
      <Answer
        icon="calendar"
        title={elderWords.change}
        onTap={() => open(SEASON, { seasonId, again: '1', grantId })}
      />
      <Answer icon="cross" title={words.withdraw} busy={withdrawing.busy} onTap={withdraw} />
    </>
  )
}
