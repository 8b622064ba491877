/** Classes and their children: who fetches whom, who is on duty, whom to call. */
import { demoId } from '../../../../functions/src/demo/street'
import { CARER, elderModes, PARENT, placeId, plainModes, type Visit, WORKER } from './acts'

const child = demoId('booking', 'handover/0')
const pickup = `/booking/pages/pickup?bookingId=${child}`
const nursery = `/workbench/pages/class?placeId=${placeId('石桥头向阳托育园')}`
const roster = `/workbench/pages/roster?placeId=${placeId('桂花里日间照料中心')}&on=2026-11-25`
/** A child that is fetched: its father's side, and the class's. */
export const children: readonly Visit[] = [
  { name: 'pickup', who: PARENT, address: pickup },
  {
    name: 'pickup-code',
    who: PARENT,
    address: pickup,
    act: ({ press }) => press('给何秀英发接送码'),
    modes: plainModes,
  },
  {
    name: 'pickup-name',
    who: PARENT,
    address: pickup,
    act: ({ press }) => press('再写一位能接的人'),
    modes: ['ordinary'],
  },
  ...['code', 'names', 'new', 'phone', 'medicine', 'day'].map(part => ({
    name: `pickup-${part}-part`,
    who: PARENT,
    address: `${pickup}&part=${part}`,
    modes: elderModes,
  })),
  { name: 'class', who: CARER, address: nursery },
  { name: 'calls', who: WORKER, address: '/workbench/pages/calls' },
  { name: 'roster-place', who: WORKER, address: '/workbench/pages/roster' },
  { name: 'roster', who: WORKER, address: roster },
  {
    name: 'roster-away',
    who: WORKER,
    address: roster,
    // What was switched stays as a draft: in another layout it is there already.
    act: async ({ page, press, rest }) => {
      await rest()
      const away = page
        .getByRole('switch', { name: '吴护理员在岗', checked: false })
        .filter({ visible: true })
      if ((await away.count()) === 0) await press('吴护理员在岗', 'switch')
    },
  },
  {
    name: 'roster-displace',
    who: WORKER,
    address: roster,
    act: ({ page }) =>
      page
        .getByRole('button', { name: /另找时段$/ })
        .first()
        .click(),
  },
  {
    name: 'class-leave',
    who: CARER,
    address: nursery,
    act: ({ page }) => page.getByRole('button', { name: '陆豆豆：记接走' }).click(),
  },
  {
    name: 'class-names',
    who: CARER,
    address: nursery,
    act: ({ page }) => page.getByRole('button', { name: '陆豆豆：改名单' }).click(),
  },
  {
    name: 'class-arrive',
    who: CARER,
    address: nursery,
    act: ({ page }) =>
      page
        .getByRole('button', { name: /：记送到$/ })
        .first()
        .click(),
  },
]
