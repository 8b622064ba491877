import { table } from '../../platform/language'

/** Reading the words of a task after WeChat. */
export const taskWords = table('workbench.taskWords', {
  title: '任务用词',
  line: { review: '微信没能判断，请读一遍', risky: '微信没让通过，请改写' },
  doubt: {
    review: '微信没能判断这些话，居民已经看得到。请读一遍。',
    risky: '微信没让这些话通过，居民看不到。请改写，微信会再看一遍。',
  },
  over: '这个任务已经结束，居民不会再看到。',
  claimed: (people: number) => `已有 ${people} 人认领。您改写后，会告诉他们，不合适还能放弃。`,
  started: '任务已经开始，话不能再改。请到现场当面说。',
  read: '读过了，没问题',
  seen: '知道了',
  rewrite: '改写',
  send: '改好了，交给微信再看',
  keep: '先不改',
  passed: (title: string) => `读过了：${title}`,
  reworded: (title: string) => `改写了：${title}`,
  settled: '这些话已经有人看过了。',
})
