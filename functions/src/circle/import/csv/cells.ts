/** Cells of a table that have a closed set of meanings. */
import { type PlaceKind, type PriceClass, placeKinds } from '@yike/shared/circle/schema'

const kindWords: Readonly<Record<PlaceKind, string>> = {
  elderCare:
    '养老 养老助老 养老服务 养老院 敬老院 养老机构 养老驿站 日间照料 日间照料中心 助老 老年食堂 长者食堂 长者服务',
  childcare: '托育 托育托幼 托育机构 托儿所 幼儿园 托幼 儿童之家',
  venue:
    '场地 活动场地 体育场地 体育 健身 健身房 运动场 球场 体育馆 体育中心 活动室 会议室 社区活动中心 文体中心',
  medical: '医疗 医疗卫生 医院 诊所 药店 药房 社区医院 卫生站 卫生服务站 社区卫生服务中心 康复',
  culture: '文体 文化 图书馆 文化站 文化馆 博物馆 公园 绿地 广场 公园绿地',
  government: '政务 政务服务 政府 居委会 社区居委会 党群服务中心 社区服务中心 派出所 街道办',
  convenience: '便民 便民服务 生活服务 公厕 公共厕所 银行 邮局 理发 理发店 洗衣 维修 家政 快递 快递柜 回收',
  commerce: '商业 购物 超市 便利店 菜市场 菜场 餐饮 餐厅 早餐 商店 商超',
  shelter: '应急避难 避难场所 应急避难场所 应急',
  education: '教育 学校 小学 中学 大学 培训 社区学校 老年大学',
  transit: '交通 交通出行 公交站 公交 地铁站 地铁口 停车场 公共自行车',
}

const kinds = new Map(
  placeKinds.flatMap(kind => [kind, ...kindWords[kind].split(' ')].map(word => [word.toLowerCase(), kind])),
)

const priceClasses = new Map<string, PriceClass>(
  Object.entries({
    free: 'free 免费 无偿 不收费 公益',
    low: 'low 低偿 低收费 低价 优惠 成本价',
    paid: 'paid 收费 有偿 付费 市场价',
  } satisfies Record<PriceClass, string>).flatMap(([price, words]) =>
    words.split(' ').map(word => [word, price as PriceClass] as const),
  ),
)

const answers = new Map(
  (
    [
      ['是 有 yes true y 1', true],
      ['否 无 没有 no false n 0', false],
    ] as const
  ).flatMap(([words, answer]) => words.split(' ').map(word => [word, answer] as const)),
)

/** What directories in English call them: the terms of the usual taxonomies for human services, and plain words. */
const englishWords: Readonly<Record<PlaceKind, string>> = {
  elderCare: 'senior, seniors, elderly, elder care, older adults, aging, nursing home, day center',
  childcare: 'child care, childcare, daycare, nursery, preschool, kindergarten, early childhood',
  venue: 'sports, fitness, gym, gymnasium, community center, community centre',
  medical: 'health, health care, medical, clinic, hospital, pharmacy, dental, mental health',
  culture: 'culture, arts, library, museum, park, recreation',
  government: 'government, legal, public service, citizen service',
  convenience:
    'food, meals, food pantry, soup kitchen, laundry, bank, post office, housing, work, employment',
  commerce: 'goods, shop, store, market, grocery, clothing',
  shelter: 'emergency, disaster, emergency shelter',
  education: 'education, school, training, adult education',
  transit: 'transit, transport, transportation, bus, parking',
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')

/** What a kind is called in Chinese. */
export const kindNames = Object.fromEntries(
  placeKinds.map(kind => [kind, kindWords[kind].split(' ')[0]]),
) as Readonly<Record<PlaceKind, string>>

export const kindOfWord = (text: string): PlaceKind | undefined =>
  kinds.get(plain(text)) as PlaceKind | undefined

/** Longer names first: 老年大学 before 大学. */
const namedKinds = placeKinds
  .flatMap(kind => [
    ...kindWords[kind].split(' ').map(word => ({ kind, word, pattern: new RegExp(word) })),
    ...englishWords[kind]
      .split(', ')
      .map(word => ({ kind, word, pattern: new RegExp(`\\b${word}s?\\b`, 'i') })),
  ])
  .sort((one, other) => other.word.length - one.word.length)

/** The kind whose name stands in a text, the longest name first: '柳溪养老服务站', 'Senior Center'. */
export const kindNamedIn = (text: string): PlaceKind | undefined =>
  namedKinds.find(({ pattern }) => pattern.test(text.normalize('NFKC')))?.kind
export const priceClassOfWord = (text: string): PriceClass | undefined => priceClasses.get(plain(text))
export const answerOfWord = (text: string): boolean | undefined => answers.get(plain(text))

/** Digits with the signs that people put between them, an extension, a second number. */
export const isPhone = (text: string): boolean =>
  /^[\d\s+()（）;,、/／转-]{3,40}$/.test(text) && /\d{3}/.test(text)
