import { priceClasses } from '@yike/shared/circle/schema'
import type { Wish } from '../use-circle'

const only = ['openNow', 'openLate', 'bookable', 'stepFree'] as const

/** What a wish leaves out, as the address of the map says it. */
export const onlyOf = (wish: Wish): string | undefined =>
  [...only.filter(name => wish[name]), ...(wish.price ? [wish.price] : [])].join() || undefined

/** A wish's part that an address says; what it does not know says nothing. */
export const wishOnly = (said = ''): Partial<Wish> => {
  const names = said.split(',')
  const price = priceClasses.find(one => names.includes(one))
  return { ...Object.fromEntries(only.map(name => [name, names.includes(name)])), ...(price && { price }) }
}
