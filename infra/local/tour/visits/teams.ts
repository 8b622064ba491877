/** Teams: those that one is in, who books for them, and how their community keeps them. */
import { instantAt } from '@yike/shared/kernel/time'
import { demoId } from '../../../../functions/src/demo/street'
import type { Visitor } from '../../visitor'
import { firstSlot, offering, RESIDENT, type Visit, VOLUNTEER, WORKER } from './acts'

const team = `/identity/pages/team?teamId=${demoId('team', '桂花里舞蹈队')}`
const theirs = `/booking/pages/team?teamId=${demoId('team', '桂花里舞蹈队')}&name=${encodeURIComponent('桂花里舞蹈队')}`
const rehearsal = `/booking/pages/choose?${offering('桂花里多功能厅', '团队排练')}`

/** Its ration is used up: who else of the team used it stands in what the team has booked. */
const usedUp = ({ page }: Visitor) =>
  page.route('**/api/bookings', route =>
    route.request().method() === 'GET'
      ? route.fallback()
      : route.fulfill({
          status: 409,
          contentType: 'application/problem+json',
          body: JSON.stringify({
            ...{ type: 'about:blank', status: 409, code: 'booking.quota_used', requestId: 'req_picture' },
            title: '这段时间能约的用完了，取消一个，或约晚一点的。',
            detail: '每个团队每周最多 8 小时，那一周用完了；11月30日起重新算。',
            next: [{ do: 'open', label: '看看团队约了什么', page: theirs }],
          }),
        }),
  )

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
    address: theirs,
  },
  { name: 'team-join', who: RESIDENT, address: '/identity/pages/team-join' },
  {
    name: 'team-confirm',
    who: RESIDENT,
    address: rehearsal,
    act: firstSlot,
    page: 'booking/pages/confirm',
  },
  {
    name: 'ticket-team',
    who: RESIDENT,
    address: `/booking/pages/ticket?bookingId=${demoId('booking', 'team/桂花里舞蹈队/1')}`,
  },
  {
    name: 'team-refused',
    who: RESIDENT,
    address: `/booking/pages/confirm?${offering('桂花里多功能厅', '团队排练')}&startAt=${encodeURIComponent(instantAt('2026-11-25', 12 * 60))}`,
    before: usedUp,
    act: ({ press }) => press(/^预约.*给桂花里舞蹈队/),
    actElder: ({ press }) => press(/^给桂花里舞蹈队/),
    troubles: ['409 booking.quota_used'],
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
