import type { WalkProfile } from '@yike/shared/circle/kinds'
import type { PlaceKind, PriceClass } from '@yike/shared/circle/schema'
import type { Told } from '@yike/shared/circle/schema/told'
import { table } from '../platform/language'
import type { IconName } from '../ui'

/** The needs, in the words of the home page. */
type Fee = NonNullable<Told['costs']>[number]

export const kindNames: Record<PlaceKind, string> = table('circle.kindNames', {
  elderCare: '养老',
  childcare: '托育',
  venue: '场地',
  medical: '医疗',
  culture: '文体',
  government: '政务',
  convenience: '便民',
  commerce: '商业',
  shelter: '应急',
  education: '教育',
  transit: '出行',
})

export const kindIcons: Record<PlaceKind, IconName> = {
  elderCare: 'elder',
  childcare: 'child',
  venue: 'venue',
  medical: 'medical',
  culture: 'culture',
  government: 'government',
  convenience: 'convenience',
  commerce: 'commerce',
  shelter: 'emergency',
  education: 'education',
  transit: 'transit',
}

export const priceNames: Record<PriceClass, string> = table('circle.priceNames', {
  free: '无偿',
  low: '低偿',
  paid: '有偿',
})

export const words = table('circle.words', {
  share: '走路一刻钟，家门口能办什么',
  sharePlace: (name: string) => `${name}：走路去得到`,
  brand: '一刻邻里',
  notices: '我的消息',
  changeHome: '换一个出发的地方',
  search: '找服务',
  searchExample: '食堂、托管、理发…',
  find: '找一找',

  nowTitle: '现在能去的',
  nowNothing: '这会儿身边没有开着的地方。',
  book: '预约',
  how: '怎么去',
  bookAt: (name: string) => `预约${name}`,
  howTo: (name: string) => `怎么去${name}`,
  needs: '身边有什么',
  reach: (minutes: number) => `走路 ${minutes} 分钟内`,
  /** No network of streets serves here. */
  reachGuessed: (minutes: number) => `约 ${minutes} 分钟内，按直线估`,
  nowhere: '走一刻钟，到不了登记过的地方',
  noStreetText: '300 米内没有路，位置也许没放准。',
  fartherText: '走远一点就有，或请社区登记身边的地方。',
  farther: '走远一点看看',
  within: (minutes: number) => `${minutes} 分钟内`,
  everything: '全部',
  places: (count: number | string) => `${count} 处`,
  nextTitle: '我的下一件事',
  giveUp: '去不了，取消预约',
  nextNothing: '近来没有约好的事。',
  task: '志愿任务',
  movedTitle: '社区里的新鲜事',
  movedNothing: '最近没有新的动静。',
  wish: '提一个需求',
  wishText: '路灯、座椅、课程，说给社区听',

  elder: '长辈版',
  otherLanguage: 'English',
  elderFound: '换成长辈版',
  elderFoundText: '大字、大按钮，一页一件事',
  hello: (name: string) => `${name}，您好`,
  bookTile: '预约',
  bookTileText: '照料、助浴、场地',
  mineTile: '我的事',
  mineTileNext: (when: string, what: string) => `${when} ${what}`,
  aroundTile: '身边有什么',
  aroundTileText: (count: string) => `走路一刻钟内有 ${count} 处`,
  askKind: '您想找什么？',

  newcomerText: '选好社区，就能看到走路一刻钟内有什么。',

  list: '身边',
  openNow: '开着的',
  openLate: '晚上也开',
  whoWalks: '谁来走',
  walkers: {
    ordinary: { name: '平常走', note: '每分钟 60 米，台阶慢一半' },
    elder: { name: '老人慢走', note: '每分钟 50 米，少走台阶' },
    pram: { name: '推婴儿车', note: '不走台阶' },
    wheelchair: { name: '坐轮椅', note: '不走台阶和陡坡，走电梯' },
    night: { name: '夜里走', note: '避开没灯的路，夜里关的门不走' },
  } satisfies Record<WalkProfile, { name: string; note: string }>,
  guessed: '这一带还没有路网。时间按直线估，实际会长一些。',
  map: '地图',
  mapTitle: '一刻钟走到哪',
  mapOf: (minutes: number) => `走路 ${minutes} 分钟内能到的街巷和场所`,
  found: (count: number, more: boolean) => (more ? `先看最近的 ${count} 处` : `${count} 处，近的在前`),
  mapShown: (count: number) => `图上有 ${count} 处，点一处看详情。`,
  mapNearest: (count: number) => `图上是最近的 ${count} 处。更远的往下翻。`,
  /** Several places that stand too near to each other for a finger. */
  mapPin: (count: number, nearest: number) => `${count} 处在一起，最近走路 ${nearest} 分钟`,
  mapPicked: (count: number) => `这里有 ${count} 处`,
  mapWhole: '看整张图',
  noNetwork: '这一带还没有路网，画不出走路的范围。',
  seeList: '看列表',
  bookable: '能约的',
  favourites: '收藏的',
  noFavourites: '还没有收藏',
  noFavouritesText: '在地点页点“收藏”，常去的地方就都在这里。',
  favour: '收藏',
  favoured: '已收藏',
  unfavour: '取消收藏',
  shareBook: (name: string) => `${name}，一起去吗？`,
  shareMap: '走路一刻钟，能到哪些地方',
  shareEverything: '地方',
  shareList: (kind: string) => `走路一刻钟内的${kind}`,
  fromHere: '从我这里',
  noPosition: '没拿到位置，按从家出发算。',
  /** Without network. */
  seenAt: (when: string) => `没有网络，这是${when}看到的。`,
  amongSeen: '没有网络，只在看过的地方里找。',
  notReached: (walker: string) => `${walker}，走不到这里。`,
  reachAsk: '愿意走多远',
  minutes: (minutes: number) => `${minutes} 分钟`,
  reachNotes: { 5: '下楼就到', 10: '慢慢走', 15: '一刻钟', 20: '散个步', 30: '走远一点' } as Record<
    number,
    string
  >,
  /** What was typed answers to nothing, but these sound or look like it. */
  nearly: (typed: string) => `没有“${typed}”。您要找的是不是这里的？`,
  nothingFound: '这个范围里没找到',
  /** What may help: to walk farther or to set out from elsewhere, and to want less where more was wanted. */
  nothingFoundText: (isPicky: boolean): string =>
    isPicky ? '走远一点，或少选几个条件。' : '走远一点，再找找看。',
  nothingFarText: (isPicky: boolean): string =>
    isPicky ? '少选几个条件，或换一个出发的地方。' : '换个字试试，或换一个出发的地方。',
  widen: (minutes: number) => `走 ${minutes} 分钟内再找`,

  place: '地点',
  walk: '走路',
  minute: '分钟',
  meters: (meters: number) => (meters < 1000 ? `${meters} 米` : `${Math.round(meters / 100) / 10} 公里`),
  hereWhereYouAre: '您这里',
  wayFrom: (from: string, meters: number): string => `从“${from}”出发 ${words.meters(meters)}`,
  stepFree: '无障碍',
  notStepFree: '有台阶',
  hours: '开放时间',
  hourLine: (line: string) => line,
  noHours: '还没登记，去前先打个电话。',
  call: '打电话',
  navigate: '带我去',
  copyAddress: '复制地址',
  copied: '地址已复制。',
  canBook: '能约什么',
  nothingToBook: '这里不用预约，开着就能去。',
  told: {
    title: '用前看一看',
    ages: (from: number, to: number) => `${from}–${to} 岁`,
    from: (years: number) => `${years} 岁起`,
    to: (years: number) => `${years} 岁以下（含）`,
    cost: ({ option = '', amount, currency = '', per = '' }: Fee): string =>
      [option, amount === undefined ? '' : `${amount} ${currency === 'CNY' ? '元' : currency}`, per]
        .filter(Boolean)
        .join(' '),
    lines: { about: '做什么', forWhom: '给谁用', papers: '带什么', fees: '收费', howTo: '怎么办' },
  },
  fullWeek: '一周内约满',
  seats: (left: number) => `还有 ${left} 个位`,
  approval: '要审核',

  open: '开着',
  openUntil: (time: string) => `开着，到 ${time}`,
  opens: (when: string) => `${when} 开`,
  closed: '现在关着',
  canBookHere: '能预约',
  midnight: '24:00',
  unknown: '开门时间待问',
})
