/** A child's day, as its guardian and its class read it. */
import type { CareEvent, Party } from '@yike/shared/booking/schema/pickup'
import { phoneDigits } from '@yike/shared/identity/rules'
import type { Instant } from '@yike/shared/kernel/time'
import { spokenList } from '../../platform/spoken'
import type { TimelineStep } from '../../ui'
import { storyOf } from '../../ui/story'
import { pickupWords as words } from '../words/pickup'

/** 孙玉兰，爷爷奶奶 */
export const partyWords = ({ name, relation }: Party): string =>
  spokenList(
    name,
    relation === 'guardian' || relation === 'other' ? words.parties[relation] : words.relations[relation],
  )

/** How the child was, besides who brought it and what was remarked. */
const careWords = (event: CareEvent): string =>
  spokenList(
    event.party && partyWords(event.party),
    event.was && words.was(event.was),
    event.confirmedBy ? words.confirmed(event.confirmedBy) : event.proof && words.proofs[event.proof],
    event.temperatureDeci !== undefined && words.temperature((event.temperatureDeci / 10).toFixed(1)),
    event.meal && words.meals[event.meal],
    event.medicine && words.medicines[event.medicine],
    event.onPaper && words.onPaper,
  )

const tones = { arrive: 'green', leave: 'green', lock: 'danger' } as const

/** What happened on the day, by whom. */
export const dayStory = (events: readonly CareEvent[], at: Instant): TimelineStep[] =>
  storyOf(events, { verbs: words.verbs, who: words.by, tones }, at).map((step, i) => {
    const event = events[i]
    if (!event) return step
    const said = careWords(event)
    return {
      ...step,
      what: said ? words.told(step.what, said) : step.what,
      ...(event.staffNumber && { who: words.staff(event.staffNumber) }),
    }
  })

/** A telephone number as it may be typed. */
export const isPhone = (typed: string): boolean => /^\d{7,12}$/.test(phoneDigits(typed))
