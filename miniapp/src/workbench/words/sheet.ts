import type { Mark } from '@yike/shared/booking/schema/presence'
import { table } from '../../platform/language'

export const sheetWords = table('workbench.sheetWords', {
  title: '预约和到场',
  link: '今天谁来',
  open: '每天的预约和到场',
  week: '哪一天',
  day: (weekday: string, day: number) => `${weekday} ${day}日`,
  before: '上一周',
  after: '下一周',
  thisWeek: '回到本周',
  none: '这一天没有预约',
  noneText: '点上面的日子，看别的天。',
  counts: (booked: number, came: number, absent: number) =>
    absent > 0 ? `${booked} 人约 · ${came} 人到 · ${absent} 人没来` : `${booked} 人约 · ${came} 人到`,
  asOf: (clock: string) => `截至 ${clock}`,
  mark: (name: string) => `${name}来了没有`,
  marks: { came: '到了', absent: '没来', excused: '不计' } satisfies Record<Mark, string>,
  marksText: '到了就点“到了”。病了或另有缘故，点“不计”。断了网照样记，连上自己传。',
  marked: (name: string, mark: string) => `${name}：${mark}`,
  kept: '记在这台设备上，连上网就传',
  appeal: '看看说了什么',
  server: (name: string) => `${name}服务`,
  offering: '项目',
  weekTable: '这一周',
  cell: (booked: number, came: number) => (came > 0 ? `${booked} 约 ${came} 到` : `${booked} 约`),
  door: '门口签到码',
  doorOf: (place: string) => `${place}签到`,
  doorHow: '打开预约单，点“到了”，扫这个码。',
  doorText: '码每半分钟换一次，拍下来也用不了。没带手机的，把预约号报给工作人员。',
  doorQr: (place: string) => `${place}的签到码`,
})
