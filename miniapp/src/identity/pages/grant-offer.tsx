import type { GrantAct } from '@yike/shared/identity/schema/grant'
import { useState } from 'react'
import { useComfort } from '../../platform/comfort'
import { openInstead } from '../../platform/route'
import { useMe } from '../../platform/session'
import { Answer, Question, Refusal, Screen } from '../../ui'
import { Entering } from '../neighbours'
import { useOfferGrant } from '../use-grant'
import { grantWords as words } from '../words/grant'

const kinds: readonly { may: GrantAct[]; title: () => string; note: () => string }[] = [
  { may: ['book', 'cancel', 'see'], title: () => words.all, note: () => words.allText },
  { may: ['book'], title: () => words.bookOnly, note: () => words.bookOnlyText },
  { may: ['see'], title: () => words.seeOnly, note: () => words.seeOnlyText },
]
const lengths = [30, 90, 365] as const

/** For whom, what and how long: a question at a time, and then the code. */
export default function GrantOfferPage() {
  const me = useMe()
  const people = me?.people ?? []
  const [personId, setPersonId] = useState<string | null>(null)
  const [may, setMay] = useState<GrantAct[] | null>(null)
  const offering = useOfferGrant()
  const self = people.find(({ relation }) => relation === 'self')?.personId
  // The question is the heading of a page that asks nothing else.
  const title = useComfort().elder ? undefined : words.title
  const whom = personId ?? (people.length > 1 ? null : self)

  const offer = async (acts: GrantAct[], days: number) => {
    const offered = await offering.send({
      may: acts,
      days,
      ...(whom && whom !== self ? { personId: whom } : {}),
    })
    if (offered) openInstead('/identity/pages/grant', { grantId: offered.grantId, code: offered.code })
  }

  if (!me)
    return (
      <Screen title={title}>
        <Entering />
      </Screen>
    )
  if (!whom)
    return (
      <Screen title={title}>
        <Question>{words.askWhom}</Question>
        {people.map(person => (
          <Answer
            key={person.personId}
            kind={person.relation === 'self' ? 'next' : 'plain'}
            icon="person"
            title={person.relation === 'self' ? words.self : words.forWhom(person.name)}
            onTap={() => setPersonId(person.personId)}
          />
        ))}
      </Screen>
    )
  if (!may)
    return (
      <Screen title={title}>
        <Question>{words.askWhat}</Question>
        {kinds.map((kind, index) => (
          <Answer
            key={kind.may.join()}
            kind={index === 0 ? 'next' : 'plain'}
            title={kind.title()}
            note={kind.note()}
            onTap={() => setMay(kind.may)}
          />
        ))}
      </Screen>
    )
  return (
    <Screen title={title}>
      <Question>{words.askLong}</Question>
      {lengths.map((days, index) => (
        <Answer
          key={days}
          kind={index === 1 ? 'next' : 'plain'}
          icon="clock"
          title={words.days[days]}
          note={index === 1 ? words.longText : ''}
          disabled={offering.busy}
          onTap={() => offer(may, days)}
        />
      ))}
      {offering.problem && <Refusal problem={offering.problem} />}
    </Screen>
  )
}
