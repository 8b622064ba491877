import { View } from '@tarojs/components'
import type { Season } from '@yike/shared/booking/schema/season'
import { useComfort } from '../../platform/comfort'
import { open, useParams } from '../../platform/route'
import { now, spokenList } from '../../platform/spoken'
import { Button, Loaded, Screen, Section, Tag } from '../../ui'
import { needing } from '../../ui/needing'
import '../booking.css'
import { AskSeason } from '../elder/ask-season'
import { ElderSeasonResult } from '../elder/season-result'
import { SeasonResult } from '../season-result'
import { SeasonSlots } from '../season-slots'
import { useSeason } from '../use-season'
import { nextLine, spanOf } from '../view/season'
import { seasonStates, seasonWords as words } from '../words/season'

const isOpen = ({ state, closesAt }: Season) => state === 'open' && now() < closesAt

/** A season: what is asked for while it is open, what became of it afterwards, and why one may believe it. */
function SeasonPage() {
  const { seasonId = '', chosen, wants, who, again } = useParams()
  const { elder } = useComfort()
  const season = useSeason(seasonId)
  return (
    <Screen title={elder ? undefined : words.title}>
      <Loaded query={season}>
        {found =>
          elder ? (
            <Elder
              season={found}
              {...{ chosen, wants, who }}
              again={again === '1'}
              onChanged={season.refresh}
            />
          ) : (
            <Ordinary season={found} onChanged={season.refresh} />
          )
        }
      </Loaded>
    </Screen>
  )
}

function Ordinary({ season, onChanged }: { season: Season; onChanged: () => Promise<void> }) {
  const at = now()
  const { word, tone } = seasonStates[season.state]
  return (
    <>
      <View className="booking-what">
        <View className="booking-what__name">{season.offeringName}</View>
        <View className="booking-what__note">{season.placeName}</View>
        <View className="booking-what__note">{spanOf(season, at)}</View>
        <Tag tone={tone}>{word}</Tag>
      </View>
      {(season.state === 'open' || season.state === 'closed') && (
        <View className="booking-what__note">
          {spokenList(nextLine(season, at), words.asked(season.asked))}
        </View>
      )}
      {season.priority.length > 0 && <View className="booking-what__note">{words.first}</View>}
      {isOpen(season) ? (
        <SeasonSlots season={season} onChanged={onChanged} />
      ) : (
        <SeasonResult season={season} />
      )}
      <Section title={words.fair}>
        <View className="booking-quiet">{words.fairText}</View>
        <View className="booking-asked__act">
          <Button kind="calm" onTap={() => open('/booking/pages/draw', { seasonId: season.seasonId })}>
            {words.verify}
          </Button>
        </View>
      </Section>
    </>
  )
}

interface ElderProps {
  season: Season
  chosen: string | undefined
  wants: string | undefined
  who: string | undefined
  again: boolean
  onChanged: () => Promise<void>
}

function Elder({ season, ...asking }: ElderProps) {
  if (isOpen(season)) return <AskSeason season={season} {...asking} />
  return <ElderSeasonResult season={season} />
}

export default needing(['seasonId'], SeasonPage)
