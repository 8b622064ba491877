import { View } from '@tarojs/components'
import type { Community } from '@yike/shared/identity/schema'
import { addDays, type LocalDate, localDate } from '@yike/shared/kernel/time'
import { useState } from 'react'
import { useParams } from '../../platform/route'
import { now, spokenDay } from '../../platform/spoken'
import { useRepeat } from '../../platform/use-repeat'
import { useWide } from '../../platform/use-wide'
import { Empty, Loaded, More, Stack } from '../../ui'
import { CallLine } from '../call-line'
import { Certificates } from '../certificates'
import { CommunityChoice } from '../community-choice'
import '../class.css'
import { DayTurn } from '../day-turn'
import { StaffScreen } from '../staff-screen'
import { Unsettled } from '../unsettled'
import { useCalls } from '../use-calls'
import { choose, chosenOf, usePosts } from '../use-workbench'
import { words as pageWords, callWords as words } from '../words'

const EVERY_MS = 30_000

/** Whom to call of those who come on a day. */
export default function CallsPage() {
  const posts = usePosts()
  return (
    <StaffScreen wide={useWide()} title={words.title}>
      <Loaded
        query={posts}
        empty={<Empty title={pageWords.noPost} text={pageWords.noPostText} icon="people" />}
      >
        {({ communities }) => <Days communities={communities} />}
      </Loaded>
    </StaffScreen>
  )
}

function Days({ communities }: { communities: readonly Community[] }) {
  const { community: asked, on: askedOn } = useParams()
  const tomorrow = addDays(localDate(now()), 1)
  const [community, setCommunity] = useState(() => asked ?? chosenOf(communities))
  const [on, setOn] = useState<LocalDate>(askedOn ?? tomorrow)
  const { first, pages, more, busy } = useCalls(community, on)
  useRepeat(EVERY_MS, first.refresh)
  const calls = pages.flatMap(page => page.calls)
  const isDone = ({ outcome }: (typeof calls)[number]) => outcome === 'reached' || outcome === 'cancel'
  const left = calls.filter(call => !isDone(call))
  return (
    <Stack>
      <View className="workbench-child__note">{words.how}</View>
      <CommunityChoice
        communities={communities}
        value={community}
        onChange={code => {
          choose(code)
          setCommunity(code)
        }}
      />
      <Unsettled community={community} />
      <DayTurn on={on} usual={tomorrow} words={{ ...words, usual: words.tomorrow }} onChange={setOn} />
      <View className="workbench-door__place">{spokenDay(on, now())}</View>
      <Loaded query={first} empty={<Empty title={words.none} text={words.noneText} icon="call" />}>
        {() => (
          <View>
            <View className="workbench-child__note">
              {words.counts(left.length, calls.length - left.length)}
            </View>
            {[...left, ...calls.filter(isDone)].map(call => (
              <CallLine key={call.bookingId} call={call} onChanged={first.refresh} />
            ))}
            <More more={more} busy={busy} />
          </View>
        )}
      </Loaded>
      <Certificates key={community} community={community} />
    </Stack>
  )
}
