import type { Audience } from '@yike/shared/booking/rules/terms'
import type { Days } from '@yike/shared/booking/schema'
import { localDate } from '@yike/shared/kernel/time'
import { useState } from 'react'
import type { Answer } from '../platform/answer'
import { now } from '../platform/spoken'
import { type Query, useQuery } from '../platform/use-query'
import { askDays, daysKey } from './use-booking'
import { daysShown, FIRST, nextDays } from './view/ahead'

interface What {
  placeId: string
  offeringId: string
  audience: Audience
}

export interface PagedDays {
  /** Two weeks more; absent where nothing further ahead can be booked. */
  readonly more: (() => void) | undefined
  readonly busy: boolean
}

async function askPages(what: What, pages: number): Promise<Answer<Days>> {
  const first = await askDays({ ...what, days: FIRST })
  if (!first.ok) return first
  const { offering, days } = first.value
  const found = [...days]
  const shown = daysShown(pages, offering.daysAhead)
  while (found.length < shown) {
    const next = await askDays({ ...what, ...nextDays(localDate(now()), found.length, shown) })
    if (!next.ok) return next
    found.push(...next.value.days)
  }
  return { ok: true, value: { offering, days: found } }
}

/** The days of an offering, from today on, as far as they were asked for; `first`: so many pages at once. */
export function useDays(
  what: What,
  first = 1,
): Query<Days> & PagedDays & { readonly refresh: () => Promise<void> } {
  const { offeringId, audience } = what
  const [read, setRead] = useState({ offeringId, pages: first })
  const pages = read.offeringId === offeringId ? read.pages : 1
  const keyOf = (upTo: number) => daysKey(offeringId, audience, upTo)
  // What was read before stays in sight while the next ones come, and all of it is asked for anew: seats are told as of now.
  const query = useQuery(keyOf(pages), () => askPages(what, pages), { within: keyOf(pages - 1) })
  const found = 'value' in query ? query.value : null
  const [shown, daysAhead] = [found?.days.length ?? 0, found?.offering.daysAhead ?? 0]
  return {
    ...query,
    more: shown <= daysAhead ? () => setRead({ offeringId, pages: pages + 1 }) : undefined,
    busy: query.state === 'ready' && !query.fresh && shown < daysShown(pages, daysAhead),
  }
}
