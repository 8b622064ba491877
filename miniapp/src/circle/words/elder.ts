import { table } from '../../platform/language'

/** What 长辈版 says of a place. */
export const elderWords = table('circle.elderWords', {
  search: '按名字找',
  kept: '我收藏的地方',
  walk: (from: string, minutes: number) => `从“${from}”慢慢走，${minutes} 分钟`,
  far: (from: string, way: string) => `从“${from}”过去 ${way}，走着远`,
  at: (address: string) => `地址：${address}`,
  stepFree: '进出没有台阶',
  steps: '进门有台阶',
  book: '约这里的服务',
  call: '打电话问问',
  hours: '哪天几点开？',
  favoured: '收藏好了，点这里取消',
})

/** What one goes for: kinds of places that are asked for together. */
export const groupNames = table('circle.groupNames', {
  care: '养老、看病',
  young: '孩子、学习',
  play: '活动、锻炼',
  daily: '办事、买东西',
  away: '出门、应急',
})
