/**
 * What can be booked at a place, as a service in HSDS 3.0 and back: fees, schedules, ages and papers stand in its own
 * fields, the terms of booking beside them. Who serves and who is on duty is nobody's business elsewhere: it stays here.
 */
import { type BookingKind, counterModes, kinds } from '@yike/shared/booking/kinds'
import type { Closure } from '@yike/shared/booking/rules/closures'
import { spokenAges } from '@yike/shared/booking/rules/eligibility'
import { Terms } from '@yike/shared/booking/rules/terms'
import { Paper } from '@yike/shared/booking/schema'
import type { WeeklyHours } from '@yike/shared/circle/hours'
import type { PriceClass } from '@yike/shared/circle/schema'
import { type Id, idOf } from '@yike/shared/kernel/id'
import { cut, z } from '@yike/shared/kernel/zod'
import type { Region } from '../../../identity/handlers'
import type { Offering, Place } from '../../store'
import { hoursIn, hoursTerms, schedulesOf } from './schedules'
import type { Service } from './schema'
import { PLACE_ID, priceClassOfName, priceNames, taxonomies, termOf, termsIn, uuidOf } from './terms'

const count = z.number().check(z.int(), z.gte(1), z.lte(1000))

/** The terms that HSDS has no field for. What it has a field for is read from there. */
const BookedBy = z.object({
  offeringId: idOf('offering'),
  thingId: idOf('thing'),
  capacity: count,
  units: z.optional(count),
  alsoTakes: z.optional(
    z.array(z.object({ thingId: idOf('thing'), units: count, capacity: count })).check(z.maxLength(10)),
  ),
  attended: z.boolean(),
  /** Somebody serves, or looks after so many: it is booked once its staff have said who. */
  byPeople: z.optional(z.literal(true)),
  modes: z.optional(z.array(z.enum(counterModes))),
  /** Where to get a paper, or what it must show. */
  notes: z.optional(z.array(Paper).check(z.maxLength(20))),
  ...Terms.shape,
})
type BookedBy = z.output<typeof BookedBy>

/** Why an imported offering is paused at which somebody has to serve. */
export const WHO_SERVES = '刚从别处导入，排好服务人员后开放预约'

const kindWords: Readonly<Record<BookingKind, string>> = {
  elderCare: '养老照护',
  childcare: '托育',
  venue: '场地',
  homeVisit: '上门服务',
  counter: '窗口预约',
}

export const bookedServiceOf = (
  offering: Offering,
  place: Place,
  { organization_id, organization, service_at_locations: [at] = [] }: Service,
  regions: readonly Region[],
): Service => {
  const id = uuidOf(offering.offeringId)
  const { kind, eligible, paused, priceClass, papers = [], placePhone } = offering
  const livesIn = regions.find(({ code }) => code === eligible?.livesIn)?.name
  const { min, below } = eligible?.ageMonths ?? {}
  const status = place.state === 'closed' ? 'defunct' : paused ? 'temporarily closed' : 'active'
  return {
    id,
    ...(organization_id && { organization_id }),
    name: offering.name,
    status,
    description: offering.forWhom,
    application_process: howToBook(offering),
    ...(eligible && {
      eligibility_description: [
        ...(eligible.ageMonths ? [spokenAges(eligible.ageMonths)] : []),
        ...(eligible.livesIn ? [`住在${livesIn ?? eligible.livesIn}`] : []),
      ].join('，'),
    }),
    ...(min !== undefined && { minimum_age: min / 12 }),
    ...(below !== undefined && { maximum_age: (below - 1) / 12 }),
    ...(paused && { alert: paused }),
    ...(organization && { organization }),
    ...(placePhone && { phones: [{ id: uuidOf(`${id}#phone`), number: placePhone }] }),
    schedules: schedulesOf(withClosures(offering)).map((schedule, nth) => ({
      id: uuidOf(`${id}#schedule${nth}`),
      ...schedule,
    })),
    ...(at && { service_at_locations: [{ ...at, id: uuidOf(`${id}#at`) }] }),
    ...(livesIn && { service_areas: [{ id: uuidOf(`${id}#area`), name: livesIn }] }),
    ...(papers.length > 0 && {
      required_documents: papers.map(({ name }, nth) => ({
        id: uuidOf(`${id}#paper${nth}`),
        document: name,
      })),
    }),
    cost_options: costsOf(id, offering),
    attributes: [
      termOf(id, taxonomies.booked, kindWords[kind], {
        value: JSON.stringify(bookedBy(offering)),
        code: kind,
      }),
      termOf(id, taxonomies.price, priceNames[priceClass], { code: priceClass }),
      ...hoursTerms(id, offering.hours),
    ],
  }
}

const howToBook = ({ noticeMinutes, daysAhead, needsApproval }: Offering): string =>
  [
    `最多提前 ${daysAhead} 天预约`,
    ...(noticeMinutes > 0 ? [`最晚提前 ${Math.round(noticeMinutes / 6) / 10} 小时`] : []),
    needsApproval ? '由社区审核' : '约到就算数',
  ].join('，')

const costsOf = (id: string, { priceFen, prices = [], priceClass, slotMinutes }: Offering) =>
  [{ priceFen, why: priceNames[priceClass] }, ...prices].map(({ priceFen: fen, why }, nth) => ({
    id: uuidOf(`${id}#cost${nth}`),
    option: why,
    currency: 'CNY',
    amount: fen / 100,
    amount_description: `每 ${slotMinutes} 分钟`,
  }))

/** Days on which it is closed are special days of a service. */
const withClosures = ({ hours, closures = [] }: Offering): WeeklyHours => ({
  ...hours,
  ...(closures.length > 0 && {
    special: closures.map(({ from, to, why }) => ({ from, to, spans: [], note: why })),
  }),
})

const bookedBy = (offering: Offering): BookedBy => {
  const { papers = [], servers, staffing } = offering
  const notes = papers.filter(({ note }) => note)
  return BookedBy.parse({
    ...offering,
    byPeople: servers || staffing || offering.paused === WHO_SERVES ? true : undefined,
    ...(notes.length > 0 && { notes }),
  })
}

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
  const closures = special.map(
    ({ from, to, note }): Closure => ({ from, to, why: cut(note ?? '不开放', 60) }),
  )
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
