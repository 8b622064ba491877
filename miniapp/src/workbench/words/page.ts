import type { Role } from '@yike/shared/kernel/contract'

export const roleNames = { worker: '社区工作者', supervisor: '街道督导' } satisfies Partial<
  Record<Role, string>
>

export const words = {
  workbench: '工作台',
  queue: '待办',
  reportedAt: (when: string) => `${when}报`,
  count: (waiting: number, more: boolean) => `${waiting}${more ? ' 多' : ''} 件`,
  overdue: (cases: number) => `${cases} 件已超时`,
  asOf: (clock: string) => `截至 ${clock}`,
  all: '全部',
  community: '社区',
  kinds: '哪一类',
  done: '呼一口气，都办完了',
  doneText: '有新的会自己排进来。',
  noneOfKind: '这一类都办完了',
  publish: '发布志愿任务',
  places: '场所资料',
  toResidents: '回到居民端',
  keys: [
    ['j k', '上一件、下一件'],
    ['Enter', '打开'],
    ['a a', '通过'],
    ['d', '退回'],
  ],

  case: '办理',
  story: '经过',
  free: '免费',
  yuan: (amount: string) => `${amount} 元`,
  answerNow: '等社区答复',
  minutes: '入账时长',
  armed: '再按一次 a 或回车，就这样办；Esc 取消。',
  confirmHours: (length: string) => `确认 ${length}`,
  sendBack: '退回',
  sendBackAsk: '为什么退回？居民会看到这句话。',
  reason: '原因',
  reasonExample: '选一句，或自己写',
  reasonMissing: '写一句原因，至少两个字',
  doSendBack: '退回给居民',
  keep: '先不退',
  sentBack: (title: string) => `已退回：${title}`,
  own: '这是您自己的事，请同事来办。',
  settled: '这件事已经办过了。',

  noPost: '还没分到社区',
  noPostText: '请街道把您的社区登记好。',
  notStaff: '这里是社区的工作台',
  notStaffText: '只有社区工作者和街道督导能用。',
  goHome: '回首页',
} as const
