import { View } from '@tarojs/components'
import { useState } from 'react'
import { Empty, Loaded, Stack } from '../ui'
import { CommunityChoice } from './community-choice'
import './place-form.css'
import { PlaceLines } from './place-lines'
import type { PlacesWish } from './use-places'
import { choose, chosenOf, usePosts } from './use-workbench'
import { words } from './words'

interface ChoosePlaceProps {
  has: PlacesWish['has']
  /** Why not every place is there. */
  note: string
  onPick: (placeId: string) => void
}

/** Which place a page is to be about, of those that have what it shows. */
export function ChoosePlace({ has, note, onPick }: ChoosePlaceProps) {
  const posts = usePosts()
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <Loaded query={posts} empty={<Empty title={words.noPost} text={words.noPostText} icon="people" />}>
      {({ communities }) => {
        const community = chosen ?? chosenOf(communities)
        return (
          <Stack>
            <View className="workbench-place__note">{note}</View>
            <CommunityChoice
              communities={communities}
              value={community}
              onChange={code => {
                choose(code)
                setChosen(code)
              }}
            />
            <View>
              <PlaceLines key={community} community={community} has={has} onOpen={onPick} />
            </View>
          </Stack>
        )
      }}
    </Loaded>
  )
}
