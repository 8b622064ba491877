/** What is visited on the walk through the app, as whom; and the three pictures of the README. */
import { demoId } from '../../../../functions/src/demo/street'
import { desk } from '../../visitor'
import { modeNames } from '../modes'
import {
  atSea,
  badminton,
  elderModes,
  home,
  NEWCOMER,
  PARENT,
  type Portrait,
  placeId,
  plainModes,
  RESIDENT,
  searched,
  sharp,
  states,
  tomorrow,
  typedHours,
  typedWrong,
  type Visit,
  VOLUNTEER,
  WORKER,
} from './acts'

import { asked } from './asked'
import { booked } from './booked'
import { closed } from './closed'
import { atTheDesk } from './desk'
import { helping } from './helping'
import { offered } from './offered'
import { rare } from './rare'
import { reached } from './reached'
import { repeated } from './repeated'
import { seasons } from './seasons'
import { teams } from './teams'
import { wechat } from './wechat'

/** 长辈版 asks of the bare list what one looks for, which needs no answer. */
const eldersPlaces = '/circle/pages/list?kind=elderCare'

export type { Visit } from './acts'

export const portraits: readonly Portrait[] = [
  { name: 'home', who: RESIDENT, screen: sharp, address: home },
  { name: 'choose', who: VOLUNTEER, screen: sharp, address: badminton, act: tomorrow },
  {
    ...{ name: 'queue', who: WORKER, screen: desk, address: '/workbench/pages/queue' },
    // The case beside the list comes after it.
    act: ({ see }) => see(/^经过/),
  },
]

/** Every page of app.config, and the states of the main ones. A test holds the list against the pages there are. */
export const visits: readonly Visit[] = [
  { name: 'home', who: RESIDENT, address: home },
  { name: 'home-volunteer', who: VOLUNTEER, address: home },
  { name: 'home-newcomer', who: NEWCOMER, address: home },
  { name: 'home-at-sea', who: RESIDENT, address: home, before: atSea },
  { name: 'list-at-sea', who: RESIDENT, address: eldersPlaces, before: atSea },
  { name: 'map-at-sea', who: RESIDENT, address: '/circle/pages/map', before: atSea },
  ...states('home', RESIDENT, home),
  { name: 'list', who: RESIDENT, address: '/circle/pages/list' },
  { name: 'list-group', who: RESIDENT, address: '/circle/pages/list?group=daily', modes: elderModes },
  { name: 'list-childcare', who: PARENT, address: '/circle/pages/list?kind=childcare' },
  { name: 'list-search', who: PARENT, address: '/circle/pages/list?search=' },
  { name: 'list-kept', who: RESIDENT, address: '/circle/pages/list?favourites=1' },
  { name: 'list-empty', who: PARENT, address: '/circle/pages/list?search=', act: searched('游泳馆') },
  { name: 'list-nearly', who: PARENT, address: '/circle/pages/list?search=', act: searched('老年食塘') },
  {
    name: 'list-reach',
    who: RESIDENT,
    address: '/circle/pages/list',
    act: ({ press }) => press(/^走路 15 分钟内/),
    modes: plainModes,
  },
  {
    name: 'list-walker',
    who: RESIDENT,
    address: '/circle/pages/list',
    act: ({ press }) => press(/^平常走/),
    modes: plainModes,
  },
  { name: 'map', who: RESIDENT, address: '/circle/pages/map?minutes=10' },
  {
    name: 'map-picked',
    who: RESIDENT,
    address: '/circle/pages/map?minutes=10',
    act: ({ press }) => press(/^\d+ 处在一起/),
  },
  ...states('list', RESIDENT, eldersPlaces),
  { name: 'place', who: RESIDENT, address: `/circle/pages/place?placeId=${placeId('桂花里日间照料中心')}` },
  {
    name: 'place-open',
    who: RESIDENT,
    address: `/circle/pages/place?placeId=${placeId('桂花里日间照料中心')}&hours=1`,
    modes: elderModes,
  },
  {
    name: 'place-plain',
    who: PARENT,
    address: `/circle/pages/place?placeId=${placeId('桂花里社区卫生服务站')}`,
  },
  ...booked,
  ...repeated,
  ...seasons,
  ...teams,
  { name: 'bookings', who: RESIDENT, address: '/booking/tab/index' },
  { name: 'bookings-empty', who: NEWCOMER, address: '/booking/tab/index' },
  ...states('bookings', RESIDENT, '/booking/tab/index'),
  ...helping,
  { name: 'me', who: RESIDENT, address: '/identity/tab/index' },
  { name: 'me-worker', who: WORKER, address: '/identity/tab/index' },
  { name: 'self', who: RESIDENT, address: '/identity/pages/self', modes: elderModes },
  { name: 'self-family', who: RESIDENT, address: '/identity/pages/self?part=family', modes: elderModes },
  { name: 'doorstep', who: RESIDENT, address: '/identity/pages/home' },
  { name: 'join', who: NEWCOMER, address: '/identity/pages/join' },
  { name: 'person', who: RESIDENT, address: '/identity/pages/person' },
  {
    name: 'born',
    who: RESIDENT,
    address: `/identity/pages/born?personId=${demoId('person', 'osmanthus-resident/张松年')}`,
  },
  { name: 'notices', who: RESIDENT, address: '/identity/pages/notices' },
  { name: 'language', who: RESIDENT, address: '/english/pages/language' },
  { name: 'enter', who: RESIDENT, address: '/identity/pages/enter' },
  { name: 'desk-code', who: WORKER, address: '/identity/pages/desk' },
  { name: 'let-in', who: WORKER, address: '/identity/pages/let-in' },
  { name: 'desks', who: WORKER, address: '/identity/pages/desks' },
  { name: 'reading', who: RESIDENT, address: '/identity/pages/reading' },
  { name: 'post', who: RESIDENT, address: '/identity/pages/post' },
  { name: 'looks', who: RESIDENT, address: '/identity/pages/looks' },
  // For its makers, who read Chinese; nothing that is published has it.
  { name: 'gallery', who: RESIDENT, address: '/ui/pages/gallery', modes: modeNames },
  ...atTheDesk,
  ...reached,
  ...rare,
  ...closed,
  ...wechat,
  ...offered,
  ...asked,
  { name: 'place-new', who: WORKER, address: '/workbench/pages/place', act: typedHours },
  { name: 'place-wrong', who: WORKER, address: '/workbench/pages/place', act: typedWrong },
]
