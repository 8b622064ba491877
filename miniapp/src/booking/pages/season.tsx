import { View } from '@tarojs/components'
import type { Season } from '@yike/shared/booking/schema/season'
import { useState } from 'react'
import { useComfort } from '../../platform/comfort'
import { open, useParams } from '../../platform/route'
import { now, spokenList } from '../../platform/spoken'
import { Button, Loaded, Screen, Section, Skeleton, Tag } from '../../ui'
import { needing } from '../../ui/needing'
import '../booking.css'
import { AskSeason } from '../elder/ask-season'
import { ElderSeasonResult } from '../elder/season-result'
import { Faces } from '../faces'
import { SeasonResult } from '../season-result'
import { type Picked, SeasonSlots } from '../season-slots'
import { type Bookable, householdsOf, useAllPeople } from '../use-people'
import { useSeason } from '../use-season'
import { nextLine, spanOf } from '../view/season'
import { words as bookingWords } from '../words'
import { seasonStates, seasonWords as words } from '../words/season'

const isOpen = ({ state, closesAt }: Season) => state === 'open' && now() < closesAt

/** A season: what is asked for while it is open, what became of it afterwards, and why one may believe it. */
function SeasonPage() {
  const { seasonId = '', grantId, ...answered } = useParams()
  const { elder } = useComfort()
  const season = useSeason(seasonId, elder ? grantId : undefined)
  return (
    <Screen title={elder ? undefined : words.title}>
      <Loaded query={season}>
        {found =>
          elder ? (
            <Elder season={found} answered={{ ...answered, grantId }} onChanged={season.refresh} />
          ) : (
            <Ordinary season={found} grantId={grantId} onChanged={season.refresh} />
          )
        }
      </Loaded>
    </Screen>
  )
}

interface OrdinaryProps {
  season: Season
  /** For whom the page was opened, if not for oneself. */
  grantId: string | undefined
  onChanged: () => Promise<void>
}

function Ordinary({ season, onChanged, ...opened }: OrdinaryProps) {
  const { seasonId, state } = season
  const at = now()
  const { word, tone } = seasonStates[state]
  const { people, known } = useAllPeople()
  const may = isOpen(season) ? people : householdsOf(people)
  const [chosen, setChosen] = useState<string>()
  /** By whose request it is: one looks at another face, and comes back to what one had picked. */
  const [picks, setPicks] = useState<Readonly<Record<string, Picked>>>({})
  const person =
    may.find(({ personId }) => personId === chosen) ??
    may.find(({ grantId }) => grantId && grantId === opened.grantId) ??
    may.find(({ personId }) => personId === season.mine?.personId) ??
    may[0]
  const theirs = useSeason(person?.grantId ? seasonId : null, person?.grantId)
  const whose = person?.grantId ?? ''
  const request = {
    person,
    picked: picks[whose],
    onPick: (picked: Picked) => setPicks(before => ({ ...before, [whose]: picked })),
  }
  const changed = async () => {
    await Promise.all([onChanged(), person?.grantId && theirs.refresh()])
  }
  return (
    <>
      <View className="booking-what">
        <View className="booking-what__name">{season.offeringName}</View>
        <View className="booking-what__note">{season.placeName}</View>
        <View className="booking-what__note">{spanOf(season, at)}</View>
        <Tag tone={tone}>{word}</Tag>
      </View>
      {(state === 'open' || state === 'closed') && (
        <View className="booking-what__note">
          {spokenList(nextLine(season, at), words.asked(season.asked))}
        </View>
      )}
      {season.priority.length > 0 && <View className="booking-what__note">{words.first}</View>}
      {known && may.length > 1 && (
        <Section title={bookingWords.forWhom}>
          <Faces people={may} value={person?.personId} onChange={setChosen} />
        </Section>
      )}
      {/* Who comes late would push the slots away from under a finger. */}
      {!known && <Skeleton />}
      {known && person?.grantId && (
        <Loaded query={theirs}>
          {found => <Request key={person.grantId} season={found} {...request} onChanged={changed} />}
        </Loaded>
      )}
      {known && !person?.grantId && <Request season={season} {...request} onChanged={changed} />}
      <Section title={words.fair}>
        <View className="booking-quiet">{words.fairText}</View>
        <View className="booking-asked__act">
          <Button kind="calm" onTap={() => open('/booking/pages/draw', { seasonId })}>
            {words.verify}
          </Button>
        </View>
      </Section>
    </>
  )
}

interface RequestProps {
  season: Season
  /** Nobody: they are not known yet. */
  person: Bookable | undefined
  /** Nothing: what they have asked for already. */
  picked: Picked | undefined
  onPick: (picked: Picked) => void
  onChanged: () => Promise<void>
}

/** What is asked for them, and what became of it. */
const Request = ({ season, person, ...asking }: RequestProps) =>
  isOpen(season) ? (
    <SeasonSlots season={season} person={person} {...asking} />
  ) : (
    <SeasonResult season={season} grantId={person?.grantId} />
  )

interface ElderProps {
  season: Season
  /** By the pages before: slots, how many of them, for whom; and whether a request is to be changed. */
  answered: Readonly<Record<string, string | undefined>>
  onChanged: () => Promise<void>
}

function Elder({ season, answered: { chosen, wants, who, grantId, again }, onChanged }: ElderProps) {
  return isOpen(season) ? (
    <AskSeason
      season={season}
      {...{ chosen, wants, who, grantId }}
      again={again === '1'}
      onChanged={onChanged}
    />
  ) : (
    <ElderSeasonResult season={season} who={who} grantId={grantId} />
  )
}

export default needing(['seasonId'], SeasonPage)
