import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, HOME, OSMANTHUS, type World } from '../../test/world'
import { answersTo, matches, type Searchable } from './domain/search'
import { soundsLike } from './domain/spelling'
import { spell } from './import/spell'
import { kindWords } from './kinds'
import { spelledWords } from './kinds/spelled'
import { wishes } from './kinds/wishes'

const place = (name: string, is: Partial<Searchable> = {}): Searchable => ({
  name,
  kind: 'commerce',
  bookable: [],
  spelling: spell([name, ...(is.offered ?? [])]),
  ...is,
})

describe('a search', () => {
  it.each([
    ['老人厅', 'laorenting'],
    ['老人厅', 'lrt'],
    ['老人厅', 'laort'],
    ['老人厅', 'laor'],
    ['桂花里老人厅', 'lrt'],
    ['桂花里老人厅', '桂花 lrt'],
    ['药房子', 'yfz'],
    ['工商银行', 'gsyh'],
    ['行政服务中心', 'xzfw'],
    ['重庆小面', 'chongqingxm'],
    ['长者食堂', 'zhangzhe'],
    ['长者食堂', 'zhzshit'],
    ['24小时ATM', 'atm'],
    ['绿地书屋', 'lvdi'],
    ['石桥头乒乓球馆', 'PPQ'],
    ['桂花里助浴点', '桂花里助yu'],
    ['Café Ünïcode & Söhne', 'cafe'],
    ['Café Ünïcode & Söhne', 'SOHNE'],
    ['桂花里图书角', '图书馆 桂花'],
    ['石桥头公共厕所', 'wc'],
  ])('of %s is found by %s', (name, typed) => {
    expect(matches(place(name), typed)).toBe(true)
  })

  it.each([
    ['老人厅', 'laorenguan'],
    ['老人厅', 'aoren'],
    ['老人厅', 'l'],
    ['老人厅', 'lrtx'],
    ['工商银行', 'gsyx1'],
    ['老人厅', 'lao guan'],
  ])('of %s is not found by %s', (name, typed) => {
    expect(matches(place(name), typed)).toBe(false)
  })

  it('finds by sound what can be booked at a place', () => {
    expect(matches(place('活动中心', { offered: ['羽毛球场'] }), 'ymq')).toBe(true)
  })

  it('finds childcare by 托管, in characters and by sound', () => {
    const nursery = place('向阳园', { kind: 'childcare' })
    expect(['托管', 'tuoguan', 'tuog'].map(typed => matches(nursery, typed))).toEqual([true, true, true])
  })

  it.each([
    ['打太极', '桂花里健身广场'],
    ['dataiji', '桂花里健身广场'],
    ['剪头', '阿芳理发店'],
    ['maicai', '清水农贸市场'],
    ['租轮椅', '桂花里辅具租赁站'],
    ['洗澡', '石桥头助浴点'],
    ['laorenting', '桂花里老年活动室'],
    ['yfz', '石桥头社区卫生服务站'],
    ['接孩子', '桂花里四点半课堂'],
  ])('for a thing to do, %s, finds %s', (typed, name) => {
    expect(matches(place(name), typed)).toBe(true)
    expect(matches(place('阿明五金店'), typed)).toBe(false)
  })

  it('comes to an end with a long name in Latin letters, of which each is a syllable', () => {
    const spelling = 'kentuckyfriedchickenkentuckyfriedchicken'.split('').join(' ')
    expect(soundsLike(spelling, 'kentuckyfriedchickenkentuckyfriedchickex')).toBe(false)
    expect(soundsLike(Array(60).fill('a').join(' '), `${'a'.repeat(39)}b`)).toBe(false)
    expect(soundsLike(spelling, 'chickenken')).toBe(true)
  })

  it('for 看病 finds who treats, and not who nurses at home', () => {
    for (const asked of ['看病', '医院', '社区医院']) {
      expect(matches(place('桂花里社区卫生服务站', { kind: 'medical' }), asked)).toBe(true)
      expect(matches(place('桂花里心理驿站', { kind: 'medical' }), asked)).toBe(false)
    }
    expect(matches(place('桂花里日间照料中心', { kind: 'elderCare', offered: ['上门护理'] }), '看病')).toBe(
      false,
    )
  })

  const names = ['桂花里老年食堂', '桂花里日间照料中心', '桂花里健身广场', '阿明五金店', '清水湾植物园']
  const answers = (typed: string) =>
    answersTo(
      names.map(name => place(name)),
      typed,
      one => one,
    )
  it.each([
    ['老年食塘', '桂花里老年食堂'],
    ['zhaoliaozhongxing', '桂花里日间照料中心'],
    ['zaoliaozhongxin', '桂花里日间照料中心'],
    ['daitaiji', '桂花里健身广场'],
    ['桂花里 食塘店', undefined],
    ['动物园', undefined],
    ['wujing', '阿明五金店'],
    ['wuhan', undefined],
  ])(
    'in which one letter or character slipped, %s, finds %s, and says that it nearly does',
    (typed, name) => {
      const { places, nearly } = answers(typed)
      expect(places.map(one => one.name)).toEqual(name ? [name] : [])
      expect(nearly).toBe(name ? true : undefined)
    },
  )

  it('that finds what was typed shows nothing that was not', () => {
    expect(answers('植物园')).toEqual({ places: [expect.objectContaining({ name: '清水湾植物园' })] })
  })

  it('knows how its own words sound', () => {
    const words = [...Object.values(kindWords), ...wishes.map(({ said }) => said)].flatMap(text =>
      text.split(' '),
    )
    const chinese = words.filter(word => !/^[a-z]/.test(word))
    expect(spelledWords).toEqual(Object.fromEntries(chinese.map(word => [word, spell([word])])))
  })
})

describe('the spelling of a place', () => {
  let w: World
  beforeAll(async () => {
    w = await createWorld()
  })
  afterAll(() => w.close())
  const found = async (search: string): Promise<string[]> => {
    const query = `lng=${HOME.lng}&lat=${HOME.lat}&search=${encodeURIComponent(search)}`
    const { body } = await w.as(await w.person()).get(`/places?${query}`)
    return body.places.map(({ name }: { name: string }) => name)
  }

  it('follows when staff add a place, rename it, and when something can be booked there', async () => {
    const staff = w.as(await w.person({ roles: ['resident', 'worker'] }))
    const hall = { name: '文化礼堂', kind: 'culture', position: HOME }
    const { placeId } = (await staff.post('/work/places', { community: OSMANTHUS, ...hall })).body
    await w.react()
    expect(await found('whlt')).toEqual(['文化礼堂'])
    await staff.put(`/work/places/${placeId}`, { version: 1, ...hall, name: '桂花书场' })
    await w.react()
    expect(await found('whlt')).toEqual([])
    expect(await found('guihuashuchang')).toEqual(['桂花书场'])

    await w.offering(await w.place({ name: '多功能厅' }), { name: '乒乓球台' })
    await w.react()
    await w.react()
    expect(await found('ppqt')).toEqual(['多功能厅'])
  })

  it('ranks what sounds alike by the walk', async () => {
    const north = (meters: number) => ({ lng: HOME.lng, lat: HOME.lat + meters / 111_195 })
    await w.place({ name: '北里理发店', position: north(300) })
    await w.place({ name: '南里理发店', position: north(100) })
    await w.react()
    expect(await found('lifa')).toEqual(['南里理发店', '北里理发店'])
  })
})
