import type { Rhythm } from '@yike/shared/booking/rules/series'
import { useState } from 'react'
import { openInstead } from '../platform/route'
import { useSlotDay, useWish } from './use-booking'
import { calledOf, seriesOf, usePeople, whomOf } from './use-people'
import { usePlaceSeries, useSeriesPreview } from './use-series'
import { likelyPerson } from './view'
import { detailsOf } from './view/details'
import { type Chosen, sumOf, timesOf, turned } from './view/series'

interface What {
  placeId?: string
  offeringId?: string
  startAt?: string
  endAt?: string
  /** Whom the booking is for that is to be repeated, as its owner calls them. */
  who?: string
}

export type Repeat = ReturnType<typeof useRepeats>

/** What is repeated and for whom, every date of it, what is chosen of them, and the one button. */
export function useRepeats(
  { placeId = '', offeringId = '', startAt = '', endAt = '', who }: What,
  { every, times, isAsked }: { every: Rhythm; times: number; isAsked: boolean },
) {
  const day = useSlotDay({ placeId, offeringId }, startAt)
  const offering = 'value' in day ? day.value?.offering : undefined
  const people = usePeople(offering?.kind)
  const wish = useWish(offeringId)
  const person =
    people.find(({ name }) => name === who) ??
    people.find(({ personId }) => personId === wish.personId) ??
    (offering && likelyPerson(offering, people, { startAt }))

  // Another rhythm is another set of dates.
  const name = `${every} ${times}`
  const [kept, setKept] = useState<Chosen & { name: string }>({ name, left: [], moved: [] })
  const chosen = kept.name === name ? kept : { name, left: [], moved: [] }

  const asked = {
    ...{ placeId, offeringId, startAt, endAt, every, times },
    ...whomOf(person),
    ...(offering?.equipment && { equipment: detailsOf(offering, wish).equipment }),
    // What is left out matters to the others only where somebody counts.
    leave: offering?.quotas ? [...chosen.left] : [],
  }
  const preview = useSeriesPreview(offering && person && isAsked ? asked : null)
  const placing = usePlaceSeries()
  const dates = 'value' in preview ? preview.value : null
  const spans = dates ? timesOf(dates, chosen) : []

  return {
    day,
    offering,
    preview,
    placing,
    chosen,
    startAt,
    endAt,
    times: spans.length,
    priceFen: dates ? sumOf(dates, spans.length) : 0,
    who: calledOf(person),
    leave: (on: string) => setKept({ ...chosen, left: turned(chosen.left, on) }),
    move: (on: string) => setKept({ ...chosen, moved: turned(chosen.moved, on) }),
    async place() {
      const placed = await placing.send({
        placeId,
        offeringId,
        ...whomOf(person),
        ...(wish.note.trim() ? { note: wish.note } : {}),
        ...(offering && detailsOf(offering, wish)),
        spans,
      })
      // Somebody was faster: the dates as they are now.
      if (!placed) return preview.refresh()
      wish.forget()
      openInstead('/booking/pages/series', { ...seriesOf(placed.seriesId, person?.grantId), placed: '1' })
    },
  }
}
