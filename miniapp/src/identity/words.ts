import type { Person } from '@yike/shared/identity/schema'
import type { Role } from '@yike/shared/kernel/contract'

export const roleNames: Record<Role, string> = {
  resident: '居民',
  volunteer: '志愿者',
  worker: '社区工作者',
  supervisor: '街道督导',
}

export const relationNames: Record<Person['relation'], string> = {
  self: '自己',
  parent: '父母',
  spouse: '爱人',
  child: '孩子',
  grandchild: '孙辈',
  other: '其他家人',
}

/** Of the sandbox's door and the way out: apart, so that a published build has none of them. */
export const doorWords = {
  enter: '选一个身份进入',
  enterText: '演示环境：选谁，就以谁的身份用。',
  newHere: '还没选社区',
  leave: '退出',
  leaveAsk: '退出后，要重新选身份进入。',
  stay: '先不退出',
} as const

export const words = {
  join: '我的社区',
  name: '您怎么称呼',
  nameExample: '比如：王桂芳',
  whichCommunity: '您住在哪个社区',
  chooseCommunity: '选我的社区',
  noCommunities: '还没有开通的社区',
  noCommunitiesText: '请和街道联系，开通后就能选。',
  joinAs: (community: string, name: string) => `我是${name}，住${community}`,
  joinFirst: '先写称呼，再选社区',

  home: '从哪里出发',
  homeText: '走路的分钟数从这里算起。',
  homeLabel: '这里叫什么',
  homeExample: '比如：桂花里 6 幢',
  where: '它在哪里',
  myHome: '我家',
  here: '用我现在的位置',
  hereNote: '站在家门口时点一下',
  center: (community: string) => `用${community}中心`,
  centerNote: '不用报位置',
  keepPlace: '位置不变，只改叫法',
  more: '更多：写经度、纬度',
  lng: '经度',
  lngHint: '东经，73 到 136 之间',
  lat: '纬度',
  latHint: '北纬，3 到 54 之间',
  degreesNote: '用 GPS 的数（WGS-84）；国内地图上的数会偏几百米。',
  noPosition: '没拿到位置，可以先用社区中心。',
  setHome: (label: string) => `从“${label}”出发`,
  otherCommunity: '换一个社区',
  centerOf: (community: string) => `${community}中心`,

  person: '加一位家人',
  personName: '怎么称呼',
  personExample: '比如：妈妈',
  relation: '是您的',
  bornOn: '出生年月',
  bornOnHint: '六位数字，如 195003；有的服务按年龄收人',
  bornOnWrong: '没看懂，请写六位数字，如 195003',
  addPerson: (name: string) => `加上${name}`,
  addFirst: '先写称呼，再选关系',

  born: '出生年月',
  bornOf: (name: string) => `${name}的出生年月`,
  bornHint: '六位数字，如 195003；只用来看哪些服务合适',
  bornWrong: '没看懂，请写六位数字，如 195003',
  setBorn: (name: string) => `记下${name}的出生年月`,

  notices: '我的消息',
  mine: '我的事',
  household: '我的家',
  add: '加家人',
  noCommunity: '还没选社区',
  staff: '工作台',
  staffText: '待办、审核、发布任务',
  volunteer: '志愿服务',
  timeBank: (length: string) => `时间银行存了 ${length}`,
  becomeVolunteer: '有空时，帮帮邻居',
  requests: '我提的需求',
  requestsText: '看社区办到哪一步',
  reading: '看得更清楚',
  large: '大字',
  largeText: '字和按钮都大一号',
  contrast: '高对比',
  contrastText: '黑白更分明',
} as const
