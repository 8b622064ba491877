import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DaySpans, roundTheClock, type WeeklyHours } from '../hours'
import { weeklyHours } from './arbitrary.test-support'
import { readHours, understandHours } from './read'
import { writeHours } from './write'

const closed: DaySpans = []
const week = (workday: DaySpans, saturday = workday, sunday = saturday): DaySpans[] => [
  ...Array.from({ length: 5 }, () => workday),
  saturday,
  sunday,
]
const day: DaySpans = [[510, 1050]]
const lunch: DaySpans = [
  [540, 720],
  [780, 1020],
]

describe('readHours reads what people write', () => {
  it.each<[string, WeeklyHours]>([
    [
      '每天 8:30–17:30，周三休，节假日照常',
      { days: [day, day, closed, day, day, day, day], publicHoliday: 'asUsual' },
    ],
    ['周三休；每天 8:30–17:30', { days: [day, day, closed, day, day, day, day], publicHoliday: 'asUsual' }],
    [
      '周一至周五 8:00-12:00 14:00-18:00',
      {
        days: week(
          [
            [480, 720],
            [840, 1080],
          ],
          closed,
        ),
        publicHoliday: 'unknown',
      },
    ],
    ['24小时', roundTheClock],
    ['每天24小时开放，全年无休', roundTheClock],
    ['8：30～17：30', { days: week(day), publicHoliday: 'unknown' }],
    ['开放时间：周一至周日8时30分—17时30分', { days: week(day), publicHoliday: 'asUsual' }],
    ['星期一到星期五早上8点半到下午5点半，双休日休息', { days: week(day, closed), publicHoliday: 'unknown' }],
    [
      '上午8:30-11:30，下午2:00-5:30',
      {
        days: week([
          [510, 690],
          [840, 1050],
        ]),
        publicHoliday: 'unknown',
      },
    ],
    ['工作日 8:30-17:30', { days: week(day, closed), publicHoliday: 'closed', makeUpDay: day }],
    [
      '工作日 8:30-17:30，周末及法定节假日 9:00-16:00',
      { days: week(day, [[540, 960]]), publicHoliday: [[540, 960]], makeUpDay: day },
    ],
    [
      '8:30-17:30，周一闭馆（法定节假日除外）',
      { days: [closed, day, day, day, day, day, day], publicHoliday: day },
    ],
    ['周一至周五（节假日除外）8:30-17:30', { days: week(day, closed), publicHoliday: 'closed' }],
    [
      '周一、三、五 8:30-17:30',
      { days: [day, closed, day, closed, day, closed, closed], publicHoliday: 'unknown' },
    ],
    ['周六日 8:30-17:30', { days: week(closed, day), publicHoliday: 'unknown' }],
    [
      '周六至周一 8:30-17:30',
      { days: [day, closed, closed, closed, closed, day, day], publicHoliday: 'unknown' },
    ],
    ['每天18:00-次日2:00', { days: week([[1080, 1560]]), publicHoliday: 'asUsual' }],
    ['每天 22:00-6:00', { days: week([[1320, 1800]]), publicHoliday: 'asUsual' }],
    ['每天 0:00-24:00', roundTheClock],
    ['晚6点-10点', { days: week([[1080, 1320]]), publicHoliday: 'unknown' }],
    ['9:00-17:00（16:30停止入场），全年无休', { days: week([[540, 1020]]), publicHoliday: 'asUsual' }],
    ['周一至周五 8:30-17:30，周末照常', { days: week(day), publicHoliday: 'unknown' }],
    [
      '每周一闭馆，其余时间8:30-17:30',
      { days: [closed, day, day, day, day, day, day], publicHoliday: 'unknown' },
    ],
    ['除周一外每天 8:30-17:30', { days: [closed, day, day, day, day, day, day], publicHoliday: 'asUsual' }],
    ['周一除外，8:30-17:30', { days: [closed, day, day, day, day, day, day], publicHoliday: 'unknown' }],
    ['全天24小时', roundTheClock],
    ['二十四小时开放', roundTheClock],
    [
      'AM 8:30-11:30 PM 2:00-5:30',
      {
        days: week([
          [510, 690],
          [840, 1050],
        ]),
        publicHoliday: 'unknown',
      },
    ],
    ['上午八点半到下午五点半', { days: week(day), publicHoliday: 'unknown' }],
    ['8.30-17.30', { days: week(day), publicHoliday: 'unknown' }],
    [
      '8:30-17:30，午休12:00-14:00',
      {
        days: week([
          [510, 720],
          [840, 1050],
        ]),
        publicHoliday: 'unknown',
      },
    ],
    ['全年开放 8:30-17:30', { days: week(day), publicHoliday: 'asUsual' }],
    [
      '8:30-17:30（周一至周五），9:00-16:00（周末）',
      { days: week(day, [[540, 960]]), publicHoliday: 'unknown' },
    ],
    [
      '周一至周五 8:30-17:30，错时开放：周三 17:00-20:00，周六 9:00-12:00',
      {
        days: [day, day, [[510, 1200]], day, day, [[540, 720]], closed],
        publicHoliday: 'unknown',
      },
    ],
    [
      '周一至周五 8:30-17:30，周日休，延时服务 18:00-20:00',
      {
        days: week(
          [
            [510, 1050],
            [1080, 1200],
          ],
          closed,
        ),
        publicHoliday: 'unknown',
      },
    ],
    ['\u200b每天\u00a08:30-17:30\ufeff', { days: week(day), publicHoliday: 'asUsual' }],
    ['周一至周日 9:00-17:00（12:00-13:00 午休）', { days: week(lunch), publicHoliday: 'asUsual' }],
    ['每天 9:00-17:00，中午12:00-13:00休息', { days: week(lunch), publicHoliday: 'asUsual' }],
    [
      '每天 9:00-12:00 13:00-17:00，周三上午休',
      { days: week(lunch).with(2, [[780, 1020]]), publicHoliday: 'asUsual' },
    ],
    [
      '周三下午不办公，工作日 8:30-12:00、14:00-17:30',
      {
        days: week(
          [
            [510, 720],
            [840, 1050],
          ],
          closed,
        ).with(2, [[510, 720]]),
        publicHoliday: 'closed',
        makeUpDay: [
          [510, 720],
          [840, 1050],
        ],
      },
    ],
    [
      '每天 9:00-17:00，周三下午休',
      { days: week([[540, 1020]]).with(2, [[540, 720]]), publicHoliday: 'asUsual' },
    ],
  ])('%s', (text, hours) => {
    expect(readHours(text)).toEqual(hours)
  })
})

