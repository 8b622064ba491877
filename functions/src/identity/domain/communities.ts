import { straightMeters } from '@yike/shared/circle/rules'
import type { AskCommunities, Community } from '@yike/shared/identity/schema'
import type { NextAction } from '@yike/shared/kernel/problem'

/** A page of the communities that somebody asks for; all of them where no limit is said. */
export const communitiesFor = (
  all: readonly Community[],
  { search = '', lng, lat, limit = all.length, cursor = 0 }: AskCommunities,
): { communities: Community[]; cursor?: string } => {
  const words = search.toLowerCase().split(' ').filter(Boolean)
  const found = all.filter(({ name, street }) =>
    words.every(word => `${name} ${street}`.toLowerCase().includes(word)),
  )
  const metersTo = ({ center }: Community) =>
    lng === undefined || lat === undefined ? 0 : straightMeters({ lng, lat }, center)
  const sorted = found.toSorted((one, other) => metersTo(one) - metersTo(other))
  const end = cursor + limit
  return {
    communities: sorted.slice(cursor, end),
    ...(end < sorted.length && { cursor: String(end) }),
  }
}

/** The telephone, where only people can help; nothing where there is none. */
export const callTo = ({ phone }: { readonly phone?: string }): NextAction[] =>
  phone ? [{ do: 'call', label: '打电话给社区', phone }] : []
