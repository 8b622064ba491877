/** A service that one of our exports says is booked, read back as an offering. */
import { kinds } from '@yike/shared/booking/kinds'
import { type Closure, UNTOLD } from '@yike/shared/booking/rules/closures'
import type { Terms } from '@yike/shared/booking/rules/terms'
import type { PriceClass } from '@yike/shared/circle/schema'
import { type Id, idOf } from '@yike/shared/kernel/id'
import { cut } from '@yike/shared/kernel/zod'
import type { Offering } from '../../../store'
import { hoursIn } from '../schedules'
import type { Service } from '../schema'
import { PLACE_ID, priceClassOfName, taxonomies, termsIn } from '../terms'
import { BookedBy } from './by'

/** An offering as a file tells of it; its place says the rest. */
export interface BookedDraft
  extends Omit<Offering, 'placeName' | 'placePhone' | 'community' | 'version' | 'within' | 'from'> {
  readonly placeId: Id<'place'>
  readonly byPeople: boolean
}

/** Undefined where its terms are none, or where it says no hours or no place of ours. */
export const bookedDraftOf = (service: Service): BookedDraft | undefined => {
  const [term] = termsIn(service, taxonomies.booked)
  const kind = kinds.find(one => one === term?.code)
  const by = BookedBy.safeParse(jsonIn(term?.value))
  const location = service.service_at_locations?.[0]?.location
  const placeId = idOf('place').safeParse(
    location?.external_identifier_type === PLACE_ID ? location.external_identifier : undefined,
  )
  const read = hoursIn(service, service.schedules ?? [])
  if (!kind || !by.success || !placeId.success || !read) return undefined
  const { byPeople = false, notes = [], ...terms } = by.data
  const { special = [], ...hours } = read
  const closures = special.map(({ from, to, note }): Closure => ({ from, to, why: cut(note ?? UNTOLD, 60) }))
  const papers = (service.required_documents ?? []).flatMap(({ document }) =>
    document ? [notes.find(({ name }) => name === document) ?? { name: document }] : [],
  )
  const [cost] = service.cost_options ?? []
  const fen = cost?.amount === undefined ? terms.priceFen : Math.round(cost.amount * 100)
  return {
    ...terms,
    ...ages(service, terms.eligible),
    placeId: placeId.data,
    kind,
    name: cut(service.name, 40),
    forWhom: cut(service.description ?? '', 80),
    hours,
    ...(closures.length > 0 && { closures }),
    ...(papers.length > 0 && { papers }),
    ...(service.status === 'temporarily closed' && { paused: cut(service.alert ?? '暂停预约', 60) }),
    priceFen: fen,
    priceClass: priceClassIn(service, fen),
    byPeople,
  }
}

const priceClassIn = (service: Service, fen: number): PriceClass =>
  priceClassOfName(termsIn(service, taxonomies.price)[0]?.name ?? '') ?? (fen === 0 ? 'free' : 'paid')

const ages = (
  { minimum_age, maximum_age }: Service,
  eligible: Terms['eligible'],
): Pick<Terms, 'eligible'> => {
  const months = {
    ...(minimum_age !== undefined && { min: Math.round(minimum_age * 12) }),
    ...(maximum_age !== undefined && { below: Math.round(maximum_age * 12) + 1 }),
  }
  const { ageMonths: _, ...others } = eligible ?? {}
  if (Object.keys(months).length === 0) return eligible ? { eligible: others } : {}
  return { eligible: { ...others, ageMonths: months } }
}

const jsonIn = (text = ''): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
