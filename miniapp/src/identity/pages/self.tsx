import { isStaff } from '@yike/shared/identity/rules'
import type { Me } from '@yike/shared/identity/schema'
import { useState } from 'react'
import { open, useParams } from '../../platform/route'
import { useMe } from '../../platform/session'
import { spokenList } from '../../platform/spoken'
import { AllUnsent, Answer, Facts, Loaded, Question, Screen, UpdateLine } from '../../ui'
import type { IconName } from '../../ui/icon-names'
import { Sure } from '../../ui/sure'
import { LeaveDesk } from '../desk-lines'
import { bornOf } from '../elder/born'
import { leave } from '../leave'
import { doorstep, useFreshMe } from '../use-identity'
import { deskWords, doorWords, relationNames, words } from '../words'
import { elderWords } from '../words/elder'

const ways = (): [icon: IconName, title: string, page: string][] => [
  ['people', deskWords.grants, '/identity/pages/grants'],
  ['venue', deskWords.teams, '/identity/pages/teams'],
  ['call', words.phone, '/identity/pages/phone'],
  ['search', deskWords.looks, '/identity/pages/looks'],
  ['settings', elderWords.reading, '/identity/pages/reading'],
]

const SELF = '/identity/pages/self'

/** 长辈版: who I am, who belongs to me, where I set out from, and the ways out; my family has a page of its own. */
export default function SelfPage() {
  const { part } = useParams()
  const me = useMe()
  const asked = useFreshMe()
  const shown = (found: Me) => (part === 'family' ? <Family me={found} /> : <Self me={found} />)
  return <Screen>{me ? shown(me) : <Loaded query={asked}>{shown}</Loaded>}</Screen>
}

function Self({ me }: { me: Me }) {
  const [isLeaving, setIsLeaving] = useState(false)
  const { name, people, community, roles } = me
  const from = doorstep(me)
  const others = people.filter(({ relation }) => relation !== 'self')
  if (SANDBOX && isLeaving)
    return (
      <Sure
        question={doorWords.leaveAsk}
        yes={doorWords.leave}
        no={doorWords.stay}
        busy={false}
        onYes={leave}
        onNo={() => setIsLeaving(false)}
      />
    )
  return (
    <>
      <Question>{elderWords.self}</Question>
      <Facts>{[community ? elderWords.iAm(name, community.name) : name]}</Facts>
      <UpdateLine />
      <AllUnsent />
      <Answer
        icon="people"
        title={elderWords.family}
        note={others.length > 0 ? spokenList(...others.map(one => one.name)) : elderWords.alone}
        onTap={() => open(SELF, { part: 'family' })}
      />
      <Answer
        icon="home"
        title={from ? elderWords.home(from.label) : words.chooseCommunity}
        note={from ? elderWords.homeNote : words.homeText}
        onTap={() => open(from ? '/identity/pages/home' : '/identity/pages/join')}
      />
      {ways().map(([icon, title, page]) => (
        <Answer key={page} kind="row" icon={icon} title={title} onTap={() => open(page)} />
      ))}
      {isStaff(roles) && (
        <Answer kind="row" icon="task" title={words.staff} onTap={() => open('/workbench/pages/queue')} />
      )}
      <LeaveDesk />
      {SANDBOX && <Answer kind="row" icon="cross" title={doorWords.leave} onTap={() => setIsLeaving(true)} />}
    </>
  )
}

/** Everybody whom I can book for; each line says when they were born, which some services ask for. */
function Family({ me: { people } }: { me: Me }) {
  return (
    <>
      <Question>{elderWords.family}</Question>
      {people.map(({ personId, name, relation, bornOn }) => (
        <Answer
          key={personId}
          icon="person"
          title={name}
          note={spokenList(relationNames[relation], bornOn ? bornOf(bornOn) : elderWords.bornNone)}
          onTap={() => open('/identity/pages/born', { personId })}
        />
      ))}
      <Answer
        kind="next"
        icon="plus"
        title={words.add}
        note={elderWords.addFirst}
        onTap={() => open('/identity/pages/person')}
      />
    </>
  )
}
