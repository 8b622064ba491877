import { dayKindOf } from '@yike/shared/kernel/workday'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '../../test/world'
import { openLearning } from './handlers'

/** Made up, after the manner of those that were published. */
const noticeOf = (springFrom: number) =>
  `一、元旦：1月1日（周三）放假，共1天。二、春节：2月${springFrom}日至${springFrom + 6}日放假调休，共7天。2月10日（周日）上班。三、清明节：4月4日放假。四、劳动节：5月1日至5日放假。五、端午节：6月24日放假。六、中秋节：9月30日放假。七、国庆节：10月1日至7日放假。`

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const enter = async (year: number, text: string, version = 0) => {
  const supervisor = w.as(await w.person({ roles: ['resident', 'supervisor'] }))
  return supervisor.put(`/work/holidays/${year}`, { text, version })
}

it('a year that nobody has entered is unknown and told as missing; entered, it holds, also in a process that starts later', async () => {
  const worker = w.as(await w.person({ roles: ['resident', 'worker'] }))
  expect((await worker.get('/work/holidays')).body).toMatchObject({ missing: [2027] })
  expect(dayKindOf('2030-10-01')).toBe('unknown')
  const { status, body } = await enter(2030, noticeOf(2).replace('周三', '周二'))
  expect(status).toBe(200)
  expect(body.years[0]).toMatchObject({ year: 2030, entered: true, version: 1 })
  expect(['2030-10-01', '2030-02-10', '2030-10-12', '2030-10-14'].map(dayKindOf)).toEqual([
    'holiday',
    'workday',
    'weekend',
    'workday',
  ])
  expect((await worker.get('/work/holidays')).body.years[0].year).toBe(2030)
  await openLearning(w.table)(0)
  expect(dayKindOf('2030-05-05')).toBe('holiday')
})

it('is corrected by whoever saw it last, and the same once more changes nothing', async () => {
  expect((await enter(2036, noticeOf(2).replace('（周三）', '').replace('（周日）', ''))).status).toBe(200)
  expect((await enter(2036, noticeOf(3).replace('（周三）', '').replace('（周日）', ''))).body.code).toBe(
    'circle.notice_moved',
  )
  expect((await enter(2036, noticeOf(3).replace('（周三）', '').replace('（周日）', ''), 1)).status).toBe(200)
  expect(dayKindOf('2036-02-02')).toBe('weekend')
})

it.each([
  ['of a year that came with the product', 2026, noticeOf(2), 'circle.year_held'],
  [
    'whose weekdays are those of another year',
    2031,
    noticeOf(2).replace('周三', '周四'),
    'circle.notice_unclear',
  ],
  ['that leaves out a festival', 2031, '元旦：1月1日放假，共1天。', 'circle.notice_unclear'],
])('a notice %s is refused, and the year stays as it was', async (_, year, text, code) => {
  const before = dayKindOf(`${year}-05-01`)
  expect((await enter(year, text)).body.code).toBe(code)
  expect(dayKindOf(`${year}-05-01`)).toBe(before)
})
