import { View } from '@tarojs/components'
import type { Affected } from '@yike/shared/booking/schema/affected'
import type { OfferingEntry } from '@yike/shared/booking/schema/upkeep'
import { writeDay } from '@yike/shared/circle/hours/special'
import type { RegionCode } from '@yike/shared/identity/schema'
import { useState } from 'react'
import { focusOnWrong } from '../platform/focus'
import { open } from '../platform/route'
import { now } from '../platform/spoken'
import { useChanges } from '../platform/use-changes'
import type { Stale } from '../platform/use-stale'
import { Button, Refusal, Section } from '../ui'
import { storyOf } from '../ui/story'
import { Timeline } from '../ui/timeline'
import { AskAffected } from './affected'
import { GiveUp, Kept } from './give-up'
import { OfferingForm } from './offering-form'
import { StartAgain } from './start-again'
import { offeringDraft, useAddOffering, useAffected, useChangeOffering } from './use-offerings'
import { draftOfOffering, newOfferingDraft, type OfferingDraft } from './view/offering/draft'
import { type OfferingWrong, readOffering } from './view/offering/read'
import { Wording } from './wording'
import { seasonDeskWords, offeringWords as words } from './words'

const FORM = 'workbench-offering'

interface SheetProps {
  placeId: OfferingEntry['placeId']
  community: RegionCode
  /** With the sentence that says what was done, and whom it hit by what was shown before. */
  onDone: (sentence: string, entry: OfferingEntry, hit?: Affected) => Promise<void>
}

/** One offering with all that staff may write of it. */
export function OfferingSheet({
  entry,
  community,
  stale,
  onDone,
}: SheetProps & { entry: OfferingEntry; stale: Stale }) {
  const changes = useChanges(`offering:${entry.offeringId}`, entry.version, draftOfOffering(entry))
  const { draft, isChanged } = changes
  const [wrong, setWrong] = useState<OfferingWrong>({})
  const changing = useChangeOffering(stale)
  const affected = useAffected()
  const { placeId, offeringId, version } = entry
  const save = async (isAsked: boolean) => {
    const read = readOffering(draft, community)
    setWrong('wrong' in read ? read.wrong : {})
    if ('wrong' in read) return focusOnWrong(FORM)
    const { hours, closures, capacity, equipment = [], staffing } = read.fields
    const days = closures.map(({ from, to }) => ({ from, to, hours: writeDay([]) }))
    const asked = { placeId, offeringId, hours, days, capacity, equipment, ...(staffing && { staffing }) }
    if (!isAsked && !(await affected.hitsNobody(asked))) return
    const hit = await affected.whole()
    const saved = await changing.send({ placeId, offeringId, version, ...read.fields })
    if (!saved) return affected.forget()
    changes.saved()
    await onDone(words.saved, saved, hit)
  }
  const problem = changing.problem ?? affected.problem
  return (
    <View id={FORM}>
      <Wording of={entry.wording} />
      {isChanged && changes.wasKept && <Kept />}
      <OfferingForm
        draft={draft}
        community={community}
        wrong={{ ...changing.problem?.fields, ...wrong }}
        room={{ sharedWith: entry.sharedWith, fixed: entry.capacityFixed }}
        onChange={part => {
          // Nobody says yes to more than was shown.
          affected.forget()
          changes.change(part)
        }}
      />
      {problem && <Refusal problem={problem} />}
      <AskAffected of={affected} placeId={placeId} busy={changing.busy} onYes={() => save(true)} />
      {isChanged && !affected.hit && (
        <View className="workbench-place__acts">
          <Button kind="next" busy={changing.busy || affected.busy} onTap={() => save(false)}>
            {words.save}
          </Button>
        </View>
      )}
      {isChanged && !affected.hit && <GiveUp onTap={changes.startAgain} />}
      <Button kind="bare" onTap={() => open('/workbench/pages/season-new', { placeId, offeringId })}>
        {seasonDeskWords.start}
      </Button>
      {entry.timeline.length > 0 && (
        <Section title={words.story}>
          <Timeline steps={storyOf(entry.timeline, { verbs: words.verb, tones: {} }, now()).toReversed()} />
        </Section>
      )}
    </View>
  )
}

/** Something more that can be booked at a place. */
export function NewOffering({
  placeId,
  community,
  others,
  onDone,
}: SheetProps & { others: readonly OfferingEntry[] }) {
  const kept = offeringDraft.use()
  const draft = kept.placeId === placeId ? kept.draft : newOfferingDraft()
  const setDraft = (next: OfferingDraft) => offeringDraft.set({ placeId, draft: next })
  const [wrong, setWrong] = useState<OfferingWrong>({})
  const adding = useAddOffering()
  const add = async () => {
    const read = readOffering(draft, community)
    setWrong('wrong' in read ? read.wrong : {})
    if ('wrong' in read) return focusOnWrong(FORM)
    const { kind, attended, sharesWith } = draft
    const room = others.find(({ offeringId }) => offeringId === sharesWith)
    const added = await adding.send({
      ...{ placeId, kind, attended },
      ...(room && { sharesWith: room.offeringId }),
      ...read.fields,
    })
    if (!added) return
    setDraft(newOfferingDraft())
    await onDone(words.added(added.name), added)
  }
  return (
    <View id={FORM}>
      <OfferingForm
        draft={draft}
        community={community}
        wrong={{ ...adding.problem?.fields, ...wrong }}
        others={others.map(({ offeringId, name }) => ({ value: offeringId, label: name }))}
        onChange={part => setDraft({ ...draft, ...part })}
      />
      {adding.problem && <Refusal problem={adding.problem} />}
      <View className="workbench-place__acts">
        <Button kind="next" busy={adding.busy} onTap={add}>
          {words.saveNew(draft.name.trim())}
        </Button>
        <StartAgain draft={draft} blank={newOfferingDraft()} onTap={() => setDraft(newOfferingDraft())} />
      </View>
    </View>
  )
}
