/**
 * What people write for others is read by WeChat before anybody else: after the commit, so that a service which is down
 * keeps nobody from writing, and waited for ten minutes at most. One shape for all: a record carries as its `wording` what
 * was made of its own words, and each entry of its timeline what was made of its note.
 */
import type { Id } from '@yike/shared/kernel/id'
import type { TimelineEntry, Wording } from '@yike/shared/kernel/shapes'
import { addMinutes, type Instant } from '@yike/shared/kernel/time'
import { absent, all, type Condition, equal } from '../condition'
import type { Key } from '../keys'
import { effect, type Moved, type Reaction } from '../outbox'
import type { Item, Table } from '../table'
import { type Aside, revealing } from './aside'
import type { WeChatService } from './service'

/** Longer than this no check is waited for: then the eyes of staff are the check. */
const CHECK_WITHIN_MINUTES = 10

/** The answer as it stands now; undefined: written before words were checked, or by ourselves. */
export const wordingAt = (
  wording: Wording | undefined,
  writtenAt: Instant,
  now: Instant,
): Wording | undefined =>
  wording === 'pending' && addMinutes(writtenAt, CHECK_WITHIN_MINUTES) <= now ? 'review' : wording

/** A note that somebody adds to a timeline; what we say ourselves needs no check. */
export const noted = (
  note: string | undefined,
  by: TimelineEntry['by'],
): Pick<TimelineEntry, 'note' | 'wording'> =>
  note ? { note, ...(by !== 'clock' && { wording: 'pending' }) } : {}

const isWithheld = (wording: Wording | undefined): boolean => wording === 'pending' || wording === 'risky'

/** A timeline as a resident reads it: of what staff wrote only what may be read. Staff read everything, with what was made of it. */
export const timelineFor = <Entry extends TimelineEntry>(
  timeline: readonly Entry[],
  reader: 'owner' | 'staff',
  now: Instant,
): (Omit<Entry, 'note' | 'wording'> & TimelineEntry)[] =>
  timeline.map(({ note, wording: found, ...entry }) => {
    const wording = wordingAt(found, entry.at, now)
    if (reader === 'staff') return { ...entry, ...(note && { note }), ...(wording && { wording }) }
    if (entry.by === 'staff' && isWithheld(wording)) return { ...entry, wording }
    return { ...entry, ...(note && { note }) }
  })

/** What a reaction looks at of any record whose words are read. */
interface Written {
  readonly version?: number | undefined
  readonly wording?: Wording | undefined
  readonly timeline?: readonly TimelineEntry[] | undefined
}

/**
 * What may be told of a record now: its newest entry once it stands there, or once the words of an entry have been read.
 * An entry with words is told after that, without them where they are risky.
 */
export const newsIn = (before: Written | undefined, after: Written): TimelineEntry[] => {
  const had = new Map(before?.timeline?.map(entry => [`${entry.at} ${entry.verb}`, entry]))
  const timeline = after.timeline ?? []
  return timeline
    .filter((entry, i) => {
      if (entry.wording === 'pending') return false
      if (had.get(`${entry.at} ${entry.verb}`)?.wording === 'pending') return true
      return i === timeline.length - 1 && before?.version !== after.version
    })
    .map(({ note, wording, ...entry }) => ({ ...entry, ...(note && wording !== 'risky' && { note }) }))
}

/** Whose words of which kind of record are read. */
export interface Reading<R extends Written = Written> {
  readonly name: string
  readonly on: string
  asRecord(item: Item): R
  /** The words of its own that others read, the title first; absent: none but notes. */
  words?(record: R): readonly [string, ...string[]]
  /** Who wrote last, of either side: in their name WeChat is asked. */
  authors(record: R): Partial<Record<TimelineEntry['by'], Id<'resident'> | undefined>>
}

/** Who reads them, and by which openid WeChat knows somebody; undefined: it does not. */
export interface WordReader {
  readonly service: WeChatService
  readonly openIdOf: (table: Table, residentId: Id<'resident'>) => Promise<string | undefined>
}

/** Has the words of a record read that wait for it, and writes down what came of it, if nobody has moved it meanwhile. */
export const readWords = (
  { service, openIdOf }: WordReader,
  { name, on, asRecord, words, authors }: Reading,
): Reaction => ({
  name,
  on,
  async react(table, { before, after }: Moved) {
    if (!after || (before && before.version === after.version)) return
    const record = asRecord(after)
    const { wording, timeline = [], version } = record
    const ask = async (by: TimelineEntry['by'], lines: readonly [string, ...string[]]): Promise<Wording> => {
      const author = authors(record)[by]
      return askWording(service, author && (await openIdOf(table, author)), lines)
    }
    const isAsked = wording === 'pending' && words !== undefined
    if (!isAsked && !timeline.some(entry => entry.wording === 'pending')) return
    const side = authors(record).owner ? 'owner' : 'staff'
    const found = isAsked ? await ask(side, words(record)) : undefined
    const read: TimelineEntry[] = []
    for (const entry of timeline) {
      const { by, note } = entry
      const isRead = entry.wording !== 'pending' || by === 'clock' || !note
      read.push(isRead ? entry : { ...entry, wording: await ask(by, [note]) })
    }
    const { aside } = after as { aside?: Aside }
    const revealed = aside && found && !isWithheld(found) ? revealing(after, aside) : undefined
    await effect(
      table,
      [
        {
          update: { pk: after.pk, sk: after.sk } as Key,
          set: {
            ...revealed?.set,
            ...(found && { wording: found }),
            ...(timeline.length > 0 && { timeline: read }),
          },
          ...(revealed && { remove: revealed.remove }),
          if: unmoved(version, isAsked),
          else: 'wording.moved',
        },
      ],
      'wording.moved',
    )
  },
})

/** What was moved on is read as it is by then. */
const unmoved = (version: number | undefined, isAsked: boolean): Condition =>
  all(
    version === undefined ? absent('version') : equal('version', version),
    ...(isAsked ? [equal('wording', 'pending')] : []),
  )

/** Asks WeChat, in the name of who wrote it. Unknown means that a person looks. */
const askWording = async (
  service: WeChatService,
  openId: string | undefined,
  [title, ...lines]: readonly [string, ...string[]],
): Promise<Wording> => {
  if (!openId) return 'review'
  const verdict = await service.checkWriting({ openId, title, content: [title, ...lines].join('\n') })
  return verdict === 'unknown' ? 'review' : verdict
}
