import { isStaff } from '@yike/shared/identity/rules'
import type { Me } from '@yike/shared/identity/schema'
import { open } from '../../platform/route'
import { AllUnsent, Answer, CallPerson, Facts, Question, UpdateLine } from '../../ui'
import { DeskLines } from '../desk-lines'
import { deskWords, words } from '../words'

/** 长辈版 of 我的: who I am, somebody to call, and what is mine, each on a page of its own. */
export const ElderMe = ({ me: { name, community, roles } }: { me: Me }) => (
  <>
    <Question>{name}</Question>
    <Facts>{[community?.name ?? words.noCommunity]}</Facts>
    <UpdateLine />
    <AllUnsent />
    <CallPerson next />
    <Answer icon="ticket" title={words.mine} onTap={() => open('/booking/tab/index')} />
    <Answer icon="person" title={words.household} onTap={() => open('/identity/pages/self')} />
    <Answer icon="notice" title={words.notices} onTap={() => open('/identity/pages/notices')} />
    <Answer icon="idea" title={words.requests} onTap={() => open('/microproject/pages/list')} />
    <Answer icon="volunteer" title={words.volunteer} onTap={() => open('/volunteer/tab/index')} />
    <Answer icon="people" title={deskWords.grants} onTap={() => open('/identity/pages/grants')} />
    <Answer icon="settings" title={words.reading} onTap={() => open('/identity/pages/reading')} />
    {isStaff(roles) && (
      <>
        <Answer icon="task" title={words.staff} onTap={() => open('/workbench/pages/queue')} />
        <DeskLines />
      </>
    )}
  </>
)
