import { table } from '../../platform/language'

export const holidayWords = table('workbench.holidayWords', {
  title: '放假安排',
  why: '有些地方节假日开门不一样。没录入的年份，这些日子约不了。',
  missing: (years: string) => `${years} 年的还没录入`,
  missingText: '通知一般十一月公布。督导录入后，一分钟内生效。',
  enter: (year: number) => `录入 ${year} 年`,
  correct: (year: number) => `改正 ${year} 年`,
  text: '通知原文',
  textExample: '一、元旦：1月1日放假…',
  textHint: '把七个节日的安排整段贴进来，一字不改。',
  understood: '读懂了',
  save: (year: number) => `就按这个录入 ${year} 年`,
  saved: (year: number) => `${year} 年的放假安排已经录入，一分钟内处处生效。`,
  year: (year: number) => `${year} 年`,
  held: '随软件一起来的',
  entered: '督导录入的',
  /** As the notice calls it. */
  festival: (name: string) => name,
  day: (month: number, day: number) => `${month}月${day}日`,
  off: (name: string, days: string) => `${name}：${days}放假`,
  worked: (days: string) => `${days}上班`,
  range: (from: string, to: string) => `${from}至${to}`,
})
