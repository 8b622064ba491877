/** The children of a day, as a carer writes of them. */
import type { Pickup } from '@yike/shared/booking/schema/pickup'

export type Whereabouts = 'waiting' | 'here' | 'gone'

export const whereIs = ({ arrivedAt, leftAt }: Pickup): Whereabouts =>
  leftAt ? 'gone' : arrivedAt ? 'here' : 'waiting'

/** Whoever is to be written of next stands first: in the class, then still to come, then gone. */
const order: Readonly<Record<Whereabouts, number>> = { here: 0, waiting: 1, gone: 2 }
export const inClassOrder = (children: readonly Pickup[]): Pickup[] =>
  [...children].sort((one, other) => order[whereIs(one)] - order[whereIs(other)])

/** What a thermometer shows, in tenths; null: it cannot be one; undefined: nothing was typed. */
export const temperatureOf = (typed: string): number | null | undefined => {
  const text = typed.trim().replace('，', '.').replace(',', '.')
  if (text === '') return undefined
  const read = /^\d{2}(\.\d)?$/.test(text) ? Math.round(Number(text) * 10) : 0
  return read >= 340 && read <= 430 ? read : null
}
