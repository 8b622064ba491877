import { useState } from 'react'
import { useCommunities } from '../../identity/use-identity'
import { goBack, useParams } from '../../platform/route'
import { Button, Empty, Loaded, Notice, Stack } from '../../ui'
import { Doubt } from '../doubt'
import { NewPlace } from '../new-place'
import { PlaceSheet } from '../place-sheet'
import { StaffScreen } from '../staff-screen'
import { chosenOf, usePosts } from '../use-workbench'
import { placeWords, words } from '../words'

/** One entry of the directory on a phone, or a new one; at a desk it stands beside the list. */
export default function PlacePage() {
  const { placeId, offeringId, wording } = useParams()
  const posts = usePosts()
  const all = useCommunities()
  const communities = all.state === 'ready' ? all.value.communities : []
  const [added, setAdded] = useState('')
  return (
    <StaffScreen title={placeId ? placeWords.entry : placeWords.add}>
      {placeId && <Doubt placeId={placeId} offeringId={offeringId} wording={wording} />}
      {placeId && <PlaceSheet placeId={placeId} communities={communities} />}
      {added && (
        <Stack>
          <Notice tone="green">{placeWords.added(added)}</Notice>
          <Button onTap={goBack}>{placeWords.title}</Button>
        </Stack>
      )}
      {!placeId && !added && (
        <Loaded query={posts} empty={<Empty title={words.noPost} text={words.noPostText} icon="people" />}>
          {mine => (
            <NewPlace
              community={chosenOf(mine.communities)}
              communities={communities}
              onAdded={({ name }) => setAdded(name)}
            />
          )}
        </Loaded>
      )}
    </StaffScreen>
  )
}
