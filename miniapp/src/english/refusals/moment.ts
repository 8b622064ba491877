import { months } from '../months'

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** Fri 4 Dec 09:00, by the clocks of Shanghai. */
export const shanghai = (at: string): string => {
  const there = new Date(Date.parse(at) + 8 * 3_600_000)
  const date = `${days[there.getUTCDay()]} ${there.getUTCDate()} ${months[there.getUTCMonth()]}`
  return `${date} ${there.toISOString().slice(11, 16)}`
}
