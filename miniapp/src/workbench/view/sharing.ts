import { straightMeters } from '@yike/shared/circle/rules'
import type { Community } from '@yike/shared/identity/schema'

const SHOWN = 8

export interface Shareable {
  readonly shown: readonly Community[]
  /** So many others are there besides. */
  readonly more: number
}

/** The communities that a place may be shared with: those chosen, then the nearest; or those that answer to what is typed. */
export const shareable = (
  communities: readonly Community[],
  homeCode: string,
  chosen: readonly string[],
  typed: string,
): Shareable => {
  const home = communities.find(({ code }) => code === homeCode)
  const far = ({ center }: Community) => (home ? straightMeters(home.center, center) : 0)
  const others = communities
    .filter(({ code, name, street }) => code !== homeCode && `${street}${name}`.includes(typed.trim()))
    .map(one => ({ one, isOther: !chosen.includes(one.code), meters: far(one) }))
    .sort((a, b) => Number(a.isOther) - Number(b.isOther) || a.meters - b.meters)
    .map(({ one }) => one)
  const count = Math.max(SHOWN, chosen.length)
  return { shown: others.slice(0, count), more: Math.max(0, others.length - count) }
}
