import { ahead, elders, type Stock } from './row'

// biome-ignore format: a table is read in rows
export const homeVisit: readonly Stock[] = [
  {
    place: '桂花里日间照料中心', thing: '上门护理', kind: 'homeVisit', purpose: 'nursing', capacity: 2, forWhom: '出门不方便的老人', eligible: elders,
    visitors: { names: ['吴护理员', '倪护理员'], reachMinutes: 30 },
    offers: [['上门护理', '每天 8:00–17:00，节假日照常', 60, 'low', 4000, ahead, {
      quotas: [{ per: 'person', count: 'bookings', within: 'week', most: 3 }],
      prices: [{ eligible: { ageMonths: { min: 80 * 12 } }, priceFen: 2000, why: '80 岁以上减半' }],
    }]],
  },
  {
    place: '石桥头护理站', thing: '上门护理', kind: 'homeVisit', purpose: 'nursing', capacity: 2, forWhom: '出门不方便的老人', eligible: elders,
    visitors: { names: ['储护士', '卞护士'], reachMinutes: 30 },
    offers: [['上门护理', '周一至周六 8:30–17:30，周日休，节假日休息', 60, 'paid', 6000, ahead, {
      quotas: [{ per: 'person', count: 'bookings', within: 'week', most: 3 }],
    }]],
  },
]
