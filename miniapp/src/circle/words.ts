import type { PlaceKind, PriceClass } from '@yike/shared/circle/schema'
import type { IconName } from '../ui'

/** The needs, in the words of the home page. */
export const kindNames: Record<PlaceKind, string> = {
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
}

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

export const priceNames: Record<PriceClass, string> = { free: '无偿', low: '低偿', paid: '有偿' }

export const words = {
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
  within: (minutes: number) => `${minutes} 分钟内`,
  everything: '全部',
  places: (count: number) => `${count} 处`,
  nextTitle: '我的下一件事',
  nextNothing: '近来没有约好的事。',
  task: '志愿任务',
  movedTitle: '社区里的新鲜事',
  movedNothing: '最近没有新的动静。',
  wish: '提一个需求',
  wishText: '路灯、座椅、课程，说给社区听',

  newcomerText: '选好社区，就能看到走路一刻钟内有什么。',

  list: '身边',
  openNow: '开着的',
  bookable: '能约的',
  fromHere: '从我这里',
  noPosition: '没拿到位置，按从家出发算。',
  reachAsk: '愿意走多远',
  minutes: (minutes: number) => `${minutes} 分钟`,
  reachNotes: { 5: '下楼就到', 10: '慢慢走', 15: '一刻钟', 20: '散个步', 30: '走远一点' } as Record<
    number,
    string
  >,
  nothingFound: '这个范围里没找到',
  nothingFoundText: '走远一点，或少选几个条件。',
  widen: (minutes: number) => `走 ${minutes} 分钟内再找`,

  place: '地点',
  walk: '走路',
  minute: '分钟',
  meters: (meters: number) => (meters < 1000 ? `${meters} 米` : `${Math.round(meters / 100) / 10} 公里`),
  hereWhereYouAre: '您这里',
  wayFrom: (from: string, meters: number): string => `从${from}出发 ${words.meters(meters)}`,
  stepFree: '无障碍',
  notStepFree: '有台阶',
  hours: '开放时间',
  noHours: '还没登记，去前先打个电话。',
  call: '打电话',
  navigate: '带我去',
  copyAddress: '复制地址',
  copied: '地址已复制。',
  canBook: '能约什么',
  nothingToBook: '这里不用预约，开着就能去。',
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
} as const