describe('readHours never guesses', () => {
  it.each([
    '',
    '周三休',
    '9:00-5:30',
    '8:30-11:30 1:30-5:00',
    '每天 8:30-17:30 左右',
    '周一至周五 8:30-17:30，周六 9:00-12:00，延时服务 18:00-20:00',
    '夏季 8:00-18:00，冬季 8:30-17:30',
    '5月1日-10月31日 8:00-18:00',
    '周一至周五 9:00-17:00，周五至周日 10:00-20:00',
    '周一 9:00-12:00，周一 14:00-18:00',
    '25:00-26:00',
    '8:75-17:00',
    '周一至周五 8:30-17:30，全年无休',
    '节假日照常，节假日休息，每天 8:00-9:00',
    '9:00-17:00 周一',
    '8:30',
    '见门口通知',
    '法定节假日 9:00-12:00',
    '调休上班日 9:00-12:00',
    '9:00-12:00 午休 13:30-17:30',
    '周三上午休',
    '每天 14:00-17:00，周三上午休',
    '每天 9:00-21:00，周三下午休',
    '周一至周五 9:00-17:00，周六上午休',
    '周一 9:00-17:00，每天上午休',
    '每月第一个周六 9:00-12:00',
    `每天 8:30-17:30${'，'.repeat(500)}`,
  ])('%s', text => {
    expect(readHours(text)).toBeUndefined()
  })

  it.each([
    ['每天 8:30-17:30 左右', 'word', '左右'],
    ['周一至周五 9:00-5:30', 'clock', '9:00-5:30'],
    ['25:00-26:00', 'clock', '25:00-26:00'],
    ['夏季 8:00-18:00', 'season', '夏季'],
    ['每天9:00-17:00,春节期间休息', 'festival', '春节期间休息'],
    ['每天 9:00-17:00，每月第一个周六休', 'festival', '每月第一个周六休'],
    ['每天 9:00-17:00，每月15日休', 'festival', '每月15日休'],
    ['法定节假日 9:00-12:00', 'weekless', ''],
    ['每天 9:00-21:00，周三下午休', 'contradiction', ''],
    ['周三休', 'silent', ''],
    ['9:00-17:00 周一', 'loose', ''],
    ['周一至周五 8:30-17:30，全年无休', 'contradiction', ''],
  ])('says of %s what is to be written otherwise: %s %s', (text, why, part) => {
    expect(understandHours(text)).toEqual({ unclear: { part, why } })
  })

  it('answers any text at all with sound hours or with nothing', () => {
    const pieces = [
      '周',
      '一',
      '日',
      '至',
      '8:30',
      '-',
      '17',
      '点',
      '休',
      '节假日',
      '每天',
      ' ',
      '，',
      '次日',
      '除外',
      '照常',
    ]
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(fc.constantFrom(...pieces)).map(list => list.join('')),
        ),
        text => {
          const hours = readHours(text)
          if (!hours) return
          expect(hours.days).toHaveLength(7)
          for (const [from, to] of hours.days.flat()) {
            expect(from).toBeGreaterThanOrEqual(0)
            expect(from).toBeLessThan(1440)
            expect(to).toBeGreaterThan(from)
            expect(to).toBeLessThanOrEqual(from + 1440)
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('writeHours', () => {
  it('writes what readHours reads back as the same hours', () => {
    fc.assert(
      fc.property(weeklyHours, hours => {
        expect(readHours(writeHours(hours))).toEqual(hours)
      }),
      { numRuns: 500 },
    )
    expect(readHours(writeHours(roundTheClock))).toEqual(roundTheClock)
  })
})
