import { type ClassStandard, classStandards } from '@yike/shared/booking/kinds'
import { ahead, longStay, months, onTheSpot, type Stock, sameDay } from './row'

/** Room and ages of a class as its standard has them. */
const classOf = ({ room, ageMonths }: ClassStandard) => ({ capacity: room, eligible: { ageMonths } })

// biome-ignore format: a table is read in rows
export const childcare: readonly Stock[] = [
  {
    place: '桂花里托育园', thing: '托小班', ...classOf(classStandards.toddlers), kind: 'childcare', purpose: 'toddlers', forWhom: '1 到 2 岁的孩子',
    staffing: { ratio: classStandards.toddlers.ratio, carers: [['郁老师', 8, 17], ['钮老师', 8, 17]] },
    offers: [
      ['托小班全日托', '周一至周五 8:00–17:00，周末休，节假日休息', 540, 'paid', 12800, longStay],
      ['托小班半日托', '周一至周五 8:00–12:00 13:00–17:00，周末休，节假日休息', 240, 'paid', 6800, ahead],
    ],
  },
  {
    place: '桂花里托育园', thing: '托大班', ...classOf(classStandards.twos), kind: 'childcare', purpose: 'twos', forWhom: '2 到 3 岁的孩子',
    staffing: { ratio: classStandards.twos.ratio, carers: [['包老师', 8, 17], ['宗老师', 9, 17]] },
    offers: [
      ['托大班全日托', '周一至周五 8:00–17:00，周末休，节假日休息', 540, 'paid', 11800, longStay],
      ['托大班临时托', '周一至周五 9:00–17:00，周末休，节假日休息', 120, 'paid', 3600, sameDay],
    ],
  },
  {
    place: '桂花里亲子小屋', thing: '亲子活动位', kind: 'childcare', purpose: 'playtime', capacity: 12, forWhom: '3 岁以下的孩子，需有大人陪着', eligible: months(0, 36),
    offers: [['亲子时段', '周三至周日 9:00–12:00 14:00–17:00，周一、周二休，节假日照常', 90, 'free', 0, onTheSpot, {
      closures: [{ from: '2026-12-19', to: '2026-12-20', why: '周年检修' }],
    }]],
  },
  {
    place: '桂花里四点半课堂', thing: '课后教室', kind: 'childcare', purpose: 'afterSchool', capacity: 20, forWhom: '6 到 12 岁的小学生，放学后来', eligible: months(72, 144),
    staffing: { ratio: 10, carers: [['殳老师', 16, 19], ['计老师', 16, 18]] },
    offers: [['课后托管', '周一至周五 16:00–18:30，周末休，节假日休息', 150, 'low', 1500, sameDay]],
  },
  {
    place: '石桥头向阳托育园', thing: '托小班', ...classOf(classStandards.toddlers), kind: 'childcare', purpose: 'toddlers', forWhom: '1 到 2 岁的孩子',
    staffing: { ratio: classStandards.toddlers.ratio, carers: [['柏老师', 8, 17]] },
    offers: [
      ['托小班全日托', '周一至周五 8:00–17:00，周末休，节假日照常', 540, 'paid', 11000, longStay],
      ['托小班半日托', '周一至周六 8:00–12:00 13:00–17:00，周日休，节假日照常', 240, 'low', 5800, ahead],
      ['托小班计时托', '周一至周六 8:00–17:00，周日休，节假日照常', 60, 'low', 1800, sameDay],
    ],
  },
  {
    place: '石桥头向阳托育园', thing: '托大班', ...classOf(classStandards.twos), kind: 'childcare', purpose: 'twos', forWhom: '2 到 3 岁的孩子',
    staffing: { ratio: classStandards.twos.ratio, carers: [['臧老师', 8, 17], ['麻老师', 12, 13]] },
    offers: [
      ['托大班全日托', '周一至周五 8:00–17:00，周末休，节假日照常', 540, 'paid', 9800, longStay],
      ['托大班半日托', '周一至周六 8:00–12:00 13:00–17:00，周日休，节假日照常', 240, 'low', 5200, ahead],
      ['托大班临时托', '周一至周六 9:00–17:00，周日休，节假日照常', 120, 'paid', 3200, sameDay],
    ],
  },
  {
    place: '石桥头亲子小屋', thing: '亲子活动位', kind: 'childcare', purpose: 'playtime', capacity: 8, forWhom: '3 岁以下的孩子，需有大人陪着', eligible: months(0, 36),
    offers: [['亲子时段', '周二至周六 9:00–12:00 14:00–17:00，周日、周一休，节假日照常', 90, 'free', 0, onTheSpot]],
  },
]
