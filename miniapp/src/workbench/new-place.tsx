import { View } from '@tarojs/components'
import type { Entry } from '@yike/shared/circle/schema/upkeep'
import type { Community, RegionCode } from '@yike/shared/identity/schema'
import { useState } from 'react'
import { focusOnWrong } from '../platform/focus'
import { Button, Refusal } from '../ui'
import { PlaceForm } from './place-form'
import { StartAgain } from './start-again'
import { placeDraft, useAddPlace } from './use-places'
import { newDraft, readDraft, type Wrong } from './view/place'
import { placeWords as words } from './words'

const FORM = 'workbench-new-place'

/** A new place, as staff of a community register it. */
export function NewPlace({
  community,
  communities,
  onAdded,
}: {
  community: string
  communities: readonly Community[]
  onAdded: (entry: Entry) => void
}) {
  const draft = placeDraft.use()
  const [wrong, setWrong] = useState<Wrong>({})
  const adding = useAddPlace()
  const add = async () => {
    const read = readDraft(draft)
    setWrong('wrong' in read ? read.wrong : {})
    if ('wrong' in read) return focusOnWrong(FORM)
    const entry = await adding.send({ community: community as RegionCode, ...read.fields })
    if (!entry) return
    placeDraft.set(newDraft())
    onAdded(entry)
  }
  return (
    <View id={FORM}>
      <PlaceForm
        draft={draft}
        wrong={{ ...adding.problem?.fields, ...wrong }}
        community={community}
        communities={communities}
        onChange={part => placeDraft.set({ ...draft, ...part })}
      />
      {adding.problem && <Refusal problem={adding.problem} />}
      <View className="workbench-place__acts">
        <Button kind="next" busy={adding.busy} onTap={add}>
          {words.saveNew(draft.name.trim() || words.title)}
        </Button>
        <StartAgain draft={draft} blank={newDraft()} onTap={() => placeDraft.set(newDraft())} />
      </View>
    </View>
  )
}
