/** A season in words. */
import type { Season, SeasonCard, SeasonSlot, Wish } from '@yike/shared/booking/schema/season'
import { spokenNumber } from '@yike/shared/kernel/id'
import { clockOfMinute, type Instant } from '@yike/shared/kernel/time'
import { spokenDay, spokenMoment } from '../../platform/spoken'
import { spokenWords } from '../../platform/words'
import { sourceNames, seasonWords as words } from '../words/season'

type Weekly = Pick<SeasonSlot, 'weekday' | 'fromMinute' | 'toMinute'>

/** 周一 14:00–15:00 */
export const slotName = ({ weekday, fromMinute, toMinute }: Weekly): string =>
  `${spokenWords.weekday(weekday)} ${clockOfMinute(fromMinute)}–${clockOfMinute(toMinute)}`

export const namesOf = (
  slots: readonly (Weekly & { slotId: string })[],
  slotIds: readonly string[],
): string[] =>
  slotIds.flatMap(slotId => {
    const slot = slots.find(one => one.slotId === slotId)
    return slot ? [slotName(slot)] : []
  })

export const spanOf = ({ from, to }: Pick<SeasonCard, 'from' | 'to'>, at: Instant): string =>
  words.span(spokenDay(from, at), spokenDay(to, at))

/** 福彩双色球第 2026138 期 */
export const numberName = ({ source, issue }: Pick<Season, 'source' | 'issue'>): string =>
  issue ? words.issue(sourceNames[source], issue) : sourceNames[source]

/** What happens next, and when. */
export const nextLine = (season: Season, at: Instant): string =>
  season.state === 'open' && at < season.closesAt
    ? words.until(spokenMoment(season.closesAt, at))
    : words.drawAt(spokenMoment(season.drawAt, at), numberName(season))

/** Short enough to find in a list. */
export const pseudonymOf = (wishId: string): string => spokenNumber(wishId)

/** What stands: a request that was taken back is none. */
export const standing = ({ mine }: Season): Wish | undefined => (mine?.withdrawn ? undefined : mine)

/** A tap puts a slot behind those that were tapped before, or takes it out. */
export const toggled = (chosen: readonly string[], slotId: string): string[] =>
  chosen.includes(slotId) ? chosen.filter(one => one !== slotId) : [...chosen, slotId]

export const missingLines = ({ missing }: Pick<SeasonSlot, 'missing'>, at: Instant): string[] =>
  missing.map(one => words.missing(spokenDay(one.on, at), words.why(one)))
