import type { Affected, AskOutcome, Outcome } from '@yike/shared/booking/schema/affected'
import { useRef, useState } from 'react'
import type { Answer } from '../platform/answer'
import { api } from '../platform/api'
import { keptSignal } from '../platform/use-draft'
import { useQuery } from '../platform/use-query'
import { useSend } from '../platform/use-send'
import type { Stale } from '../platform/use-stale'
import { readToEnd } from './view/affected'
import { newOfferingDraft } from './view/offering/draft'

/** What was written of a new offering of a place, until it is added. */
export const offeringDraft = keptSignal('offering', { placeId: '', draft: newOfferingDraft() })

export const useOfferings = (placeId: string) =>
  useQuery(`booking.offerings:${placeId}`, () => api.booking.offerings({ placeId }))

type Change = Parameters<typeof api.booking.affected>[0]

const isHit = ({ count, seatless }: Affected): boolean => count > 0 || seatless !== undefined

/** Whom a change would leave without what they booked: asked before it is made. */
export function useAffected() {
  const [found, setFound] = useState<Affected | null>(null)
  const [asked, setAsked] = useState<Change | null>(null)
  /** What was asked before the change became another one is answered of nothing that is there now. */
  const turn = useRef(0)
  const { send, busy, problem } = useSend(api.booking.affected)
  const ask = async (change: Change): Promise<Affected | null> => {
    const mine = ++turn.current
    const answer = await send(change)
    return mine === turn.current ? answer : null
  }
  return {
    busy,
    problem,
    found,
    /** Somebody is hit: that is to be read before the change is made. */
    hit: found && isHit(found) ? found : null,
    /** True: it was asked, and nobody is. */
    async hitsNobody(change: Change): Promise<boolean> {
      setFound(null)
      const answer = await ask(change)
      setAsked(change)
      if (answer) setFound(answer)
      return answer !== null && !isHit(answer)
    },
    /** The next ones, below those that are shown. */
    async more() {
      const after = found?.affected.at(-1)?.bookingId
      const next = asked && after ? await ask({ ...asked, after }) : null
      if (next) setFound({ ...next, affected: [...(found?.affected ?? []), ...next.affected] })
    },
    /** All of them, also those below what was read on; undefined: nobody. */
    async whole(): Promise<Affected | undefined> {
      if (!found || !asked || found.count === 0) return undefined
      return readToEnd(found, after => ask({ ...asked, after }))
    },
    forget() {
      turn.current += 1
      setFound(null)
    },
  }
}

/** As many at a time as one may ask after. */
const AT_ONCE = 50

async function askOutcome(placeId: string, shown: AskOutcome['shown']): Promise<Answer<Outcome>> {
  const parts = Array.from({ length: Math.ceil(shown.length / AT_ONCE) }, (_, at) =>
    shown.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  )
  const answers = await Promise.all(parts.map(part => api.booking.followUp({ placeId, shown: part })))
  return (
    answers.find(one => !one.ok) ?? {
      ok: true,
      value: { lines: answers.flatMap(one => (one.ok ? one.value.lines : [])) },
    }
  )
}

/** What became of them, beside what was shown. */
export const useOutcome = (placeId: string, { affected }: Affected) => {
  const shown = affected.map(({ bookingId, swap }) => ({
    bookingId,
    ...(swap && {
      swap: {
        ...{ placeId: swap.placeId, offeringId: swap.offeringId },
        ...{ startAt: swap.startAt, endAt: swap.endAt },
      },
    }),
  }))
  return useQuery(
    shown.length > 0 ? `booking.followUp:${placeId}:${shown[0]?.bookingId}:${shown.length}` : null,
    () => askOutcome(placeId, shown),
  )
}

export const useAddOffering = () => useSend(api.booking.addOffering)
export const useChangeOffering = ({ tell }: Stale) => useSend(api.booking.changeOffering, tell)
