import { View } from '@tarojs/components'
import { projectKinds } from '@yike/shared/microproject/schema'
import { goBack, open, openInstead } from '../../platform/route'
import { Answer, Field, Notice, Outcome, Question, Refusal, Stale } from '../../ui'
import type { IconName } from '../../ui/icon-names'
import '../form.css'
import { PhotoField } from '../photo-field'
import { type FilingProps, FORM, useFiling } from '../use-filing'
import { kindWords, stateWords, words } from '../words'
import { elderWords } from '../words/elder'

/** The pages that 长辈版 files on: what sort, what, and where or with which photos for who wants to say it. */
export type Step = 'kind' | 'say' | 'where' | 'photos'
export const isStep = (step: string | undefined): step is Step =>
  step === 'kind' || step === 'say' || step === 'where' || step === 'photos'

interface AskProps extends FilingProps {
  step: Step
}

/** One question of a request; what was answered is kept on this phone from page to page. */
export function Ask({ step, again, stale }: AskProps) {
  const filing = useFiling({ again, stale })
  const { draft, change, photos } = filing
  const to = (next: Step) =>
    open('/microproject/pages/file', { step: next, microprojectId: again?.microprojectId })
  if (step === 'kind')
    return (
      <>
        <Question>{elderWords.kind}</Question>
        {projectKinds.map(kind => (
          <Answer
            key={kind}
            title={kindWords[kind].word}
            note={kindWords[kind].note}
            onTap={() => {
              change({ kind })
              to('say')
            }}
          />
        ))}
        {!again && (
          <Answer
            kind="row"
            icon="task"
            title={elderWords.mine}
            onTap={() => open('/microproject/pages/list')}
          />
        )}
      </>
    )
  if (step === 'where')
    return (
      <>
        <Question>{elderWords.where}</Question>
        <Field
          label={elderWords.whereHere}
          value={draft.where}
          lines={2}
          maxLength={80}
          first
          placeholder={words.whereExample}
          onChange={where => change({ where })}
        />
        <Answer kind="next" icon="check" title={elderWords.written} onTap={goBack} />
      </>
    )
  if (step === 'photos')
    return (
      <>
        <Question>{elderWords.photos}</Question>
        <PhotoField photos={draft.photos ?? []} of={photos} />
        {photos.problem && <Refusal problem={photos.problem} />}
        <Answer kind="next" icon="check" title={elderWords.done} onTap={goBack} />
      </>
    )
  return <Say filing={filing} again={again} stale={stale} to={to} />
}

interface SayProps extends FilingProps {
  filing: ReturnType<typeof useFiling>
  to: (step: Step) => void
}

/** What is wanted, in the person's own words; what else goes along stands below, and one button sends it. */
function Say({ filing, again, stale, to }: SayProps) {
  const { draft, change, wasKept, reason, photos, wrong } = filing
  const { kind, where } = draft
  const known = projectKinds.find(one => one === kind)
  const taken = draft.photos?.length ?? 0
  const startAgain = () => {
    filing.startAgain()
    openInstead('/microproject/pages/file', { microprojectId: again?.microprojectId })
  }
  const lines: { step: Step; icon: IconName; title: string; note: string }[] = [
    {
      step: 'kind',
      icon: 'idea',
      title: known ? elderWords.kindIs(kindWords[known].word) : elderWords.kind,
      note: wrong.kind ?? elderWords.change,
    },
    {
      step: 'where',
      icon: 'pin',
      title: elderWords.whereIs(where),
      note: filing.errorOf('where') ?? elderWords.change,
    },
    {
      step: 'photos',
      icon: 'plus',
      title: taken > 0 ? elderWords.photosTaken(taken) : elderWords.photosNone,
      note: taken > 0 ? elderWords.change : elderWords.photosFree,
    },
  ]
  if (filing.away) return <Outcome of={filing.outcome} named />
  return (
    <View id={FORM}>
      <Question>{elderWords.say}</Question>
      {reason && <Notice tone="waiting">{words.sentBackBecause(reason)}</Notice>}
      <Field
        label={elderWords.sayHere}
        value={draft.title}
        error={filing.errorOf('title')}
        required
        first={!again}
        lines={3}
        maxLength={40}
        placeholder={words.titleExample}
        onChange={title => change({ title })}
      />
      {again && (
        <Field
          label={words.what}
          value={draft.what}
          error={filing.errorOf('what')}
          required
          lines={4}
          maxLength={1000}
          placeholder={words.whatExample}
          onChange={what => change({ what })}
        />
      )}
      <Stale stale={stale} became={again && stateWords[again.state].word} />
      {photos.problem && <Refusal problem={photos.problem} />}
      <Outcome of={filing.outcome} />
      <View className="microproject-form__sends">
        <Answer
          kind="next"
          icon="check"
          title={elderWords.send}
          note={words.promise}
          busy={filing.busy}
          onTap={filing.send}
        />
      </View>
      {lines.map(({ step, ...line }) => (
        <Answer key={step} {...line} onTap={() => to(step)} />
      ))}
      {wasKept && draft.title !== '' && <Answer icon="cross" title={words.draftForget} onTap={startAgain} />}
    </View>
  )
}
