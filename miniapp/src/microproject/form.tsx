import { View } from '@tarojs/components'
import type { MicroProject } from '@yike/shared/microproject/schema'
import { projectKinds } from '@yike/shared/microproject/schema'
import { useState } from 'react'
import { focusOnWrong } from '../platform/focus'
import { openInstead } from '../platform/route'
import { Button, Choices, Field, Notice, Refusal, Stack } from '../ui'
import './form.css'
import { useDraft, useFile, useRefile } from './use-microproject'
import { checked, type DraftField, sentBackBecause } from './view'
import { kindWords, words } from './words'

const kinds = projectKinds.map(value => ({
  value,
  label: kindWords[value].word,
  note: kindWords[value].note,
}))

const FORM = 'microproject-form'

/** The request that was sent back stands behind `again`; without it this is a new one. */
export function Form({ again }: { again?: MicroProject }) {
  const { draft, write, wasKept, forget, startAgain } = useDraft(again)
  const filing = useFile()
  const refiling = useRefile()
  const [wrong, setWrong] = useState<Partial<Record<DraftField, string>>>({})
  const problem = filing.problem ?? refiling.problem
  const reason = again && sentBackBecause(again)

  const send = async () => {
    const read = checked(draft)
    setWrong('wrong' in read ? read.wrong : {})
    if ('wrong' in read) return focusOnWrong(FORM)
    const sent = again
      ? await refiling.send({ microprojectId: again.microprojectId, version: again.version, ...read.wish })
      : await filing.send(read.wish)
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
    error: wrong[name] ?? problem?.fields?.[name],
    required: true,
    onChange: (written: string) => write({ [name]: written }),
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
      <Field {...fieldOf('title')} placeholder={words.titleExample} maxLength={40} />
      <View className="microproject-form__kind">
        <View className="microproject-form__label">{words.kind}</View>
        <Choices
          label={words.kind}
          options={kinds}
          value={draft.kind || null}
          error={wrong.kind}
          onChange={kind => write({ kind })}
        />
      </View>
      <Field {...fieldOf('where')} placeholder={words.whereExample} maxLength={80} />
      <Field {...fieldOf('what')} placeholder={words.whatExample} lines={4} maxLength={1000} />
      <Stack>
        {problem && <Refusal problem={problem} />}
        <Button kind="next" busy={filing.busy || refiling.busy} onTap={send}>
          {again ? words.resend : words.send}
        </Button>
        <View className="microproject-form__promise">{words.promise}</View>
      </Stack>
    </View>
  )
}
