import { table } from '../../platform/language'

/** What 长辈版 asks of who files a request, a question to a page. */
export const elderWords = table('microproject.elderWords', {
  kind: '想办哪一类事？',
  say: '想办什么事？',
  sayHere: '写在这里，说几句就行',
  where: '在哪里？',
  whereHere: '写在这里',
  photos: '要不要拍张照片？',
  written: '写好了',
  done: '好了',
  kindIs: (kind: string) => `这一类：${kind}`,
  whereIs: (where: string) => `地点：${where}`,
  change: '点这里改',
  photosNone: '加照片',
  photosTaken: (count: number) => `照片 ${count} 张`,
  photosFree: '可以不加',
  send: '交给社区',
  mine: '我提的需求',
  community: '看看社区在办的',
  story: '办到哪一步了？',
})
