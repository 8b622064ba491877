/** Why something about a task is refused, and what its reader can do next. */
import type { ErrorTable, NextAction } from '../../kernel/problem'

const menu = '/volunteer/tab/index'
const toQueue: NextAction = { do: 'open', label: '回到待办', page: '/workbench/pages/queue' }
const anotherTask: NextAction = { do: 'open', label: '看看别的任务', page: menu }
const asItIs: NextAction = { do: 'open', label: '看看现在怎样', page: '/volunteer/pages/task?taskId=:taskId' }
const report: NextAction = {
  do: 'open',
  label: '看看现在怎样',
  page: '/workbench/pages/case?kind=hours&caseId=:taskId&volunteerId=:volunteerId',
}
const both = { next: [asItIs], staffNext: [report, toQueue] }

export const errors = {
  'volunteer.no_community': {
    status: 409,
    title: '请先选好您住的社区，再来做志愿者。',
    next: [{ do: 'open', label: '去选社区', page: '/identity/pages/join' }],
  },
  'volunteer.not_registered': {
    status: 409,
    title: '先登记成为志愿者，就可以认领任务。',
    next: [{ do: 'open', label: '去登记成为志愿者', page: menu }],
  },
  'volunteer.task_full': { status: 409, title: '名额刚被认领完了，看看别的任务吧。', next: [anotherTask] },
  'volunteer.person_busy': {
    status: 409,
    title: '这段时间您已有别的安排，请换一个任务。',
    next: [anotherTask, { do: 'open', label: '看看已有的预约', page: '/booking/tab/index' }],
  },
  'volunteer.task_started': { status: 409, title: '任务已经开始，不能再认领或放弃。', next: [anotherTask] },
  'volunteer.not_ended': {
    status: 409,
    title: '任务还没结束，结束后再来报时长。',
    next: [{ do: 'open', label: '看看我的任务', page: '/volunteer/pages/mine' }],
  },
  'volunteer.too_many_minutes': { status: 409, title: '时长比任务本身还长，请改一下。', ...both },
  'volunteer.wrong_state': { status: 409, title: '这个任务的状态已经变了，请刷新看看。', ...both },
  'volunteer.starts_in_past': { status: 400, title: '开始的时间已经过了，请改晚一点再发布。' },
  'volunteer.words_read': { status: 409, title: '这些话已经有人看过了。', next: [toQueue] },
  'volunteer.words_own': { status: 409, title: '这些话是您写的，请同事来读。', next: [toQueue] },
  'volunteer.words_started': {
    status: 409,
    title: '任务已经开始，话不能再改。请到现场当面说。',
    next: [toQueue],
  },
  'volunteer.words_risky': {
    status: 409,
    title: '微信没让这些话通过，请改写后再发。',
    next: [{ do: 'open', label: '去改写', page: '/workbench/pages/task?taskId=:taskId' }],
  },
  'volunteer.bad_times': { status: 400, title: '结束要晚于开始，以 15 分钟为一格，最长 12 小时。' },
} as const satisfies ErrorTable
