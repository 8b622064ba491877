import type { OfferingEntry } from '@yike/shared/booking/schema/upkeep'
import type { RegionCode } from '@yike/shared/identity/schema'
import { expect, it } from 'vitest'
import { draftOfOffering, newOfferingDraft } from './offering/draft'
import { readOffering } from './offering/read'
import { ageOf, carersOf, homesOf, weeklyOf, writtenAge } from './terms'

const community = '320499001001' as RegionCode

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
  const empty = readOffering(newOfferingDraft(), community)
  expect('wrong' in empty && Object.keys(empty.wrong).sort()).toEqual(['forWhom', 'hours', 'name'])
  const typed = {
    name: '书法课',
    forWhom: '人人可约',
    hours: '每天 9:00–18:00',
    ageMin: '60 岁',
    livesIn: community,
  }
  expect(readOffering({ ...newOfferingDraft(), ...typed }, community)).toMatchObject({
    fields: { name: '书法课', slotMinutes: 60, eligible: { ageMonths: { min: 720 }, livesIn: community } },
  })
})

it('whom it is for and each other price come back from the form as they were: also where they live, be it the street', () => {
  const entry = {
    ...{ kind: 'venue', attended: true, name: '书法课', forWhom: '人人可约', capacity: 2, closures: [] },
    ...{ hours: '每天 9:00–18:00', slotMinutes: 60, daysAhead: 14, noticeMinutes: 30, cancelMinutes: 60 },
    ...{ needsApproval: false, priceClass: 'paid', priceFen: 500 },
    eligible: { ageMonths: { min: 720 }, livesIn: community.slice(0, 9) },
    prices: [
      { eligible: { livesIn: community }, priceFen: 0, why: '本社区免费' },
      { eligible: { ageMonths: { min: 840 }, team: true }, priceFen: 200, why: '老年团队' },
    ],
  } as unknown as OfferingEntry
  const read = readOffering(draftOfOffering(entry), community)
  expect(read).toMatchObject({ fields: { eligible: entry.eligible, prices: entry.prices } })
})

it('people’s homes are chosen from everywhere down to the community; what was chosen before is never lost', () => {
  expect(homesOf(community).map(({ value }) => value)).toEqual([
    '',
    ...[4, 6, 9, 12].map(n => community.slice(0, n)),
  ])
  expect(homesOf(community, '110101')).toContainEqual({ value: '110101', label: '110101' })
})
