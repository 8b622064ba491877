/** Bookings that exist when the demo begins, as days from today and hours ago: fresh on whatever day it is loaded. */
import type { Mark } from '@yike/shared/booking/schema/presence'
import type { CommunityKey } from '../street'

export type Outcome = 'approve' | 'cancel' | { readonly decline: string } | Mark | { readonly appeal: string }

/** By a persona, for themselves or for somebody of the household: the first free slot from a day on. */
export type OwnRow = readonly [
  persona: string,
  forWhom: string,
  place: string,
  offering: string,
  day: number,
  hoursAgo: number,
  outcome?: Outcome,
]

// biome-ignore format: a table is read in rows
export const own: readonly OwnRow[] = [
  ['osmanthus-resident', '王桂芳', '桂花里日间照料中心', '计时托', -3, 100, 'came'],
  ['osmanthus-resident', '王桂芳', '桂花里议事厅', '议事室', -5, 150, 'cancel'],
  ['osmanthus-resident', '王桂芳', '桂花里助浴点', '助浴', 1, 20],
  ['osmanthus-resident', '王桂芳', '桂花里书画室', '书画室', 2, 30],
  ['osmanthus-resident', '王桂芳', '桂花里日间照料中心', '全日托', 4, 3],
  ['osmanthus-resident', '王桂芳', '桂花里多功能厅', '多功能厅', 5, 60, { decline: '这个时段有义诊，请改约别的时段。' }],
  ['osmanthus-resident', '张松年', '桂花里日间照料中心', '上门护理', 2, 9],
  ['osmanthus-resident', '张松年', '清水街道综合养老服务中心', '康复训练', 1, 26],
  ['osmanthus-volunteer', '周晓岚', '桂花里羽毛球馆', '羽毛球场', 2, 12],
  ['osmanthus-volunteer', '周晓岚', '桂花里书画室', '书画室', 3, 8],
  ['stonebridge-resident', '陆豆豆', '石桥头亲子小屋', '亲子时段', -4, 130, 'absent'],
  ['stonebridge-resident', '陆豆豆', '石桥头向阳托育园', '托大班半日托', 1, 28],
  ['stonebridge-resident', '陆豆豆', '石桥头向阳托育园', '托大班全日托', 3, 21],
  ['stonebridge-resident', '何秀英', '石桥头助浴点', '助浴', 1, 22],
  ['stonebridge-resident', '陆一鸣', '石桥头乒乓球馆', '乒乓球台', 2, 6],
  ['stonebridge-resident', '陆一鸣', '石桥头红白喜事堂', '红白喜事堂', 12, 70, 'approve'],
  ['stonebridge-volunteer', '许志宁', '石桥头议事亭', '议事室', 2, 15],
  ['stonebridge-volunteer', '许志宁', '石桥头共享厨房', '共享灶台', 3, 10],
]

/** By a neighbour, still waiting for staff; the fewer hours are left, the longer ago. */
export type WaitingRow = readonly [
  place: string,
  offering: string,
  day: number,
  hoursAgo: number,
  note: string,
]

// biome-ignore format: a table is read in rows
export const waiting: Readonly<Record<CommunityKey, readonly WaitingRow[]>> = {
  osmanthus: [
    ['桂花里多功能厅', '多功能厅', 3, 22, '楼栋防诈骗宣讲，想借投影'],
    ['桂花里红白喜事堂', '红白喜事堂', 9, 15, '老人八十寿宴，10 桌'],
    ['清水街道综合养老服务中心', '短期照护（白天）', 3, 6, '髋部手术后第三周，用助行器'],
    ['桂花里日间照料中心', '全日托', 2, 1, '女儿出差，中午要吃软饭'],
  ],
  stonebridge: [
    ['石桥头多功能厅', '多功能厅', 4, 19, '合唱队排练，20 人'],
    ['石桥头颐养驿站', '全日托', 2, 10, '听力不好，请大声些'],
    ['石桥头向阳托育园', '托小班全日托', 2, 4, '第一次来，想先看看'],
    ['石桥头红白喜事堂', '红白喜事堂', 6, 2, '婚宴，12 桌'],
  ],
}

