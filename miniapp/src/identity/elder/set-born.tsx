import { useState } from 'react'
import { Answer, Facts, Question, Refusal } from '../../ui'
import { useBorn } from '../use-identity'
import { words } from '../words'
import { askWords } from '../words/elder'
import { AskBorn, bornOf } from './born'

/** 长辈版: when somebody of the household was born, and once more in words before it is kept. */
export function SetBorn({ personId, name }: { personId: string; name: string }) {
  const [month, setMonth] = useState<string | null>(null)
  const { setting, set } = useBorn(personId)
  if (!month) return <AskBorn name={name} onChosen={setMonth} />
  return (
    <>
      <Question>{askWords.isRight}</Question>
      <Facts>{[askWords.bornIs(name, bornOf(month))]}</Facts>
      {setting.problem && <Refusal problem={setting.problem} />}
      <Answer
        kind="next"
        icon="check"
        title={words.setBorn(name)}
        busy={setting.busy}
        onTap={() => set(month)}
      />
      <Answer icon="back" title={askWords.otherMonth} disabled={setting.busy} onTap={() => setMonth(null)} />
    </>
  )
}
