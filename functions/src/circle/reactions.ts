/**
 * After a commit: a place says what can be booked there, and a question that was answered is settled; after a place's
 * own, the cells around it say what it is now.
 */
import { isDeepStrictEqual } from 'node:util'
import type { TimelineEntry } from '@yike/shared/kernel/shapes'
import { addWorkdays } from '@yike/shared/kernel/workday'
import { effect, type Moved, type Reaction } from '../platform/outbox'
import { type Item, recordOf, type Table } from '../platform/table'
import { uncover, wordsAside } from '../platform/wechat/aside'
import type { Reading } from '../platform/wechat/wording'
import { spell } from './import/spell'
import { rebuildAround } from './nearby/around'
import { isSameListing } from './nearby/nearby'
import { loadPlace, type Offering, offersChange, offersOf, type Place, spellingChange } from './store'
import { passedChange } from './store/offering'
import { answeredChange, askedChange } from './store/upkeep'

export const placeReading: Reading<Place> = {
  name: 'circle.checkPlace',
  on: 'Place',
  asRecord: item => recordOf<Place>(item),
  words: wordsAside,
  authors: ({ lastActorId }) => ({ staff: lastActorId }),
}

export const offeringReading: Reading<Offering> = {
  name: 'circle.checkOffering',
  on: 'Offering',
  asRecord: item => recordOf<Offering>(item),
  words: wordsAside,
  authors: ({ lastActorId }) => ({ staff: lastActorId }),
}

const LOOK_WITHIN_WORKDAYS = 1

/**
 * Words for everybody that WeChat did not pass, or did not judge because it has not seen their author for two hours: they
 * wait in the queue for somebody of staff to read them, where a colleague finds them who did not write them.
 */
const askAboutWords = async (table: Table, { before, after }: Moved): Promise<void> => {
  const { wording, version, offeringId } = (after ?? {}) as Partial<Offering>
  if (!after || before?.wording === wording || (wording !== 'review' && wording !== 'risky')) return
  const found = await loadPlace(table, after.placeId, { consistent: true })
  const offering = found?.offerings.find(one => one.offeringId === offeringId)
  const written = offeringId ? offering : found?.place
  // Somebody has written others meanwhile.
  if (!found?.place.community || written?.version !== version || written?.wording !== wording) return
  const { placeId, community } = found.place
  const askedAt = written.timeline?.at(-1)?.at
  if (!askedAt) return
  const names = [found.place, ...(offering ? [offering] : [])].map(one => uncover(one).name)
  const deadlineAt = addWorkdays(askedAt, LOOK_WITHIN_WORKDAYS)
  const check = { placeId, offeringId, community, name: names.join(' · '), wording, askedAt, deadlineAt }
  await effect(table, [askedChange(check)], 'circle.not_asked')
}

/** An import changes an entry too, and has looked at nothing. */
const isLookedAt = ({ before, after }: Moved): boolean =>
  after !== undefined && !isDeepStrictEqual(lastEntry(before), lastEntry(after))

/** What happened last; that WeChat has read its note since is no news. */
const lastEntry = (item: Item | undefined) => {
  const { at, verb } = (item?.timeline?.at(-1) ?? {}) as Partial<TimelineEntry>
  return [at, verb]
}

/** Whoever changed a place or an offering has looked at it. */
const settleCheck = async (table: Table, moved: Moved): Promise<void> => {
  const { placeId, offeringId } = (moved.after ?? {}) as Pick<Partial<Offering>, 'placeId' | 'offeringId'>
  if (!placeId || !isLookedAt(moved)) return
  await effect(table, [answeredChange({ placeId, offeringId })], 'circle.not_asked')
}

/**
 * Who says that all of a place is right has read what could not be judged of its offerings. Risky words have no such
 * answer: others have to be written.
 */
const settleReviewed = async (table: Table, moved: Moved): Promise<void> => {
  if (!isLookedAt(moved) || moved.after?.timeline?.at(-1)?.verb !== 'assure') return
  const found = await loadPlace(table, moved.after.placeId, { consistent: true })
  for (const { placeId, offeringId, wording } of found?.offerings ?? [])
    if (wording === 'review') {
      await effect(table, [answeredChange({ placeId, offeringId })], 'circle.not_asked')
      await effect(table, [passedChange(placeId, offeringId)], 'circle.not_asked')
    }
}

// Nothing is called here: so the API's bundle, which has no reactions, leaves them out.
export const circleReactions: readonly Reaction[] = [
  { name: 'circle.askAboutWords', on: 'Place', react: askAboutWords },
  { name: 'circle.askAboutOffering', on: 'Offering', react: askAboutWords },
  { name: 'circle.settleCheck', on: 'Place', react: settleCheck },
  { name: 'circle.settleOffering', on: 'Offering', react: settleCheck },
  { name: 'circle.settleReviewed', on: 'Place', react: settleReviewed },
  {
    name: 'circle.sayBookable',
    on: 'Offering',
    async react(table, { before, after }) {
      // Whatever was read late here would stay on the place for good.
      const found = await loadPlace(table, (after ?? before)?.placeId, { consistent: true })
      if (!found) return
      const { placeId, bookable, offered = [], staffed = false } = found.place
      const offers = offersOf(found.offerings)
      if (!isDeepStrictEqual(offers, { bookable, offered, staffed }))
        await effect(table, [offersChange(placeId, offers)], 'circle.no_place')
    },
  },
  {
    name: 'circle.spell',
    on: 'Place',
    async react(table, { after }) {
      if (!after) return
      const place = recordOf<Place>(after)
      const spelling = spell([place.name, ...(place.offered ?? [])])
      if (spelling !== (place.spelling ?? ''))
        await effect(table, [spellingChange(place, spelling)], 'circle.place_moved')
    },
  },
  {
    name: 'circle.prepareAround',
    on: 'Place',
    async react(table, { before, after }) {
      const [was, is] = [before, after].map(item => item && recordOf<Place>(item))
      if (was && is && isSameListing(was, is)) return
      const placeId = (is ?? was)?.placeId
      if (placeId) await rebuildAround(table, placeId, was?.position)
    },
  },
]
