import { View } from '@tarojs/components'
import { projectKinds } from '@yike/shared/microproject/schema'
import { Button, Choices, Field, Notice, Outcome, Refusal, Stack, Stale } from '../ui'
import './form.css'
import { PhotoField } from './photo-field'
import { type FilingProps, FORM, useFiling } from './use-filing'
import { kindWords, stateWords, words } from './words'

const kinds = () =>
  projectKinds.map(value => ({ value, label: kindWords[value].word, note: kindWords[value].note }))

export function Form({ again, stale }: FilingProps) {
  const filing = useFiling({ again, stale })
  const { draft, change, wrong, wasKept, reason, photos } = filing
  const fieldOf = (name: 'title' | 'what' | 'where') => ({
    label: words[name],
    value: draft[name],
    error: filing.errorOf(name),
    required: true,
    onChange: (written: string) => change({ [name]: written }),
  })
  if (filing.away) return <Outcome of={filing.outcome} named />
  return (
    <View id={FORM}>
      {reason && <Notice tone="waiting">{words.sentBackBecause(reason)}</Notice>}
      {wasKept && (
        <Notice tone="quiet">
          {words.draftKept}
          <Button compact kind="bare" onTap={filing.startAgain}>
            {words.draftForget}
          </Button>
        </Notice>
      )}
      <Field
        {...fieldOf('title')}
        first={!again && !wasKept}
        placeholder={words.titleExample}
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
      <Field {...fieldOf('what')} placeholder={words.whatExample} lines={4} maxLength={1000} />
      <PhotoField photos={draft.photos ?? []} of={photos} />
      <Stack>
        <Stale stale={stale} became={again && stateWords[again.state].word} />
        {photos.problem && <Refusal problem={photos.problem} />}
        <Outcome of={filing.outcome} />
        <Button kind="next" busy={filing.busy} onTap={filing.send}>
          {again ? words.resend : words.send}
        </Button>
        <View className="microproject-form__promise">{words.promise}</View>
      </Stack>
    </View>
  )
}
