import { View } from '@tarojs/components'
import type { Season } from '@yike/shared/booking/schema/season'
import { open, openInstead } from '../../platform/route'
import { useMe } from '../../platform/session'
import { now, spokenList } from '../../platform/spoken'
import { Answer, Outcome, Question } from '../../ui'
import { useFileWish, useWithdrawWish } from '../use-season'
import { namesOf, nextLine, slotName, spanOf, standing } from '../view/season'
import { words as bookingWords } from '../words'
import { seasonElder as elderWords, seasonWords as words } from '../words/season'

const SEASON = '/booking/pages/season'
const DONE = '-'

interface AskSeasonProps {
  season: Season
  /** What was answered on the pages before: slots, and that no more is wanted; how many of them; for whom. */
  chosen: string | undefined
  wants: string | undefined
  who: string | undefined
  /** A request that is there is to be changed. */
  again: boolean
  onChanged: () => Promise<void>
}

/**
 * 长辈版 asks what is wanted most, then what else, where it may matter how many of them and for whom, and then whether that
 * is right: a page for each.
 */
export function AskSeason({ season, chosen, wants, who, again, onChanged }: AskSeasonProps) {
  const people = useMe()?.people ?? []
  const { seasonId, slots, most } = season
  const asked = chosen?.split(',') ?? []
  const choices = asked.filter(one => one !== DONE)
  const mine = standing(season)
  const what = <View className="booking-asked">{spokenList(season.offeringName, spanOf(season, now()))}</View>
  if (mine && !again && choices.length === 0) return <Filed season={season} onChanged={onChanged} />
  const left = slots.filter(({ slotId }) => !choices.includes(slotId))
  const isAsked = choices.length >= 2 || asked.includes(DONE) || (choices.length > 0 && left.length === 0)
  const next = (answered: Record<string, string>) =>
    open(SEASON, { seasonId, chosen: asked.join(), again: again ? '1' : '', ...answered })
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
  if (isAsked && people.length > 1 && !who)
    return (
      <>
        <Question>{elderWords.who}</Question>
        {people.map(({ personId, name, relation }) => (
          <Answer
            key={personId}
            icon="person"
            title={relation === 'self' ? elderWords.self : name}
            onTap={() => next({ wants: wants ?? '', who: personId })}
          />
        ))}
      </>
    )
  if (isAsked) return <Sure season={season} choices={choices} wants={Number(wants) || 1} who={who} />
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

interface SureProps {
  season: Season
  choices: string[]
  wants: number
  who: string | undefined
}

function Sure({ season, choices, wants, who }: SureProps) {
  const { seasonId, slots } = season
  const whom = useMe()?.people.find(({ personId }) => personId === who)
  const filing = useFileWish()
  const file = async () => {
    if (await filing.send({ seasonId, choices, wants, ...(who && { personId: who }) }))
      openInstead(SEASON, { seasonId })
  }
  return (
    <>
      <Question>{elderWords.sure}</Question>
      {namesOf(slots, choices).map((name, i) => (
        <View key={name} className="booking-thing">
          <View className="booking-thing__when">{name}</View>
          <View>{words.nth(i + 1)}</View>
        </View>
      ))}
      {whom && whom.relation !== 'self' && <View>{bookingWords.forName(whom.name)}</View>}
      {wants > 1 && <View>{elderWords.atMost(words.count(wants))}</View>}
      <Outcome of={{ ...filing, unsent: null }} />
      <Answer kind="next" icon="check" title={elderWords.yes} busy={filing.busy} onTap={file} />
    </>
  )
}

function Filed({ season, onChanged }: { season: Season; onChanged: () => Promise<void> }) {
  const { seasonId, slots } = season
  const withdrawing = useWithdrawWish()
  const withdraw = async () => {
    if (await withdrawing.send({ seasonId })) await onChanged()
  }
  return (
    <>
      <Question>{elderWords.filed}</Question>
      <View className="booking-asked">{nextLine(season, now())}</View>
      {namesOf(slots, standing(season)?.choices ?? []).map((name, i) => (
        <View key={name} className="booking-thing">
          <View className="booking-thing__when">{name}</View>
          <View>{words.nth(i + 1)}</View>
        </View>
      ))}
      <Outcome of={{ ...withdrawing, unsent: null }} />
      <Answer
        icon="calendar"
        title={elderWords.change}
        onTap={() => open(SEASON, { seasonId, again: '1' })}
      />
      <Answer icon="cross" title={words.withdraw} busy={withdrawing.busy} onTap={withdraw} />
    </>
  )
}
