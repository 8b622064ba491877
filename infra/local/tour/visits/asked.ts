/** What 长辈版 asks instead of forms, of who somebody is and who belongs to them: a question to a page. */
import { demoId } from '../../../../functions/src/demo/street'
import type { Visitor } from '../../visitor'
import { elderModes, NEWCOMER, RESIDENT, type Visit, VOLUNTEER } from './acts'

const person = '/identity/pages/person'
const mother = `${person}?relation=parent&name=${encodeURIComponent('妈妈')}`

const offers = async ({ press }: Visitor) => {
  await press('约、取消、看预约')
  await press('三个月')
}

const pages: readonly Visit[] = [
  { name: 'person-name', who: RESIDENT, address: `${person}?relation=parent` },
  { name: 'person-own', who: RESIDENT, address: `${person}?relation=parent&own=1` },
  { name: 'person-born', who: RESIDENT, address: mother },
  { name: 'person-sure', who: RESIDENT, address: `${mother}&born=1950-03` },
  { name: 'grants-given', who: RESIDENT, address: '/identity/pages/grants?side=given' },
  { name: 'grants-held', who: VOLUNTEER, address: '/identity/pages/grants?side=held' },
  {
    name: 'person-year',
    who: RESIDENT,
    address: mother,
    act: ({ press }) => press(/^1950/),
  },
  {
    name: 'person-month',
    who: RESIDENT,
    address: mother,
    act: async ({ press }) => {
      await press(/^1950/)
      await press(/^1953/)
    },
  },
  {
    name: 'doorstep-called',
    who: RESIDENT,
    address: '/identity/pages/home',
    act: ({ press }) => press(/中心/),
  },
  {
    name: 'grant-code-told',
    who: VOLUNTEER,
    address: '/identity/pages/grant-offer',
    act: offers,
  },
  {
    name: 'grant-code-scanned',
    who: VOLUNTEER,
    address: '/identity/pages/grant-offer',
    act: async visitor => {
      await offers(visitor)
      await visitor.press(/扫一扫/)
    },
  },
  {
    name: 'grant-end',
    who: VOLUNTEER,
    address: `/identity/pages/grant?grantId=${demoId('grant', 'osmanthus-resident osmanthus-volunteer')}`,
    act: ({ press }) => press('我不再代办'),
  },
  {
    name: 'join-name',
    who: NEWCOMER,
    address: '/identity/pages/join',
    act: ({ press }) => press(/^桂花里/),
  },
]

export const asked: readonly Visit[] = pages.map(visit => ({ ...visit, modes: elderModes, worn: 'elder' }))