/** A slot that neighbours have filled: a persona waits behind so many of them, or is offered the last seat. */
export type QueueRow = readonly [
  community: CommunityKey,
  persona: string,
  forWhom: string,
  place: string,
  offering: string,
  day: number,
  ahead: number | 'offered',
]

// biome-ignore format: a table is read in rows
export const queues: readonly QueueRow[] = [
  ['osmanthus', 'osmanthus-resident', '王桂芳', '桂花里助浴点', '助浴', 3, 'offered'],
  ['osmanthus', 'osmanthus-resident', '王桂芳', '桂花里议事厅', '议事室', 4, 1],
]

/** By neighbours, until so many seats are left in the slot with this number from a day on. */
export type FilledRow = readonly [place: string, offering: string, day: number, slot: number, left: number]

// biome-ignore format: a table is read in rows
export const filled: Readonly<Record<CommunityKey, readonly FilledRow[]>> = {
  osmanthus: [
    ['桂花里日间照料中心', '半日托', 1, 0, 4],
    ['桂花里日间照料中心', '计时托', 2, 5, 3],
    ['桂花里助浴点', '助浴', 1, 1, 0],
    ['桂花里助浴点', '助浴', 1, 2, 1],
    ['清水街道综合养老服务中心', '康复训练', 2, 1, 1],
    ['桂花里亲子小屋', '亲子时段', 1, 0, 2],
    ['桂花里羽毛球馆', '羽毛球场', 1, 10, 0],
    ['桂花里羽毛球馆', '羽毛球场', 1, 11, 1],
    ['桂花里羽毛球馆', '羽毛球场', 2, 21, 0],
    ['桂花里篮球场', '篮球场（晚间）', 1, 1, 0],
    ['桂花里书画室', '书画室', 2, 1, 1],
    ['运河区档案馆停车场（夜间开放）', '邻里停车位（夜间）', 1, 0, 2],
  ],
  stonebridge: [
    ['石桥头颐养驿站', '半日托', 1, 0, 1],
    ['石桥头助浴点', '助浴', 1, 1, 0],
    ['石桥头向阳托育园', '托大班半日托', 1, 1, 3],
    ['石桥头向阳托育园', '托小班计时托', 2, 2, 1],
    ['石桥头亲子小屋', '亲子时段', 2, 1, 3],
    ['石桥头乒乓球馆', '乒乓球台', 1, 10, 0],
    ['石桥头乒乓球馆', '乒乓球台', 1, 11, 1],
    ['石桥头共享厨房', '共享灶台', 1, 7, 0],
    ['石桥头篮球场', '篮球场（晚间）', 1, 0, 1],
    ['清水纺织厂停车场（夜间开放）', '邻里停车位（夜间）', 1, 0, 3],
  ],
}

/** A slot of yesterday or of today that neighbours have booked, and whether each of them came; nobody has said of the last. */
export type CameRow = readonly [
  community: CommunityKey,
  place: string,
  offering: string,
  day: number,
  slot: number,
  came: readonly (Outcome | undefined)[],
]

// biome-ignore format: a table is read in rows
export const attended: readonly CameRow[] = [
  ['osmanthus', '桂花里日间照料中心', '半日托', -1, 0, ['came', 'came', { appeal: '夜里发烧，一早去了医院，没顾上取消' }, 'came', 'excused']],
  ['osmanthus', '桂花里日间照料中心', '半日托', 0, 0, ['came', 'came', 'absent', undefined, undefined]],
  ['stonebridge', '石桥头颐养驿站', '半日托', -1, 0, ['came', 'absent', 'came']],
  ['stonebridge', '石桥头颐养驿站', '半日托', 0, 0, ['came', undefined, undefined]],
]
