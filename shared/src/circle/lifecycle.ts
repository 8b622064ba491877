import type { Lifecycle } from '../kernel/lifecycle'

export const placeStates = ['listed', 'closed'] as const
/** listed 在册 · closed 已停用 */
export type PlaceState = (typeof placeStates)[number]

export const placeVerbs = ['change', 'assure', 'close', 'reopen'] as const
export type PlaceVerb = (typeof placeVerbs)[number]

export const placeLifecycle: Lifecycle<PlaceState, PlaceVerb> = {
  listed: {
    change: { to: 'listed', by: ['staff'] },
    assure: { to: 'listed', by: ['staff'] },
    close: { to: 'closed', by: ['staff'] },
  },
  closed: { reopen: { to: 'listed', by: ['staff'] } },
}
