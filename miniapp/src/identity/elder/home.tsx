import type { Me } from '@yike/shared/identity/schema'
import { useState } from 'react'
import { canChooseOnMap } from '../../platform/geo'
import { goBack, open } from '../../platform/route'
import { Answer, Facts, Field, Notice, Question, Refusal } from '../../ui'
import { LABEL_LONGEST, useHome, type Way } from '../use-home'
import { doorstep } from '../use-identity'
import { fits } from '../view'
import { words } from '../words'
import { askWords, elderWords } from '../words/elder'

type Step = 'where' | 'called' | 'own' | 'done'

/** 长辈版: where home is, then what it is called; who knows its degrees says them in the ordinary version. */
export function AskHome({ me }: { me: Me }) {
  const [step, setStep] = useState<Step>('where')
  const home = useHome(me, () => setStep('done'))
  const { label, setLabel, saving, save } = home
  const from = doorstep(me)
  const choose = async (way: Way) => {
    if (await home.choose(way)) setStep('called')
  }
  if (step === 'where')
    return (
      <>
        <Question>{words.home}</Question>
        <Facts>{[words.homeText, from && elderWords.home(from.label)]}</Facts>
        {home.refused && (
          <Notice tone="waiting">{me.community ? words.noPosition : words.noPositionYet}</Notice>
        )}
        <Answer
          kind={home.refused ? 'plain' : 'next'}
          icon="pin"
          title={words.here}
          note={words.hereNote}
          busy={home.way === 'here' && !home.position}
          onTap={() => choose('here')}
        />
        {canChooseOnMap && (
          <Answer icon="map" title={words.map} note={words.mapNote} onTap={() => choose('map')} />
        )}
        {me.community && (
          <Answer
            kind={home.refused ? 'next' : 'plain'}
            icon="home"
            title={words.center(me.community.name)}
            note={words.centerNote}
            onTap={() => choose('center')}
          />
        )}
        {me.home && (
          <Answer icon="check" title={words.keepPlace} note={me.home.label} onTap={() => choose('keep')} />
        )}
        <Answer
          kind={home.refused && !me.community ? 'next' : 'plain'}
          icon="people"
          title={me.community ? words.otherCommunity : words.chooseCommunity}
          note={me.community?.name ?? words.noCommunity}
          onTap={() => open('/identity/pages/join')}
        />
      </>
    )
  if (step === 'called')
    return (
      <>
        <Question>{askWords.homeCalled}</Question>
        {saving.problem && <Refusal problem={saving.problem} />}
        {[...new Set([label, words.myHome])].map((called, i) => (
          <Answer
            key={called}
            kind={i === 0 ? 'next' : 'plain'}
            icon="home"
            title={words.setHome(called)}
            disabled={saving.busy}
            onTap={() => save(called)}
          />
        ))}
        <Answer icon="plus" title={askWords.writeName} onTap={() => setStep('own')} />
        <Answer icon="back" title={askWords.otherPlace} onTap={() => setStep('where')} />
      </>
    )
  if (step === 'own')
    return (
      <>
        <Question key="own">{askWords.homeCalled}</Question>
        <Field
          label={words.homeLabel}
          placeholder={words.homeExample}
          value={label}
          maxLength={LABEL_LONGEST}
          required
          first
          onChange={setLabel}
        />
        {saving.problem && <Refusal problem={saving.problem} />}
        <Answer
          kind="next"
          icon="check"
          title={words.setHome(label.trim() || words.myHome)}
          busy={saving.busy}
          disabled={!fits(label, LABEL_LONGEST)}
          onTap={() => save(label)}
        />
      </>
    )
  return (
    <>
      <Question>{askWords.homeKept}</Question>
      <Notice tone="green">{askWords.homeKeptText(me.home?.label ?? label)}</Notice>
      <Answer kind="next" icon="check" title={askWords.good} onTap={() => goBack()} />
    </>
  )
}
