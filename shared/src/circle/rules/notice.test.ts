import notice2026 from 'chinese-days/dist/years/2026.json'
import { describe, expect, it } from 'vitest'
import { readNotice } from './notice'

/** 国办发明电〔2025〕7号, as it was published for 2026. */
const published = `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`

const dates = (of: Readonly<Record<string, string>>) => Object.keys(of).sort()
const read = (text: string, year = 2026) => {
  const notice = readNotice(text, year)
  if ('why' in notice) throw new Error(JSON.stringify(notice))
  return notice
}

describe('the notice of a year', () => {
  it('as it was published says the very days that the library holds', () => {
    const { holidays, workdays } = read(published)
    expect(dates(holidays)).toEqual(dates(notice2026.holidays))
    expect(dates(workdays)).toEqual(dates(notice2026.workdays))
  })

  it('may be wrapped anywhere, in either kind of sign, and say things that matter to nobody here', () => {
    const wrapped = `国务院办公厅关于2026年部分节假日安排的通知\n各省：\n${published.replaceAll('：', ':').replaceAll('（', '(').replaceAll('）', ')').replaceAll('、2月', '、\n 2 月')}\n节假日期间，各地区要妥善安排好值班。`
    expect(read(wrapped)).toEqual(read(published))
  })

  it('may begin in the December before, join two festivals and leave weekdays out', () => {
    const joined = `元旦：2022年12月31日至2023年1月2日放假调休，共3天。春节：1月21日至27日放假调休，共7天。1月28日、1月29日上班。清明节：4月5日放假，共1天。劳动节：4月29日至5月3日放假调休，共5天。4月23日、5月6日上班。端午节：6月22日至24日放假调休，共3天。6月25日上班。中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日、10月8日上班。`
    const { holidays, workdays } = read(joined, 2023)
    expect(dates(holidays)[0]).toBe('2022-12-31')
    expect(dates(holidays)).toHaveLength(27)
    expect(dates(workdays)).toEqual(
      ['01-28', '01-29', '04-23', '05-06', '06-25', '10-07', '10-08'].map(day => `2023-${day}`),
    )
  })

  it.each([
    ['the notice of another year', published, 2027, 'weekday'],
    ['one without the Spring Festival', published.replace(/二、.*\n/, ''), 2026, 'missing'],
    [
      'a slip in a date',
      published.replace('至23日', '至24日').replace('正月初七、周一', '初八'),
      2026,
      'count',
    ],
    ['a day that is not', published.replace('6月19日（周五）', '6月31日'), 2026, 'date'],
    ['a range that runs backwards', published.replace('5月1日（周五）至5日', '5月9日至5日'), 2026, 'date'],
    ['a make-up workday on a Wednesday', published.replace('5月9日（周六）', '5月6日'), 2026, 'workday'],
    ['nothing at all', '', 2026, 'missing'],
  ])('%s is refused', (_, text, year, why) => {
    expect(readNotice(text, year)).toMatchObject({ why })
  })
})
