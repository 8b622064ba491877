/** Teams: those that one is in, who books for them, and how their community keeps them. */
import { demoId } from '../../../../functions/src/demo/street'
import { firstSlot, offering, RESIDENT, type Visit, VOLUNTEER, WORKER } from './acts'

const team = `/identity/pages/team?teamId=${demoId('team', '桂花里舞蹈队')}`
const rehearsal = `/booking/pages/choose?${offering('桂花里多功能厅', '团队排练')}`

export const teams: readonly Visit[] = [
  { name: 'teams', who: RESIDENT, address: '/identity/pages/teams' },
  { name: 'teams-none', who: WORKER, address: '/identity/pages/teams' },
  { name: 'team', who: RESIDENT, address: team },
  { name: 'team-member', who: RESIDENT, address: team, act: ({ press }) => press(/^周晓岚/) },
  { name: 'team-invite', who: RESIDENT, address: `${team}&step=invite` },
  {
    name: 'team-code',
    who: RESIDENT,
    address: `${team}&step=invite`,
    act: ({ press }) => press('出一个团队码'),
  },
  { name: 'team-booker', who: VOLUNTEER, address: team },
  { name: 'team-leave', who: VOLUNTEER, address: `${team}&step=leave` },
  {
    name: 'team-bookings',
    who: RESIDENT,
    address: `/booking/pages/team?teamId=${demoId('team', '桂花里舞蹈队')}&name=${encodeURIComponent('桂花里舞蹈队')}`,
  },
  { name: 'team-join', who: RESIDENT, address: '/identity/pages/team-join' },
  {
    name: 'team-confirm',
    who: RESIDENT,
    address: rehearsal,
    act: firstSlot,
    page: 'booking/pages/confirm',
  },
  { name: 'desk-teams', who: WORKER, address: '/workbench/pages/teams' },
  {
    name: 'desk-teams-members',
    who: WORKER,
    address: '/workbench/pages/teams',
    act: ({ press }) => press('看名单：桂花里舞蹈队'),
  },
  {
    name: 'desk-teams-code',
    who: WORKER,
    address: '/workbench/pages/teams',
    act: ({ press }) => press('再给一个队长码：桂花里舞蹈队'),
  },
  {
    name: 'desk-offering-team',
    who: WORKER,
    address: `/workbench/pages/offerings?${offering('桂花里多功能厅', '团队排练')}`,
  },
]
