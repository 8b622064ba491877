import type { Lifecycle } from '../../kernel/lifecycle'

export const seasonStates = ['open', 'closed', 'drawn', 'settled', 'calledOff'] as const
/**
 * open 报名中 · closed 名单已封存 (nothing of it changes any more) · drawn 已抽签 (who gets what is settled, the dates are being
 * booked) · settled 已公布 (all that could be booked is, the rest is everybody's) · calledOff 已取消
 */
export type SeasonState = (typeof seasonStates)[number]

export const seasonVerbs = ['close', 'draw', 'settle', 'callOff'] as const
export type SeasonVerb = (typeof seasonVerbs)[number]

export const seasonLifecycle: Lifecycle<SeasonState, SeasonVerb> = {
  open: {
    // At the minute that was announced, and by nobody's hand: no earlier for whom it would suit.
    close: { to: 'closed', by: ['clock'] },
    callOff: { to: 'calledOff', by: ['staff'] },
  },
  closed: {
    draw: { to: 'drawn', by: ['staff'] },
    callOff: { to: 'calledOff', by: ['staff'] },
  },
  // What was drawn stays drawn, whoever may wish it otherwise.
  drawn: { settle: { to: 'settled', by: ['clock'] } },
  settled: {},
  calledOff: {},
}
