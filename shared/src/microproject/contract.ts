import { slice } from '../kernel/contract'
import type { NextAction } from '../kernel/problem'
import {
  AcceptProject,
  AskProject,
  AskProjects,
  FileProject,
  MicroProject,
  MicroProjects,
  OfferPhoto,
  PhotoUpload,
  RefileProject,
  SendBackProject,
} from './schema'

const asItIs: NextAction = {
  do: 'open',
  label: '看看现在怎样',
  page: '/microproject/pages/detail?microprojectId=:microprojectId',
}

export const microproject = slice(
  {
    'microproject.wrong_state': {
      status: 409,
      title: '这件事的状态已经变了，请刷新看看。',
      next: [asItIs],
      staffNext: [
        {
          do: 'open',
          label: '看看现在怎样',
          page: '/workbench/pages/case?kind=microproject&caseId=:microprojectId',
        },
        { do: 'open', label: '回到待办', page: '/workbench/pages/queue' },
      ],
    },
    'microproject.too_many_refiles': {
      status: 409,
      title: '这件事已经改交 10 次了，请打电话和社区工作者商量。',
      next: [asItIs],
    },
    'microproject.no_community': {
      status: 409,
      title: '请先选好您住的社区，再来提需求。',
      next: [{ do: 'open', label: '去选社区', page: '/identity/pages/join' }],
    },
    'microproject.being_checked': {
      status: 409,
      title: '微信正在查文字，请过一分钟再受理。',
      next: [{ do: 'retry', label: '再受理一次' }],
      staffNext: [{ do: 'retry', label: '再受理一次' }],
    },
  },
  {
    file: {
      method: 'POST',
      path: '/microprojects',
      status: 201,
      access: ['resident'],
      keyed: true,
      summary: 'File a micro-project request in my community',
      input: FileProject,
      output: MicroProject,
      errors: ['microproject.no_community'],
    },
    offerPhoto: {
      method: 'POST',
      path: '/microprojects/photos',
      status: 200,
      access: ['resident'],
      summary:
        'Where to send a photo that a request of mine is going to carry; what no request names is gone in a week',
      input: OfferPhoto,
      output: PhotoUpload,
      errors: [],
    },
    list: {
      method: 'GET',
      path: '/microprojects',
      status: 200,
      access: ['resident'],
      summary: 'Requests that I filed, or those that my community accepted; newest first',
      input: AskProjects,
      output: MicroProjects,
      errors: [],
    },
    show: {
      method: 'GET',
      path: '/microprojects/:microprojectId',
      status: 200,
      access: ['resident'],
      summary: 'One request: mine, an accepted one of my community, or one of the community that I work for',
      input: AskProject,
      output: MicroProject,
      errors: [],
    },
    accept: {
      method: 'POST',
      path: '/microprojects/:microprojectId/accept',
      status: 200,
      access: ['worker', 'supervisor'],
      summary: 'Accept a request',
      input: AcceptProject,
      output: MicroProject,
      errors: ['microproject.wrong_state', 'microproject.being_checked'],
    },
    sendBack: {
      method: 'POST',
      path: '/microprojects/:microprojectId/send-back',
      status: 200,
      access: ['worker', 'supervisor'],
      summary: 'Send a request back with the reason that the resident will read',
      input: SendBackProject,
      output: MicroProject,
      errors: ['microproject.wrong_state'],
    },
    refile: {
      method: 'POST',
      path: '/microprojects/:microprojectId/refile',
      status: 200,
      access: ['resident'],
      summary: 'File a request again that was sent back, with changes',
      input: RefileProject,
      output: MicroProject,
      errors: ['microproject.wrong_state', 'microproject.too_many_refiles'],
    },
    withdraw: {
      method: 'POST',
      path: '/microprojects/:microprojectId/withdraw',
      status: 200,
      access: ['resident'],
      summary: 'Withdraw my request',
      input: AskProject,
      output: MicroProject,
      errors: ['microproject.wrong_state'],
    },
  },
)
