import { expect, it } from 'vitest'
import { newOfferingDraft, readOffering } from './offering'
import { ageOf, carersOf, weeklyOf, writtenAge } from './terms'

it.each([
  ['60', 720],
  ['60 岁', 720],
  ['６个月', 6],
  ['18 月', 18],
  ['老人', undefined],
  ['', undefined],
])('an age typed as %s is %s months', (typed, months) => {
  expect(ageOf(typed)).toBe(months)
  if (months !== undefined) expect(ageOf(writtenAge(months))).toBe(months)
})

it('who is on duty in a week comes back as it was typed, and a row without a name does not count', () => {
  const rows = [
    { name: '郁老师', hours: '周一至周五 8:00–17:00' },
    { name: '钮老师', hours: '周一、周三 9:00–12:00 13:00–17:00' },
  ]
  const weekly = weeklyOf(rows)
  expect(weekly?.[0]).toHaveLength(3)
  expect(weekly?.[5]).toEqual([])
  expect(weeklyOf(carersOf(weekly ?? []))).toEqual(weekly)
  expect(weeklyOf([{ name: '', hours: '每天 8:00–17:00' }])).toBeUndefined()
})

it('a new offering needs a name, for whom and hours; with them it can be sent as it stands', () => {
  const community = '320499001001' as never
  const empty = readOffering(newOfferingDraft(), community)
  expect('wrong' in empty && Object.keys(empty.wrong).sort()).toEqual(['forWhom', 'hours', 'name'])
  const typed = {
    name: '书法课',
    forWhom: '人人可约',
    hours: '每天 9:00–18:00',
    ageMin: '60 岁',
    livesIn: true,
  }
  expect(readOffering({ ...newOfferingDraft(), ...typed }, community)).toMatchObject({
    fields: { name: '书法课', slotMinutes: 60, eligible: { ageMonths: { min: 720 }, livesIn: community } },
  })
})
