/**
 * What can be booked at a place, as a service in HSDS 3.0: fees, schedules, ages and papers stand in its own
 * fields, the terms of booking beside them. Who serves and who is on duty is nobody's business elsewhere: it stays here.
 */
import type { BookingKind } from '@yike/shared/booking/kinds'
import { spokenAges } from '@yike/shared/booking/rules/eligibility'
import type { WeeklyHours } from '@yike/shared/circle/hours'
import type { Region } from '../../../../identity/handlers'
import type { Offering, Place } from '../../../store'
import { hoursTerms, schedulesOf } from '../schedules'
import type { Service } from '../schema'
import { priceNames, taxonomies, termOf, uuidOf } from '../terms'
import { BookedBy, WHO_SERVES } from './by'

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
        ...(eligible.disabled ? ['有残疾人证'] : []),
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
