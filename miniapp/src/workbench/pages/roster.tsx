import { View } from '@tarojs/components'
import { useState } from 'react'
import { open, useParams } from '../../platform/route'
import { useWide } from '../../platform/use-wide'
import { Empty, Loaded, Stack } from '../../ui'
import { CommunityChoice } from '../community-choice'
import { PlaceLines } from '../place-lines'
import { RosterWeek } from '../roster-week'
import { StaffScreen } from '../staff-screen'
import { choose, chosenOf, usePosts } from '../use-workbench'
import { words as pageWords, rosterWords as words } from '../words'

/** Who is on duty in the classes of a place, by day and week. */
export default function RosterPage() {
  const { placeId, on, offeringId } = useParams()
  const wide = useWide()
  return (
    <StaffScreen wide={wide} title={words.title}>
      {placeId ? (
        <RosterWeek placeId={placeId} on={on} offeringId={offeringId} wide={wide} />
      ) : (
        <ChoosePlace />
      )}
    </StaffScreen>
  )
}

function ChoosePlace() {
  const posts = usePosts()
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <Loaded
      query={posts}
      empty={<Empty title={pageWords.noPost} text={pageWords.noPostText} icon="people" />}
    >
      {({ communities }) => {
        const community = chosen ?? chosenOf(communities)
        return (
          <Stack>
            <View className="workbench-place__note">{words.pickPlaceText}</View>
            <CommunityChoice
              communities={communities}
              value={community}
              onChange={code => {
                choose(code)
                setChosen(code)
              }}
            />
            <View>
              <PlaceLines
                key={community}
                community={community}
                staffed
                onOpen={placeId => open('/workbench/pages/roster', { placeId })}
              />
            </View>
          </Stack>
        )
      }}
    </Loaded>
  )
}
