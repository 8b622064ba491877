import type { TaskKind } from '@yike/shared/volunteer/schema'
import { table } from '../../platform/language'

export const publishWords = table('workbench.publishWords', {
  title: '发布志愿任务',
  taskKinds: {
    housework: '家政服务',
    culture: '文体活动',
    counselling: '心理疏导',
    health: '保健指导',
    legal: '法律咨询',
    errand: '跑腿',
  } satisfies Record<TaskKind, string>,
  community: '哪个社区',
  kind: '哪一类',
  name: '任务名称',
  nameExample: '比如：陪张奶奶去取药',
  where: '在哪里',
  whereExample: '比如：社区活动室门口集合',
  what: '做什么',
  whatExample: '要做的事、要带的东西、找谁',
  on: '哪一天',
  start: '几点开始',
  length: '做多久',
  until: (clock: string, length: string) => `${length}，到 ${clock}`,
  places: '要几个人',
  people: (count: number) => `${count} 人`,
  send: (when: string) => `发布，${when}`,
  published: (title: string) => `“${title}”交上去了。微信查过文字，邻居就能认领。`,
  see: '看看这个任务',
  again: '再发一个',
  back: '回到待办',
  wrong: {
    title: '写 2 到 40 个字',
    what: '写 2 到 500 个字',
    where: '写 2 到 80 个字',
    startAt: '这个时间已经过了，请改晚一点',
  },
})
