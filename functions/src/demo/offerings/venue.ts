import { ahead, everyWeek, feast, hall, onTheSpot, type Stock, sameDay } from './row'

/** What a hall has to lend. */
const hallThings = [
  { name: '投影', count: 1 },
  { name: '音响', count: 1 },
  { name: '折叠椅', count: 60 },
]

const courtThings = [
  { name: '篮球', count: 4 },
  { name: '记分牌', count: 1 },
]

// biome-ignore format: a table is read in rows
export const venue: readonly Stock[] = [
  {
    place: '桂花里多功能厅', thing: '多功能厅', kind: 'venue', purpose: 'hall', capacity: 2, forWhom: '社区居民和社区社会组织，80 人以内',
    offers: [['多功能厅', '每天 8:00–20:00，节假日照常', 120, 'free', 0, hall, { units: 2, afterMinutes: 30, equipment: hallThings }]],
  },
  {
    place: '桂花里多功能厅', thing: '东半厅', kind: 'venue', purpose: 'room', capacity: 1, forWhom: '人人可约，30 人以内', partOf: ['多功能厅', 2],
    offers: [['东半厅', '每天 8:00–20:00，节假日照常', 60, 'free', 0, sameDay, {
      longestMinutes: 180, stepMinutes: 60, quotas: [{ per: 'person', count: 'minutes', within: 'week', most: 360, pool: 'halves' }],
    }]],
  },
  {
    place: '桂花里多功能厅', thing: '西半厅', kind: 'venue', purpose: 'room', capacity: 1, forWhom: '人人可约，30 人以内', partOf: ['多功能厅', 2],
    offers: [['西半厅', '每天 8:00–20:00，节假日照常', 60, 'free', 0, sameDay, {
      longestMinutes: 180, stepMinutes: 60, quotas: [{ per: 'person', count: 'minutes', within: 'week', most: 360, pool: 'halves' }],
    }], ['团队排练', '每天 8:00–20:00，节假日照常', 120, 'free', 0, sameDay, {
      purpose: 'rehearsal', eligible: { team: true }, forWhom: '在社区登记的团队，30 人以内', quotas: [{ per: 'team', count: 'minutes', within: 'month', most: 480 }],
    }]],
  },
  {
    place: '桂花里羽毛球馆', thing: '羽毛球场地', kind: 'venue', purpose: 'badminton', capacity: 3, forWhom: '人人可约，每场一片场地',
    offers: [['羽毛球场', '每天 9:00–21:00，节假日照常', 60, 'low', 1500, everyWeek, {
      longestMinutes: 120,
      quotas: [{ per: 'person', count: 'bookings', within: 'week', most: 3 }, { per: 'family', count: 'bookings', within: 'day', most: 2 }],
    }]],
  },
  {
    place: '桂花里篮球场', thing: '半场', kind: 'venue', purpose: 'basketball', capacity: 2, forWhom: '人人可约，每次半场',
    offers: [['篮球场（晚间）', '每天 18:00–21:00，节假日照常', 60, 'free', 0, onTheSpot, { equipment: courtThings.slice(0, 1) }]],
  },
  {
    place: '桂花里议事厅', thing: '议事室', kind: 'venue', purpose: 'meeting', capacity: 1, forWhom: '本社区居民小组、楼栋和业主议事，20 人以内', neighboursOnly: true,
    offers: [['议事室', '周一至周六 9:00–20:00，周日 14:00–20:00，节假日照常', 60, 'free', 0, ahead]],
  },
  {
    place: '桂花里红白喜事堂', thing: '喜事堂', kind: 'venue', purpose: 'banquet', capacity: 1, forWhom: '社区居民办红白事，15 桌以内',
    offers: [['红白喜事堂', '每天 8:00–20:00，节假日照常', 720, 'low', 20000, feast]],
  },
  {
    place: '桂花里书画室', thing: '书桌', kind: 'venue', purpose: 'studio', capacity: 8, forWhom: '人人可约，老人和孩子早一天约，笔墨自带',
    offers: [['书画室', '每天 9:00–18:00，节假日照常', 90, 'free', 0, everyWeek, { priority: { groups: ['elder', 'minor', 'disabled'], days: 1 } }]],
  },
  {
    place: '运河区档案馆停车场（夜间开放）', thing: '夜间车位', kind: 'venue', purpose: 'parking', capacity: 20, forWhom: '附近居民，次日 7:30 前驶离', attended: false,
    offers: [['邻里停车位（夜间）', '每天 18:00–24:00，节假日照常', 360, 'low', 500, onTheSpot]],
  },
  {
    place: '石桥头多功能厅', thing: '多功能厅', kind: 'venue', purpose: 'hall', capacity: 1, forWhom: '社区居民和社区社会组织，60 人以内',
    offers: [['多功能厅', '每天 8:00–20:00，节假日照常', 120, 'free', 0, hall, { equipment: hallThings }]],
  },
  {
    place: '石桥头多功能厅', thing: '烘焙灶台', kind: 'venue', purpose: 'kitchen', capacity: 2, forWhom: '人人可约，食材自带',
    offers: [['烘焙厨房', '每天 9:00–20:00，节假日照常', 60, 'low', 1000, sameDay, { longestMinutes: 120 }]],
  },
  {
    place: '石桥头乒乓球馆', thing: '球台', kind: 'venue', purpose: 'tableTennis', capacity: 4, forWhom: '人人可约，每次一张台',
    offers: [['乒乓球台', '每天 9:00–21:00，节假日照常', 60, 'low', 800, sameDay, {
      longestMinutes: 120,
      quotas: [{ per: 'person', count: 'bookings', within: 'week', most: 3 }],
      prices: [{ eligible: { ageMonths: { min: 60 * 12 } }, priceFen: 400, why: '60 岁以上减半' }],
    }]],
  },
  {
    place: '石桥头篮球场', thing: '半场', kind: 'venue', purpose: 'basketball', capacity: 2, forWhom: '人人可约，每次半场',
    offers: [['篮球场（晚间）', '每天 18:00–21:00，节假日照常', 60, 'free', 0, onTheSpot, { equipment: courtThings }]],
  },
  {
    place: '石桥头议事亭', thing: '议事室', kind: 'venue', purpose: 'meeting', capacity: 1, forWhom: '本社区居民小组、楼栋和业主议事，16 人以内', neighboursOnly: true,
    offers: [['议事室', '每天 9:00–20:00，节假日照常', 60, 'free', 0, ahead]],
  },
  {
    place: '石桥头红白喜事堂', thing: '喜事堂', kind: 'venue', purpose: 'banquet', capacity: 1, forWhom: '社区居民办红白事，12 桌以内',
    offers: [['红白喜事堂', '每天 8:00–20:00，节假日照常', 720, 'low', 18000, feast]],
  },
  {
    place: '石桥头红白喜事堂', thing: '后厨', kind: 'venue', purpose: 'kitchen', capacity: 1, forWhom: '不办酒席的日子，人人可约',
    offers: [['喜事堂后厨', '每天 9:00–20:00，节假日照常', 60, 'low', 1000, sameDay]],
  },
  {
    place: '石桥头共享厨房', thing: '灶台', kind: 'venue', purpose: 'kitchen', capacity: 3, forWhom: '人人可约，食材自带',
    offers: [['共享灶台', '每天 9:00–20:00，节假日照常', 60, 'low', 1000, sameDay]],
  },
  {
    place: '清水纺织厂停车场（夜间开放）', thing: '夜间车位', kind: 'venue', purpose: 'parking', capacity: 16, forWhom: '附近居民，次日 7:30 前驶离', attended: false,
    offers: [['邻里停车位（夜间）', '每天 18:00–24:00，节假日照常', 360, 'low', 500, onTheSpot]],
  },
]
