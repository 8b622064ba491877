import { goBack, open, type Params, useParams } from '../../platform/route'
import { Answer, Facts, Question, Refusal } from '../../ui'
import { useBorn } from '../use-household'
import { birthMonthOf } from '../view'
import { words } from '../words'
import { askWords } from '../words/elder'
import { AskBorn, bornOf } from './born'

/** 长辈版: when somebody of the household was born, and once more in words before it is kept. */
export function SetBorn({ personId, name }: { personId: string; name: string }) {
  const month = birthMonthOf(useParams().born ?? '')
  const { setting, set } = useBorn(personId)
  const to = (answers: Params) => open('/identity/pages/born', { personId, ...answers })
  if (!month) return <AskBorn name={name} to={to} onChosen={born => to({ born })} />
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
      <Answer icon="back" title={askWords.otherMonth} disabled={setting.busy} onTap={goBack} />
    </>
  )
}
