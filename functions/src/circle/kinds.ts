import type { BookingKind } from '@yike/shared/booking/kinds'
import type { PlaceKind } from '@yike/shared/circle/schema'

/** What people type when any place of a kind will do, or any where a kind of booking can be made, in words true of every one of them. */
export const kindWords: Readonly<Record<PlaceKind | BookingKind, string>> = {
  elderCare: '养老 托老 老人 老年 长者 照护',
  childcare: '托育 托管 托幼 带娃 孩子 儿童 宝宝',
  venue: '场地 场馆 活动 运动',
  medical: '医疗 健康',
  culture: '文体 文化 休闲',
  government: '政务 政府 办事 办证',
  convenience: '便民 生活服务',
  commerce: '商业 购物 买东西 商店',
  shelter: '应急 避难 避险',
  education: '教育 学校 上学',
  transit: '出行 交通 坐车',
  homeVisit: '上门 护理 照护',
  counter: '窗口 办事 代办',
}
