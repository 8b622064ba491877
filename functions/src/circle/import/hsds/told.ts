/** What HSDS has fields for and a place has not: who may use a service, what to bring, what it costs, how to apply. */
import type { Told } from '@yike/shared/circle/schema/told'
import { cut } from '@yike/shared/kernel/zod'
import type { Service } from './schema'
import { priceClassOfName, uuidOf } from './terms'

const LONGEST = 2000
const MOST = 20

const clean = (text: string | undefined): string | undefined => cut(text?.trim() ?? '', LONGEST) || undefined

/** Undefined where a service says nothing of it. */
export const toldIn = (service: Service): Told | undefined => {
  const papers = (service.required_documents ?? []).flatMap(({ document }) => clean(document) ?? [])
  const costs = (service.cost_options ?? [])
    .filter(({ option, ...cost }) => cost.amount !== undefined || !priceClassOfName(option ?? ''))
    .map(({ option, amount, currency, amount_description: per }) => ({
      ...(clean(option) && { option: clean(option) }),
      ...(amount !== undefined && { amount }),
      ...(clean(currency) && { currency: clean(currency) }),
      ...(clean(per) && { per: clean(per) }),
    }))
    .filter(cost => Object.keys(cost).length > 0)
  const told = Object.entries({
    about: clean(service.description),
    forWhom: clean(service.eligibility_description),
    minimumAge: service.minimum_age,
    maximumAge: service.maximum_age,
    papers: papers.length > 0 ? papers.slice(0, MOST) : undefined,
    fees: clean(service.fees_description),
    costs: costs.length > 0 ? costs.slice(0, MOST) : undefined,
    howTo: clean(service.application_process),
  }).filter(([, value]) => value !== undefined)
  return told.length > 0 ? Object.fromEntries(told) : undefined
}

/** The same in HSDS' own fields; fees stand behind what says the price class. */
export const toldFields = (id: string, told: Told = {}) => ({
  ...(told.about && { description: told.about }),
  ...(told.howTo && { application_process: told.howTo }),
  ...(told.fees && { fees_description: told.fees }),
  ...(told.forWhom && { eligibility_description: told.forWhom }),
  ...(told.minimumAge !== undefined && { minimum_age: told.minimumAge }),
  ...(told.maximumAge !== undefined && { maximum_age: told.maximumAge }),
  ...(told.papers && {
    required_documents: told.papers.map((document, nth) => ({ id: uuidOf(`${id}#paper${nth}`), document })),
  }),
})

export const costsTold = (id: string, { costs = [] }: Told = {}) =>
  costs.map(({ option, amount, currency, per }, nth) => ({
    id: uuidOf(`${id}#fee${nth}`),
    ...(option && { option }),
    ...(currency && { currency }),
    ...(amount !== undefined && { amount }),
    ...(per && { amount_description: per }),
  }))
