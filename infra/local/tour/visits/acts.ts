/** Who walks, where to, and what is done there before a page is looked at. */
import { fileURLToPath } from 'node:url'
import { offeringNamed } from '../../../../functions/src/demo/offerings'
import { placeNamed } from '../../../../functions/src/demo/places'
import { phone, type Screen, type Visitor } from '../../visitor'
import { type Mode, modeNames, type Width } from '../modes'

export interface Visit {
  /** Of the pictures' files. */
  name: string
  who: string
  address: string
  /** What is arranged before the page is opened: a network that fails. */
  before?: (visitor: Visitor) => Promise<unknown>
  /** What is done there before it is looked at. */
  act?: (visitor: Visitor) => Promise<unknown>
  /** The same in 长辈版, where it asks otherwise. */
  actElder?: (visitor: Visitor) => Promise<unknown>
  /** How it is worn while that is done, where the page is another one then. */
  worn?: Mode
  /** The page that the act ends on, where it is not the address's own. */
  page?: string
  /** Where the page exists only so. */
  modes?: readonly Mode[]
  widths?: readonly Width[]
  /** It waits for an answer that never comes. */
  never?: boolean
  /** What is meant to go wrong. */
  troubles?: readonly string[]
}

/** A picture of the README. */
export interface Portrait extends Pick<Visit, 'name' | 'who' | 'address' | 'act'> {
  screen: Screen
}

/** Of what 长辈版 does not have. */
export const plainModes: readonly Mode[] = ['ordinary', 'dark', 'contrast']
/** Of pages that exist in 长辈版 only. */
export const elderModes: readonly Mode[] = ['elder', 'englishElder']

export const RESIDENT = '王桂芳'
export const PARENT = '陆一鸣'
export const VOLUNTEER = '周晓岚'
export const WORKER = '钱文静'
export const CARER = '顾建平'
export const SUPERVISOR = '沈明远'
export const NEWCOMER = '第一次来'

export const sharp: Screen = { ...phone, deviceScaleFactor: 2 }

export const placeId = (name: string) => placeNamed(name).placeId
export const offering = (place: string, name: string) =>
  `placeId=${placeId(place)}&offeringId=${offeringNamed(place, name).offeringId}`

export const home = '/circle/tab/index'
export const badminton = `/booking/pages/choose?${offering('桂花里羽毛球馆', '羽毛球场')}`
export const dayCare = `/booking/pages/choose?${offering('桂花里日间照料中心', '半日托')}`
export const kitchen = `/booking/pages/choose?${offering('石桥头共享厨房', '共享灶台')}`
export const slots = ({ page }: Visitor) =>
  page.getByRole('group', { name: '选时段' }).getByRole('button', { disabled: false })

export const tomorrow = ({ page }: Visitor) =>
  page.getByRole('radiogroup', { name: '选日子' }).getByRole('radio').nth(1).click()
export const firstSlot = async (visitor: Visitor) => {
  await slots(visitor).first().click()
  await visitor.page.getByRole('textbox').waitFor()
}
/** Tomorrow, the first slot that can only be waited for. */
export const fullOne = async (visitor: Visitor) => {
  await tomorrow(visitor)
  await visitor.press(/约满 · 去排队/)
}
export const placed = async (visitor: Visitor) => {
  await firstSlot(visitor)
  await visitor.press(/^预约.*给/)
  await visitor.page.getByRole('img', { name: /二维码/ }).waitFor()
}
/** As if this page were opened for the first time: nothing is remembered of it. */
const forget = async ({ page, rest }: Visitor) => {
  // An answer that is still on its way would be remembered after all.
  await rest()
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('yk:answer')) localStorage.removeItem(key)
  })
}
const asked = '**/api/**'
const cutOff = async (visitor: Visitor) => {
  await forget(visitor)
  await visitor.page.route(asked, route => route.abort('internetdisconnected'))
}
const slow = async (visitor: Visitor) => {
  await forget(visitor)
  await visitor.page.route(asked, () => undefined)
}
export const broken = async (visitor: Visitor) => {
  await forget(visitor)
  await visitor.page.route(asked, route => route.fulfill({ status: 500, body: '{}' }))
}
export const OFFLINE = 'ERR_INTERNET_DISCONNECTED'
export const states = (name: string, who: string, address: string): Visit[] => [
  // What is coming has no words yet, in no language.
  { name: `${name}-loading`, who, address, before: slow, never: true, modes: modeNames },
  { name: `${name}-offline`, who, address, before: cutOff, troubles: [OFFLINE] },
]

/** The whole day care of tomorrow for somebody who has it already. */
export const twice = async (visitor: Visitor) => {
  await placed(visitor)
  await visitor.open(kitchen)
  await visitor.rest()
  await firstSlot(visitor)
  await visitor.press(/^预约.*给/)
  await visitor.page.getByRole('alert').filter({ visible: true }).first().waitFor()
}

export const typedHours = async ({ page, write }: Visitor) => {
  await page.getByRole('textbox', { name: '名称' }).waitFor()
  await write('开放时间', '周一至周五 8:30-17:30，周末 9:00-16:00，节假日看通知')
}

export const searched =
  (typed: string) =>
  async ({ page, press }: Visitor) => {
    await page.getByRole('searchbox').or(page.getByRole('textbox')).last().fill(typed)
    await press('找一找')
  }

/** A form that says of three fields what is wrong with each. */
export const typedWrong = async ({ page, write, press }: Visitor) => {
  await page.getByRole('textbox', { name: '名称' }).waitFor()
  await write('名称', '桂花里书屋')
  await write('开放时间', '每天 9:00-17:00（12:00-13:00 午休），周三上午休')
  await write('经度和纬度', '31.7803, 119.9495')
  await write('建筑面积', '-5')
  await press('登记桂花里书屋')
}

export const firstAnswer = async ({ page, press }: Visitor) => {
  await press(/还有 \d+ 个位/)
  await page.getByRole('heading', { name: '给谁约？' }).waitFor()
}

/** Two photos from the album. */
export const photos = async ({ page, press }: Visitor) => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press('拍照或选照片')])
  const album = new URL('../../../../functions/src/demo/photos/', import.meta.url)
  await chooser.setFiles(['steps', 'pavement'].map(name => fileURLToPath(new URL(`${name}.jpg`, album))))
  await page.getByRole('button', { name: '删掉第 2 张照片' }).waitFor()
}

/** The same on the page that 长辈版 has for them. */
export const photosElder = async (visitor: Visitor) => {
  await visitor.open('/microproject/pages/file?step=photos')
  await visitor.rest()
  await photos(visitor)
}

/** Does something once the queue stands beside its case: the walk begins on a phone. */
export const atDesk =
  (act: NonNullable<Visit['act']>): Visit['act'] =>
  async visitor => {
    await visitor.page.setViewportSize({ width: 1280, height: 800 })
    await visitor.page.getByRole('tab', { selected: true }).waitFor()
    await visitor.rest()
    await act(visitor)
  }

/** Asks for everything from a door in the sea: the answers are what the API says there. */
export const atSea: Visit['before'] = ({ page }) =>
  page.route(/\/(circle|places)(\/bands)?\?/, route =>
    route.continue({
      url: route
        .request()
        .url()
        .replace(/lng=[\d.-]+/, 'lng=124.5')
        .replace(/lat=[\d.-]+/, 'lat=30.5'),
    }),
  )
