import { type Relation, relations } from '@yike/shared/identity/schema'
import { useState } from 'react'
import { leaveForm, open, type Params, useParams } from '../../platform/route'
import { useMe } from '../../platform/session'
import { spokenList } from '../../platform/spoken'
import { Answer, Facts, Field, Notice, Outcome, Question } from '../../ui'
import { useAdding, usePersonDraft } from '../use-household'
import { birthMonthOf, fits, NAME_LONGEST } from '../view'
import { relationNames, words } from '../words'
import { askWords } from '../words/elder'
import { AskBorn, bornOf } from './born'

const NOT_SAID = 'no'

/** 长辈版: a question to a page; what was answered stands in the address, so that 返回 leads to the question before. */
export function AskPerson() {
  const { relation: said, name = '', own, born } = useParams()
  const relation = relations.find(one => one === said)
  const people = useMe()?.people ?? []
  const to = (answers: Params) => open('/identity/pages/person', { relation, name, ...answers })
  if (!relation)
    return (
      <>
        <Question>{askWords.whatRelation}</Question>
        {relations.map(one => (
          <Answer
            key={one}
            icon="people"
            title={relationNames[one]}
            onTap={() =>
              to({ relation: one, name: undefined, own: askWords.called[one][0] ? undefined : '1' })
            }
          />
        ))}
      </>
    )
  // Also on the questions that lie below: nobody is added twice by going back.
  if (people.some(one => one.name === name.trim() && one.relation === relation))
    return <Added name={name.trim()} />
  if (own)
    return (
      <WriteName
        relation={relation}
        isTaken={written => people.some(one => one.name === written && one.relation === relation)}
        onWritten={written => to({ name: written })}
      />
    )
  if (!fits(name, NAME_LONGEST)) return <ChooseName relation={relation} to={to} />
  if (!born)
    return (
      <AskBorn
        name={name}
        to={to}
        onChosen={month => to({ born: month })}
        onSkip={() => to({ born: NOT_SAID })}
      />
    )
  return <AddThem relation={relation} name={name.trim()} bornOn={birthMonthOf(born)} />
}

/** The words in which people speak of them stand there; of two sons one has to be written. */
function ChooseName({ relation, to }: { relation: Relation; to: (answers: Params) => void }) {
  const known = useMe()?.people.map(({ name }) => name) ?? []
  return (
    <>
      <Question>{askWords.whatName}</Question>
      {askWords.called[relation]
        .filter(name => !known.includes(name))
        .map(name => (
          <Answer key={name} icon="person" title={name} onTap={() => to({ name })} />
        ))}
      <Answer icon="plus" title={askWords.writeName} onTap={() => to({ name: undefined, own: '1' })} />
    </>
  )
}

interface WriteNameProps {
  relation: Relation
  /** Of two who are called the same nobody could say for whom it is. */
  isTaken: (name: string) => boolean
  onWritten: (name: string) => void
}

function WriteName({ relation, isTaken, onWritten }: WriteNameProps) {
  const { draft, change } = usePersonDraft(relation)
  const { name } = draft
  const [missing, setMissing] = useState('')
  const next = () => {
    const written = name.trim()
    if (!fits(name, NAME_LONGEST)) setMissing(askWords.mustName)
    else if (isTaken(written)) setMissing(askWords.taken(written))
    else onWritten(written)
  }
  return (
    <>
      <Question>{askWords.whatName}</Question>
      <Field
        label={words.personName}
        placeholder={words.personExample}
        value={name}
        error={missing}
        maxLength={NAME_LONGEST}
        required
        first
        onChange={written => {
          change({ name: written })
          setMissing('')
        }}
        onConfirm={next}
      />
      <Answer kind="next" icon="check" title={askWords.written} onTap={next} />
    </>
  )
}

/** Who belongs to the household now, and what can be done with it. */
function Added({ name }: { name: string }) {
  return (
    <>
      <Question>{askWords.added(name)}</Question>
      <Notice tone="green">{askWords.addedText(name)}</Notice>
      <Answer
        kind="next"
        icon="calendar"
        title={askWords.bookFor(name)}
        onTap={() => open('/booking/pages/ask')}
      />
      <Answer icon="back" title={askWords.backToFamily} onTap={leaveForm} />
    </>
  )
}

interface AddThemProps {
  relation: Relation
  name: string
  bornOn: string | undefined
}

/** All that was answered, said once more. */
function AddThem({ relation, name, bornOn }: AddThemProps) {
  const { adding, add } = useAdding(() => undefined, usePersonDraft(relation))
  if (adding.away) return <Outcome of={adding} named />
  return (
    <>
      <Question>{askWords.addAsk(name)}</Question>
      <Facts>
        {[spokenList(name, relationNames[relation]), bornOn ? bornOf(bornOn) : askWords.bornUnsaid]}
      </Facts>
      <Outcome of={adding} />
      <Answer
        kind="next"
        icon="check"
        title={words.addPerson(name)}
        busy={adding.busy}
        onTap={() => add({ name, relation, ...(bornOn ? { bornOn } : {}) })}
      />
      <Answer icon="cross" title={askWords.addNot} disabled={adding.busy} onTap={leaveForm} />
    </>
  )
}
