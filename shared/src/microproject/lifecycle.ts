import type { Lifecycle } from '../kernel/lifecycle'

export const projectStates = ['filed', 'accepted', 'sentBack', 'withdrawn'] as const
/** filed 已提交，待受理 · accepted 已受理 · sentBack 已退回，可修改再交 · withdrawn 已撤回 */
export type ProjectState = (typeof projectStates)[number]

export const projectVerbs = ['accept', 'sendBack', 'refile', 'withdraw'] as const
export type ProjectVerb = (typeof projectVerbs)[number]

export const projectLifecycle: Lifecycle<ProjectState, ProjectVerb> = {
  filed: {
    accept: { to: 'accepted', by: ['staff'] },
    sendBack: { to: 'sentBack', by: ['staff'] },
    withdraw: { to: 'withdrawn', by: ['owner'] },
  },
  sentBack: {
    refile: { to: 'filed', by: ['owner'] },
    withdraw: { to: 'withdrawn', by: ['owner'] },
  },
  accepted: {},
  withdrawn: {},
}
