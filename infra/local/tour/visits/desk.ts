/** The workbench: the queue beside its case, and where else staff go. */
import { demoId } from '../../../../functions/src/demo/street'
import { atDesk, placeId, SUPERVISOR, states, type Visit, WORKER } from './acts'

export const atTheDesk: readonly Visit[] = [
  { name: 'queue', who: WORKER, address: '/workbench/pages/queue' },
  {
    name: 'queue-reason',
    who: WORKER,
    address: '/workbench/pages/queue',
    widths: [1280],
    act: atDesk(async ({ page }) => {
      // The case is there a moment after its line.
      await page.getByRole('button', { name: '退回' }).filter({ visible: true }).first().waitFor()
      await page.keyboard.press('d')
      await page.getByRole('textbox', { name: '原因' }).waitFor()
    }),
  },
  {
    name: 'queue-unmet',
    who: WORKER,
    address: '/workbench/pages/queue',
    widths: [1280],
    // What stood open in this tab waits no more, and the desk has opened another.
    before: ({ page }) =>
      page.evaluate(() => {
        const owner = JSON.parse(localStorage.getItem('yk:owner') ?? '').data
        sessionStorage.setItem('yk:desk.open', `${owner} booking bk_gone `)
      }),
    act: atDesk(async ({ page }) => {
      await page.getByRole('button', { name: '退回' }).filter({ visible: true }).first().waitFor()
      await page.keyboard.press('a')
      await page.getByText('这一件是刚翻到的').waitFor()
    }),
  },
  {
    name: 'queue-keys',
    who: WORKER,
    address: '/workbench/pages/queue',
    widths: [1280],
    act: atDesk(async ({ page, see }) => {
      await page.getByRole('button', { name: '退回' }).filter({ visible: true }).first().waitFor()
      await page.keyboard.press('?')
      await see('先不办、关上')
    }),
  },
  {
    name: 'queue-reports',
    who: WORKER,
    address: '/workbench/pages/queue',
    widths: [1280],
    act: atDesk(({ page }) => page.getByRole('tab', { name: /老年食堂送餐/ }).click()),
  },
  {
    name: 'queue-unfolded',
    who: WORKER,
    address: '/workbench/pages/queue',
    widths: [390],
    act: ({ press }) => press(/^老年食堂送餐/),
  },
  { name: 'queue-supervisor', who: SUPERVISOR, address: '/workbench/pages/queue' },
  ...states('queue', WORKER, '/workbench/pages/queue'),
  {
    name: 'case',
    who: WORKER,
    address: `/workbench/pages/case?kind=microproject&caseId=${demoId('microproject', '每月请师傅上门理发')}`,
  },
  { name: 'publish', who: WORKER, address: '/workbench/pages/publish' },
  { name: 'places', who: WORKER, address: '/workbench/pages/places' },
  { name: 'attendance-place', who: WORKER, address: '/workbench/pages/sheet' },
  { name: 'coverage', who: WORKER, address: '/workbench/pages/coverage' },
  { name: 'staff', who: '沈明远', address: '/workbench/pages/staff' },
  { name: 'holidays', who: SUPERVISOR, address: '/workbench/pages/holidays' },
  { name: 'coverage-street', who: '沈明远', address: '/workbench/pages/coverage' },
  {
    name: 'place-hours',
    who: WORKER,
    address: `/workbench/pages/place?placeId=${placeId('桂花里助浴点')}`,
  },
]
