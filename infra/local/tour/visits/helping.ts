/** What neighbours do for each other and ask of the community: tasks and requests. */
import { demoId } from '../../../../functions/src/demo/street'
import {
  broken,
  elderModes,
  NEWCOMER,
  PARENT,
  photos,
  photosElder,
  RESIDENT,
  type Visit,
  VOLUNTEER,
  WORKER,
} from './acts'

const detail = (title: string) => `/microproject/pages/detail?microprojectId=${demoId('microproject', title)}`
const task = (title: string) => `/volunteer/pages/task?taskId=${demoId('task', title)}`

export const helping: readonly Visit[] = [
  { name: 'tasks', who: VOLUNTEER, address: '/volunteer/tab/index' },
  { name: 'tasks-resident', who: RESIDENT, address: '/volunteer/tab/index' },
  {
    name: 'tasks-menu',
    who: VOLUNTEER,
    address: '/volunteer/pages/menu?stretch=hour',
    modes: elderModes,
  },
  { name: 'task', who: VOLUNTEER, address: task('代取药送上门') },
  { name: 'task-full', who: VOLUNTEER, address: task('书场接待和摆椅子') },
  { name: 'task-lost', who: VOLUNTEER, address: task('没有这个任务'), troubles: ['404 request.not_found'] },
  {
    name: 'task-words',
    who: WORKER,
    address: `/workbench/pages/task?taskId=${demoId('task', '春节前写春联')}`,
  },
  { name: 'volunteering', who: VOLUNTEER, address: '/volunteer/pages/mine' },
  { name: 'volunteering-past', who: VOLUNTEER, address: '/volunteer/pages/mine?past=1', modes: elderModes },
  { name: 'file', who: RESIDENT, address: '/microproject/pages/file' },
  ...['say', 'where', 'photos'].map(step => ({
    name: `file-step-${step}`,
    who: RESIDENT,
    address: `/microproject/pages/file?step=${step}`,
    modes: elderModes,
  })),
  {
    name: 'file-photos',
    who: RESIDENT,
    address: '/microproject/pages/file',
    act: photos,
    actElder: photosElder,
  },
  { name: 'requests', who: PARENT, address: '/microproject/pages/list' },
  { name: 'requests-empty', who: NEWCOMER, address: '/microproject/pages/list' },
  { name: 'request', who: PARENT, address: detail('石桥路人行道补平，方便推童车') },
  {
    name: 'request-story',
    who: PARENT,
    address: `${detail('石桥路人行道补平，方便推童车')}&story=1`,
    modes: elderModes,
  },
  {
    name: 'request-broken',
    who: RESIDENT,
    address: detail('石桥路人行道补平，方便推童车'),
    before: broken,
    troubles: ['500 '],
  },
]
