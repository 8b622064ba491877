/** Which pages are pictured, as whom, on which screen. */
import { offeringNamed } from '../../../functions/src/demo/offerings'
import { placeNamed } from '../../../functions/src/demo/places'
import { demoId } from '../../../functions/src/demo/street'
import { desk, phone, type Screen, type Visitor } from '../visitor'

export interface Shot {
  /** Of the picture's file. */
  name: string
  who: string
  screen: Screen
  address: string
  /** What is done there before the picture is taken. */
  act?: (visitor: Visitor) => Promise<void>
}

const RESIDENT = '王桂芳'
const PARENT = '陆一鸣'
const VOLUNTEER = '周晓岚'
const WORKER = '钱文静'

const sharp: Screen = { ...phone, deviceScaleFactor: 2 }
/** The whole of a long page at once. */
const tall: Screen = { viewport: { width: 390, height: 1900 } }
const small: Screen = { viewport: { width: 320, height: 1500 } }
const dark: Screen = { ...tall, colorScheme: 'dark' }

const placeId = (name: string) => placeNamed(name).placeId
const offering = (place: string, name: string) =>
  `placeId=${placeId(place)}&offeringId=${offeringNamed(place, name).offeringId}`

const home = '/circle/tab/index'
const badminton = `/booking/pages/choose?${offering('桂花里羽毛球馆', '羽毛球场')}`
const dayCare = `/booking/pages/choose?${offering('桂花里日间照料中心', '半日托')}`
const slots = ({ page }: Visitor) =>
  page.getByRole('radiogroup', { name: '选时段' }).getByRole('radio', { disabled: false })

const tomorrow = ({ page }: Visitor) =>
  page.getByRole('radiogroup', { name: '选日子' }).getByRole('radio').nth(1).click()
const firstSlot = async (visitor: Visitor) => {
  await slots(visitor).first().click()
  await visitor.page.getByRole('textbox').waitFor()
}
const booked = async (visitor: Visitor) => {
  await firstSlot(visitor)
  await visitor.press(/^预约.*给/)
  await visitor.page.getByRole('img', { name: /二维码/ }).waitFor()
}
const large = async ({ page, press, open }: Visitor) => {
  await press(/^大字/, 'switch')
  await open(home)
  await page.getByRole('button').first().waitFor()
}

const firstPlace = async ({ page, press }: Visitor) => {
  await press(/桂花里长者活动角/)
  await page.getByRole('textbox', { name: '名称' }).waitFor()
}
const typedHours = async ({ page, write }: Visitor) => {
  await page.getByRole('textbox', { name: '名称' }).waitFor()
  await write('开放时间', '周一至周五 8:30-17:30，周末 9:00-16:00，节假日看通知')
}

export const readmeShots: readonly Shot[] = [
  { name: 'home', who: RESIDENT, screen: sharp, address: home },
  { name: 'choose', who: VOLUNTEER, screen: sharp, address: badminton, act: tomorrow },
  { name: 'queue', who: WORKER, screen: desk, address: '/workbench/pages/queue' },
]

export const shots: readonly Shot[] = [
  { name: 'home-whole', who: RESIDENT, screen: tall, address: home },
  { name: 'home-volunteer', who: VOLUNTEER, screen: tall, address: home },
  { name: 'home-dark', who: RESIDENT, screen: dark, address: home },
  { name: 'home-small', who: RESIDENT, screen: small, address: home },
  { name: 'home-desk', who: RESIDENT, screen: desk, address: home },
  { name: 'newcomer', who: '第一次来', screen: phone, address: home },
  { name: 'join', who: '第一次来', screen: phone, address: '/identity/pages/join' },
  { name: 'list', who: PARENT, screen: tall, address: '/circle/pages/list?kind=childcare' },
  { name: 'search', who: PARENT, screen: phone, address: '/circle/pages/list?search=' },
  {
    name: 'place',
    who: RESIDENT,
    screen: tall,
    address: `/circle/pages/place?placeId=${placeId('桂花里日间照料中心')}`,
  },
  { name: 'choose-few', who: RESIDENT, screen: tall, address: dayCare },
  { name: 'choose-small', who: RESIDENT, screen: small, address: dayCare },
  { name: 'choose-dark', who: RESIDENT, screen: dark, address: dayCare },
  { name: 'confirm', who: RESIDENT, screen: tall, address: dayCare, act: firstSlot },
  {
    name: 'ticket',
    who: PARENT,
    screen: tall,
    address: `/booking/pages/choose?${offering('石桥头共享厨房', '共享灶台')}`,
    act: booked,
  },
  { name: 'bookings', who: RESIDENT, screen: tall, address: '/booking/tab/index' },
  { name: 'tasks', who: VOLUNTEER, screen: tall, address: '/volunteer/tab/index' },
  {
    name: 'task',
    who: VOLUNTEER,
    screen: phone,
    address: `/volunteer/pages/task?taskId=${demoId('task', '代取药送上门')}`,
  },
  {
    name: 'task-full',
    who: VOLUNTEER,
    screen: phone,
    address: `/volunteer/pages/task?taskId=${demoId('task', '书场接待和摆椅子')}`,
  },
  { name: 'volunteering', who: VOLUNTEER, screen: tall, address: '/volunteer/pages/mine' },
  { name: 'file', who: RESIDENT, screen: tall, address: '/microproject/pages/file' },
  { name: 'requests', who: PARENT, screen: phone, address: '/microproject/pages/list' },
  {
    name: 'request',
    who: PARENT,
    screen: tall,
    address: `/microproject/pages/detail?microprojectId=${demoId('microproject', '石桥路人行道补平，方便推童车')}`,
  },
  { name: 'me', who: RESIDENT, screen: tall, address: '/identity/tab/index' },
  { name: 'doorstep', who: RESIDENT, screen: phone, address: '/identity/pages/home' },
  { name: 'person', who: RESIDENT, screen: phone, address: '/identity/pages/person' },
  { name: 'notices', who: RESIDENT, screen: phone, address: '/identity/pages/notices' },
  {
    name: 'queue-dark',
    who: WORKER,
    screen: { ...desk, colorScheme: 'dark' },
    address: '/workbench/pages/queue',
  },
  {
    name: 'queue-reason',
    who: WORKER,
    screen: desk,
    address: '/workbench/pages/queue',
    act: ({ page }) => page.keyboard.press('d'),
  },
  { name: 'queue-supervisor', who: '沈明远', screen: desk, address: '/workbench/pages/queue' },
  { name: 'queue-phone', who: WORKER, screen: phone, address: '/workbench/pages/queue' },
  { name: 'publish', who: WORKER, screen: tall, address: '/workbench/pages/publish' },
  { name: 'places', who: WORKER, screen: desk, address: '/workbench/pages/places', act: firstPlace },
  { name: 'places-phone', who: WORKER, screen: phone, address: '/workbench/pages/places' },
  {
    name: 'place-hours',
    who: WORKER,
    screen: tall,
    address: `/workbench/pages/place?placeId=${placeId('桂花里助浴点')}`,
  },
  { name: 'place-new', who: WORKER, screen: tall, address: '/workbench/pages/place', act: typedHours },
  // Last: the switch stays as it is for everybody at this screen.
  { name: 'home-large', who: '许志宁', screen: tall, address: '/identity/tab/index', act: large },
]
