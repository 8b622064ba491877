import { View } from '@tarojs/components'
import type { MicroProject } from '@yike/shared/microproject/schema'
import { projectKinds } from '@yike/shared/microproject/schema'
import { useComfort } from '../platform/comfort'
import { focusOnWrong } from '../platform/focus'
import { openInstead } from '../platform/route'
import { useChecked } from '../platform/use-checked'
import type { Stale as StaleCase } from '../platform/use-stale'
import { Button, Choices, Field, Notice, Outcome, Refusal, Stack, Stale } from '../ui'
import './form.css'
import { PhotoField } from './photo-field'
import { useDraft, useFile, usePhotos, useRefile } from './use-microproject'
import { checked, type Draft, sentBackBecause } from './view'
import { kindWords, stateWords, words } from './words'

const kinds = () =>
  projectKinds.map(value => ({ value, label: kindWords[value].word, note: kindWords[value].note }))

const FORM = 'microproject-form'

interface FormProps {
  /** The request that was sent back; without it this is a new one. */
  again?: MicroProject
  stale: StaleCase
}

export function Form({ again, stale }: FormProps) {
  const { draft, write, wasKept, forget, startAgain } = useDraft(again)
  const filing = useFile()
  const refiling = useRefile(stale)
  const { elder } = useComfort()
  const read = checked(elder && !draft.what ? { ...draft, what: draft.title } : draft)
  const { wrong, tried } = useChecked(read)
  const problem = filing.problem ?? refiling.problem
  const reason = again && sentBackBecause(again)

  const change = (part: Partial<Draft>) => {
    write(part)
    filing.clear()
    refiling.clear()
  }

  const photos = usePhotos(draft.photos ?? [], chosen => change({ photos: chosen }))

  const send = async () => {
    tried()
    if ('wrong' in read) return focusOnWrong(FORM)
    const taken = await photos.send()
    const ready = taken && checked({ ...draft, what: read.wish.what, photos: taken })
    if (!ready || 'wrong' in ready) return
    const sent = again
      ? await refiling.send({ microprojectId: again.microprojectId, version: again.version, ...ready.wish })
      : await filing.send(ready.wish)
    if (!sent) return
    forget()
    openInstead('/microproject/pages/detail', {
      microprojectId: sent.microprojectId,
      done: again ? 'refiled' : 'filed',
    })
  }
  const fieldOf = (name: 'title' | 'what' | 'where') => ({
    label: words[name],
    value: draft[name],
    error: wrong[name] ?? (elder && name === 'title' ? wrong.what : undefined) ?? problem?.fields?.[name],
    required: true,
    onChange: (written: string) => change({ [name]: written }),
  })
  return (
    <View id={FORM}>
      {reason && <Notice tone="waiting">{words.sentBackBecause(reason)}</Notice>}
      {wasKept && (
        <Notice tone="quiet">
          {words.draftKept}
          <Button compact kind="bare" onTap={startAgain}>
            {words.draftForget}
          </Button>
        </Notice>
      )}
      <Field
        {...fieldOf('title')}
        first={!again && !wasKept}
        placeholder={words.titleExample}
        lines={elder ? 3 : 1}
        maxLength={40}
      />
      <View className="microproject-form__kind">
        <Choices
          label={words.kind}
          named
          required
          options={kinds()}
          value={draft.kind || null}
          error={wrong.kind}
          onChange={kind => change({ kind })}
        />
      </View>
      <Field {...fieldOf('where')} placeholder={words.whereExample} maxLength={80} />
      {/* 长辈版 asks once: what is wanted says why as well. */}
      {(!elder || again) && (
        <Field {...fieldOf('what')} placeholder={words.whatExample} lines={4} maxLength={1000} />
      )}
      <PhotoField photos={draft.photos ?? []} of={photos} />
      <Stack>
        <Stale stale={stale} became={again && stateWords[again.state].word} />
        {photos.problem && <Refusal problem={photos.problem} />}
        <Outcome of={again ? refiling : filing} />
        <Button kind="next" busy={photos.busy || filing.busy || refiling.busy} onTap={send}>
          {again ? words.resend : words.send}
        </Button>
        <View className="microproject-form__promise">{words.promise}</View>
      </Stack>
    </View>
  )
}
