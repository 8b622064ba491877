import { isStaff } from '@yike/shared/identity/rules'
import type { Me } from '@yike/shared/identity/schema'
import { open } from '../../platform/route'
import { AllUnsent, Answer, CallPerson, Facts, Question, UpdateLine } from '../../ui'
import type { IconName } from '../../ui/icon-names'
import { DeskLines } from '../desk-lines'
import { words } from '../words'

type Way = [icon: IconName, title: string, page: string]

const mine = (): Way[] => [
  ['ticket', words.mine, '/booking/tab/index'],
  ['person', words.household, '/identity/pages/self'],
  ['notice', words.notices, '/identity/pages/notices'],
  ['idea', words.requests, '/microproject/pages/list'],
  ['volunteer', words.volunteer, '/volunteer/tab/index'],
  ['settings', words.reading, '/identity/pages/reading'],
]

/** 长辈版 of 我的: who I am, somebody to call, and what is mine, each on a page of its own. */
export function ElderMe({ me: { name, community, roles } }: { me: Me }) {
  const works = isStaff(roles)
  const ways: Way[] = works ? [...mine(), ['task', words.staff, '/workbench/pages/queue']] : mine()
  return (
    <>
      <Question>{name}</Question>
      <Facts>{[community?.name ?? words.noCommunity]}</Facts>
      <UpdateLine />
      <AllUnsent />
      <CallPerson next />
      {ways.map(([icon, title, page]) => (
        <Answer key={page} kind="row" icon={icon} title={title} onTap={() => open(page)} />
      ))}
      {works && <DeskLines />}
    </>
  )
}
