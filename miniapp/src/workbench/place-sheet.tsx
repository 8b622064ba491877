import { View } from '@tarojs/components'
import type { Affected } from '@yike/shared/booking/schema/affected'
import type { Entry } from '@yike/shared/circle/schema/upkeep'
import type { Community } from '@yike/shared/identity/schema'
import { useState } from 'react'
import { bringIntoSight, focusOnWrong } from '../platform/focus'
import { open } from '../platform/route'
import { now, spokenNames } from '../platform/spoken'
import { useChanges } from '../platform/use-changes'
import { useStale } from '../platform/use-stale'
import { Button, Loaded, Notice, Refusal, Section, Stack, Stale } from '../ui'
import { storyOf } from '../ui/story'
import { Timeline } from '../ui/timeline'
import { AskAffected } from './affected'
import { Closing } from './closing'
import { GiveUp, Kept } from './give-up'
import { Outcome } from './outcome'
import { PlaceForm } from './place-form'
import { useAffected } from './use-offerings'
import { useAssurePlace, useChangePlace, useEntry, useReopenPlace } from './use-places'
import { draftOf, readDraft, type Wrong } from './view/place'
import { Wording } from './wording'
import { offeringWords, sheetWords, placeWords as words } from './words'

const FORM = 'workbench-place'
/** What was done, and what became of people: it stands above what they were asked below. */
const SAID = 'workbench-place-said'

interface PlaceSheetProps {
  placeId: string
  communities: readonly Community[]
  /** After a change, with the sentence that says what was done. */
  onDone?: (sentence: string) => void
}

/** An entry of the directory: to change, to say that it is right, to close. */
export function PlaceSheet({ placeId, communities, onDone }: PlaceSheetProps) {
  const query = useEntry(placeId)
  const stale = useStale(query.refresh)
  const [said, setSaid] = useState('')
  const [closed, setClosed] = useState<Affected | null>(null)
  const done = async (sentence: string, hit: Affected | null = null) => {
    await query.refresh()
    setSaid(sentence)
    setClosed(hit)
    bringIntoSight(SAID)
    onDone?.(sentence)
  }
  return (
    <Loaded query={query}>
      {entry => (
        <>
          <View id={SAID}>
            {said && <Notice tone="green">{said}</Notice>}
            {closed && <Outcome placeId={entry.placeId} community={entry.community} shown={closed} />}
          </View>
          <Stale stale={stale} />
          <Writing entry={entry} communities={communities} stale={stale} onDone={done} />
        </>
      )}
    </Loaded>
  )
}

interface WritingProps {
  entry: Entry
  communities: readonly Community[]
  stale: ReturnType<typeof useStale>
  /** With whom the change hit, as it was read before. */
  onDone: (sentence: string, hit?: Affected | null) => Promise<void>
}

function Writing({ entry, communities, stale, onDone }: WritingProps) {
  const changes = useChanges(`place:${entry.placeId}`, entry.version, draftOf(entry))
  const { draft, isChanged } = changes
  const [wrong, setWrong] = useState<Wrong>({})
  const changing = useChangePlace(stale)
  const assuring = useAssurePlace(stale)
  const reopening = useReopenPlace(stale)
  const affected = useAffected()
  const [isClosing, setIsClosing] = useState(false)
  const closedFor = useAffected()
  const seen = { placeId: entry.placeId, version: entry.version }

  const save = async (isAsked: boolean) => {
    const read = readDraft(draft)
    setWrong('wrong' in read ? read.wrong : {})
    if ('wrong' in read) return focusOnWrong(FORM)
    const days = read.fields.specialDays.map(({ note: _, ...day }) => day)
    const isToAsk = !isAsked && days.length > 0
    if (isToAsk && !(await affected.hitsNobody({ placeId: entry.placeId, days }))) return
    const hit = await affected.whole()
    const saved = await changing.send({ ...seen, ...read.fields })
    affected.forget()
    if (!saved) return
    changes.saved()
    await onDone(words.saved, hit)
  }
  const assure = async () => {
    if (await assuring.send(seen)) await onDone(words.assured)
  }
  const reopen = async () => {
    if (await reopening.send(seen)) await onDone(words.reopened)
  }
  const askWhomClosingHits = () => closedFor.hitsNobody({ placeId: entry.placeId, closed: true })
  const askToClose = () => {
    setIsClosing(true)
    askWhomClosingHits()
  }
  const closed = async (sentence: string, hit?: Affected) => {
    setIsClosing(false)
    await onDone(sentence, hit)
  }
  const problem = changing.problem ?? affected.problem ?? assuring.problem ?? reopening.problem
  const handed = spokenNames(entry.byHand.map(field => words.field[field]))
  return (
    <View id={FORM}>
      <Wording of={entry.wording} />
      {isChanged && changes.wasKept && <Kept />}
      <View className="workbench-place__note">
        {entry.can.length === 0 && entry.state === 'listed' && words.readOnly}
        {entry.can.length > 0 && handed && words.byHand(handed)}
        {entry.can.length > 0 && !handed && entry.imported && words.byImport}
      </View>
      <PlaceForm
        draft={draft}
        wrong={{ ...changing.problem?.fields, ...wrong }}
        community={entry.community}
        communities={communities}
        onChange={part => {
          // Nobody says yes to more than was shown.
          affected.forget()
          changes.change(part)
        }}
      />
      {problem && <Refusal problem={problem} />}
      <AskAffected of={affected} placeId={entry.placeId} busy={changing.busy} onYes={() => save(true)} />
      {isClosing && (
        <Closing
          seen={seen}
          hits={closedFor}
          onAsk={askWhomClosingHits}
          stale={stale}
          onDone={closed}
          onNo={() => setIsClosing(false)}
        />
      )}
      {!affected.hit && !isClosing && (
        <View className="workbench-place__acts">
          {entry.can.includes('change') && isChanged && (
            <Button kind="next" busy={changing.busy || affected.busy} onTap={() => save(false)}>
              {words.save}
            </Button>
          )}
          {entry.can.includes('assure') && !isChanged && (
            <Button kind="go" busy={assuring.busy} onTap={assure}>
              {words.assure}
            </Button>
          )}
          {entry.can.includes('reopen') && (
            <Button kind="go" busy={reopening.busy} onTap={reopen}>
              {words.reopen}
            </Button>
          )}
          {entry.can.includes('close') && (
            <Button kind="bare" onTap={askToClose}>
              {words.close}
            </Button>
          )}
        </View>
      )}
      {isChanged && !affected.hit && <GiveUp onTap={changes.startAgain} />}
      {entry.can.length > 0 && (
        <Stack>
          <Button kind="calm" onTap={() => open('/workbench/pages/offerings', { placeId: entry.placeId })}>
            {offeringWords.open}
          </Button>
          <Button kind="calm" onTap={() => open('/workbench/pages/sheet', { placeId: entry.placeId })}>
            {sheetWords.open}
          </Button>
        </Stack>
      )}
      {entry.timeline.length > 0 && (
        <Section title={words.story}>
          <Timeline
            steps={storyOf(
              entry.timeline,
              { verbs: words.verb, tones: { close: 'danger' } },
              now(),
            ).toReversed()}
          />
        </Section>
      )}
    </View>
  )
}
