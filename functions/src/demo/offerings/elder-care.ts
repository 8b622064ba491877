import { ahead, elders, hall, lodging, longStay, onTheSpot, type Stock, sameDay } from './row'

// biome-ignore format: a table is read in rows
export const elderCare: readonly Stock[] = [
  {
    place: '桂花里日间照料中心', thing: '照料大厅', kind: 'elderCare', purpose: 'dayCare', capacity: 12, forWhom: '60 岁以上、能自己走动的老人', eligible: elders,
    staffing: { ratio: 6, carers: [['吴护理员', 8, 17], ['倪护理员', 8, 17]], everyDay: true },
    offers: [
      ['全日托', '每天 8:00–17:00，节假日照常', 540, 'low', 4500, longStay],
      ['半日托', '每天 8:00–12:00 13:00–17:00，节假日照常', 240, 'low', 2500, ahead],
      ['计时托', '每天 8:00–17:00，节假日照常', 60, 'low', 600, sameDay],
      ['临时托', '每天 9:00–17:00，节假日照常', 120, 'paid', 2000, onTheSpot],
    ],
  },
  {
    place: '桂花里助浴点', thing: '助浴床位', kind: 'elderCare', purpose: 'bathing', capacity: 2, forWhom: '洗澡需要搭把手的老人，家属可陪同', eligible: elders,
    offers: [['助浴', '周二、周四、周六 8:30–11:30 13:30–16:30，节假日照常', 60, 'low', 3000, ahead]],
  },
  {
    place: '桂花里长者活动角', thing: '活动座位', kind: 'elderCare', purpose: 'activity', capacity: 10, forWhom: '60 岁以上老人', eligible: elders,
    offers: [['半日活动', '每天 8:30–11:30 13:30–16:30，节假日照常', 180, 'free', 0, onTheSpot]],
  },
  {
    place: '清水街道综合养老服务中心', thing: '短托床位', kind: 'elderCare', purpose: 'shortStay', capacity: 4, forWhom: '出院后或家人外出时需要照护的老人', eligible: elders,
    offers: [
      ['短期照护（白天）', '每天 8:00–20:00，节假日照常', 720, 'paid', 16800, lodging],
      ['喘息服务', '每天 8:00–20:00，节假日照常', 240, 'low', 2000, hall, {
        purpose: 'respite',
        quotas: [{ per: 'family', count: 'minutes', within: 'year', most: 96 * 60, pool: 'respite' }],
      }],
    ],
  },
  {
    place: '清水街道综合养老服务中心', thing: '康复训练位', kind: 'elderCare', purpose: 'rehabilitation', capacity: 6, forWhom: '有医生建议的老人，请带病历', eligible: elders,
    offers: [
      ['康复训练', '周一至周六 9:00–12:00 14:00–16:15，周日休，节假日照常', 45, 'paid', 5000, sameDay],
      ['残疾人康复训练', '周一至周六 9:00–12:00 14:00–16:15，周日休，节假日照常', 45, 'free', 0, sameDay, {
        eligible: { disabled: true }, forWhom: '在社区登记过残疾人证的居民，请带病历',
      }],
    ],
  },
  {
    place: '石桥头颐养驿站', thing: '驿站座位', kind: 'elderCare', purpose: 'dayCare', capacity: 8, forWhom: '60 岁以上、能自己走动的老人', eligible: elders,
    offers: [
      ['全日托', '周一至周六 8:00–17:00，周日休，节假日照常', 540, 'low', 4000, longStay],
      ['半日托', '每天 8:00–12:00 13:00–17:00，节假日照常', 240, 'low', 2200, ahead],
      ['计时托', '每天 8:00–17:00，节假日照常', 60, 'low', 500, sameDay],
      ['临时托', '每天 9:00–17:00，节假日照常', 120, 'paid', 1800, onTheSpot],
    ],
  },
  {
    place: '石桥头助浴点', thing: '助浴床位', kind: 'elderCare', purpose: 'bathing', capacity: 1, forWhom: '洗澡需要搭把手的老人，家属可陪同', eligible: elders,
    offers: [['助浴', '周一、周三、周五 8:30–11:30 13:30–16:30，节假日照常', 60, 'low', 3000, ahead]],
  },
]
