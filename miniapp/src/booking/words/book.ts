import { spokenFirst } from '@yike/shared/booking/rules/first-ones'
import { table } from '../../platform/language'

/** What is said only while one books or joins a queue. */
export const bookWords = table('booking.bookWords', {
  howLong: '约多久',
  papers: '要带的材料',
  papersHint: '一次说全。手头有的勾上，没有的先备好。',
  equipment: '还要什么设备',
  lent: '设备',
  with: (things: string) => `一起借：${things}`,
  equipmentLeft: (name: string, left: number) => `${name}，还有 ${left} 个`,
  equipmentKept: (name: string, count: number) => `${name} × ${count}`,
  noneLeft: (name: string) => `${name}那时都借出去了`,
  settledBy: (mode: string) => `办法：${mode}`,
  paperHere: '有',
  paperMissing: '还缺',
  note: '要交代的话',
  noteSaid: (note: string) => `要交代的话：${note}`,
  noteExample: '比如：腿脚不便，需要人接',
  goBackToChoose: '改时段',
  slotGone: '这个时段现在约不了',
  needsApproval: '提交后社区一天内答复，名额先给您留着。',
  noCancel: '快开始了，约好后要取消得打电话。',
  fullOnes: '约满的，可以排队',
  fullOne: '约满 · 去排队',
  waitFor: (when: string, who: string) => `排队等${when}，给${who}`,
  howWaiting: '有人取消，空位按次序先问前面的人；轮到您，消息里告诉您。位子留两小时，夜里留到早上。',
  firstOnes: (groups: string) => `${spokenFirst(groups)}先问，其余按排队先后。`,
  seatLeft: '现在有空位，不用排队',
  seatLeftText: '直接约这个时段就行。',
  bookNow: '去预约',
})
