import type { Lifecycle } from '../kernel/lifecycle'

export const claimStates = ['claimed', 'reported', 'confirmed', 'released'] as const
/** claimed 已认领 · reported 已完成，待确认时长 · confirmed 时长已入账 · released 已放弃 */
export type ClaimState = (typeof claimStates)[number]

export const claimVerbs = ['claim', 'release', 'complete', 'confirm', 'dispute'] as const
export type ClaimVerb = (typeof claimVerbs)[number]

export const claimLifecycle: Lifecycle<ClaimState, ClaimVerb> = {
  claimed: {
    release: { to: 'released', by: ['owner'] },
    complete: { to: 'reported', by: ['owner'] },
  },
  reported: {
    confirm: { to: 'confirmed', by: ['staff'] },
    dispute: { to: 'claimed', by: ['staff'] },
  },
  released: { claim: { to: 'claimed', by: ['owner'] } },
  confirmed: {},
}
