import { View } from '@tarojs/components'
import type { Season } from '@yike/shared/booking/schema/season'
import { open, openInstead } from '../../platform/route'
import { now, spokenList } from '../../platform/spoken'
import { Answer, Outcome, Question } from '../../ui'
import { useFileWish, useWithdrawWish } from '../use-season'
import { namesOf, nextLine, slotName, spanOf, standing } from '../view/season'
import { seasonElder as elderWords, seasonWords as words } from '../words/season'

const SEASON = '/booking/pages/season'
const DONE = '-'

interface AskSeasonProps {
  season: Season
  /** What was answered on the pages before: slots, and that no more is wanted. */
  chosen: string | undefined
  /** A request that is there is to be changed. */
  again: boolean
  onChanged: () => Promise<void>
}

/** 长辈版 asks what is wanted most, then what else, then whether that is right: a page for each. */
export function AskSeason({ season, chosen, again, onChanged }: AskSeasonProps) {
  const { seasonId, slots } = season
  const asked = chosen?.split(',') ?? []
  const choices = asked.filter(one => one !== DONE)
  const mine = standing(season)
  const what = <View className="booking-asked">{spokenList(season.offeringName, spanOf(season, now()))}</View>
  if (mine && !again && choices.length === 0) return <Filed season={season} onChanged={onChanged} />
  const left = slots.filter(({ slotId }) => !choices.includes(slotId))
  const isAsked = choices.length >= 2 || asked.includes(DONE) || (choices.length > 0 && left.length === 0)
  if (isAsked) return <Sure season={season} choices={choices} />
  const answer = (slotId: string) =>
    open(SEASON, { seasonId, chosen: [...choices, slotId].join(), again: again ? '1' : '' })
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

function Sure({ season, choices }: { season: Season; choices: string[] }) {
  const { seasonId, slots } = season
  const filing = useFileWish()
  const file = async () => {
    if (await filing.send({ seasonId, choices, wants: 1 })) openInstead(SEASON, { seasonId })
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
