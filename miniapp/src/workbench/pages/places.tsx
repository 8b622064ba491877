import { View } from '@tarojs/components'
import type { Community } from '@yike/shared/identity/schema'
import { useState } from 'react'
import { useCommunities } from '../../identity/use-identity'
import { open } from '../../platform/route'
import { useWide } from '../../platform/use-wide'
import { Button, Empty, Loaded, Stack } from '../../ui'
import { CommunityChoice } from '../community-choice'
import { NewPlace } from '../new-place'
import { PlaceLines } from '../place-lines'
import { PlaceSheet } from '../place-sheet'
import '../places-desk.css'
import { StaffScreen } from '../staff-screen'
import { choose, chosenOf, usePosts } from '../use-workbench'
import { placeWords, words } from '../words'

/** The directory as staff keep it up: a list, and at a desk the entry beside it. */
export default function PlacesPage() {
  const wide = useWide()
  const posts = usePosts()
  const add = (
    <Button kind="calm" onTap={() => open('/workbench/pages/place')}>
      {placeWords.add}
    </Button>
  )
  return (
    <StaffScreen wide={wide} title={placeWords.title} foot={wide ? undefined : add}>
      <Loaded query={posts} empty={<Empty title={words.noPost} text={words.noPostText} icon="people" />}>
        {({ communities }) => <Places wide={wide} communities={communities} />}
      </Loaded>
    </StaffScreen>
  )
}

const NEW = 'new'

function Places({ wide, communities }: { wide: boolean; communities: readonly Community[] }) {
  const [community, setCommunity] = useState(() => chosenOf(communities))
  const [picked, setPicked] = useState('')
  const [changes, setChanges] = useState(0)
  const changed = () => setChanges(count => count + 1)
  const all = useCommunities()
  const known = all.state === 'ready' ? all.value.communities : []
  const chooseCommunity = (code: string) => {
    choose(code)
    setCommunity(code)
    setPicked('')
  }
  const which = <CommunityChoice communities={communities} value={community} onChange={chooseCommunity} />
  if (!wide)
    return (
      <Stack>
        {which}
        <View>
          <PlaceLines
            key={community}
            community={community}
            onOpen={placeId => open('/workbench/pages/place', { placeId })}
          />
        </View>
      </Stack>
    )
  return (
    <View className="workbench-places-desk">
      <View>
        {which}
        <View className="workbench-places-desk__add">
          <Button compact kind="calm" onTap={() => setPicked(NEW)}>
            {placeWords.add}
          </Button>
        </View>
        <PlaceLines
          key={community}
          community={community}
          selected={picked}
          changes={changes}
          onOpen={setPicked}
        />
      </View>
      <View className="workbench-places-desk__sheet">
        {picked === NEW && (
          <NewPlace
            community={community}
            communities={known}
            onAdded={({ placeId }) => {
              changed()
              setPicked(placeId)
            }}
          />
        )}
        {picked !== '' && picked !== NEW && (
          <PlaceSheet key={picked} placeId={picked} communities={known} onDone={changed} />
        )}
        {picked === '' && <Empty title={placeWords.pickOne} text={placeWords.pickOneText} icon="venue" />}
      </View>
    </View>
  )
}
