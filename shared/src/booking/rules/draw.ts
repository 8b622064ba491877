/**
 * The public draw, as a pure rule: from a frozen list, a seed and a number it gives the same order and the same result
 * everywhere, to the bit. The server draws by it, the phone and `npm run draw` check by it.
 *
 * All texts are ASCII, so that a shell can check each step:
 *   commitment  printf %s "$SEED" | sha256sum
 *   list hash   printf %s "$LIST" | sha256sum, LIST as `listText` writes it
 *   ticket      printf %s "$NUMBER|$WISH" | openssl dgst -sha256 -hmac "$SEED"
 * Who comes first by the season's priority groups stands before everybody else, each part in the order of its tickets.
 * Then each takes, in that order, the best that are left of what they wished for, as many as they want (serial
 * dictatorship): so it never pays to wish for something else than what one wants.
 */
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** The first line of a list: a rule that is changed gets another name. */
export const DRAW_RULE = 'yike-draw-1'

export interface DrawSlot {
  readonly slotId: string
  /** How many may have it. */
  readonly seats: number
}

/** A request under its pseudonym. */
export interface DrawEntry {
  readonly wishId: string
  /** Comes first by the priority groups of the season. */
  readonly first: boolean
  /** So many slots at most. */
  readonly wants: number
  /** Slots, the dearest first. */
  readonly choices: readonly string[]
}

export interface FrozenList {
  readonly seasonId: string
  readonly slots: readonly DrawSlot[]
  readonly entries: readonly DrawEntry[]
}

export interface Allotted {
  readonly wishId: string
  readonly slotIds: readonly string[]
}

export interface Drawn {
  /** Pseudonyms in the order in which they choose. */
  readonly order: readonly string[]
  /** Of each, in that order, what they got; whoever got nothing has none. */
  readonly allotted: readonly Allotted[]
}

const bytes = (ascii: string): Uint8Array => Uint8Array.from(ascii, letter => letter.charCodeAt(0))
const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** SHA-256 of an ASCII text, in hex. */
export const sha256Hex = (ascii: string): string => bytesToHex(sha256(bytes(ascii)))

/** What the frozen list is, as text: one line for the season, each slot and each request, in the order of their names. */
export const listText = ({ seasonId, slots, entries }: FrozenList): string =>
  [
    `${DRAW_RULE} ${seasonId}`,
    ...slots.map(({ slotId, seats }) => `slot ${slotId} ${seats}`),
    ...[...entries]
      .sort((one, other) => byText(one.wishId, other.wishId))
      .map(
        ({ wishId, first, wants, choices }) =>
          `entry ${wishId} ${first ? 'first' : 'all'} ${wants} ${choices.join(',')}`,
      ),
    '',
  ].join('\n')

export const ticketOf = (seed: string, publicNumber: string, wishId: string): string =>
  bytesToHex(hmac(sha256, bytes(seed), bytes(`${publicNumber}|${wishId}`)))

/** In which order the requests choose. */
const orderOf = (entries: readonly DrawEntry[], seed: string, publicNumber: string): DrawEntry[] =>
  entries
    .map(entry => ({ entry, ticket: ticketOf(seed, publicNumber, entry.wishId) }))
    .sort(
      (one, other) =>
        Number(other.entry.first) - Number(one.entry.first) ||
        byText(one.ticket, other.ticket) ||
        byText(one.entry.wishId, other.entry.wishId),
    )
    .map(({ entry }) => entry)

/** Each in turn takes the best of what is left. */
const allot = (slots: readonly DrawSlot[], inOrder: readonly DrawEntry[]): Allotted[] => {
  const left = new Map(slots.map(({ slotId, seats }) => [slotId, seats]))
  return inOrder.flatMap(({ wishId, wants, choices }) => {
    const slotIds = [...new Set(choices)].filter(slotId => (left.get(slotId) ?? 0) > 0).slice(0, wants)
    for (const slotId of slotIds) left.set(slotId, (left.get(slotId) ?? 0) - 1)
    return slotIds.length > 0 ? [{ wishId, slotIds }] : []
  })
}

export const draw = (list: FrozenList, seed: string, publicNumber: string): Drawn => {
  const inOrder = orderOf(list.entries, seed, publicNumber)
  return { order: inOrder.map(({ wishId }) => wishId), allotted: allot(list.slots, inOrder) }
}

/** A request of the list; once it is drawn, the how manieth to choose it was and what it got. */
export interface DrawnEntry extends DrawEntry {
  readonly rank?: number | undefined
  readonly got?: readonly string[] | undefined
}

/** The list with what came of each request. */
export const withResult = (
  entries: readonly DrawEntry[],
  { order, allotted }: Drawn,
): Required<DrawnEntry>[] => {
  const ranks = new Map(order.map((wishId, i) => [wishId, i + 1]))
  const won = new Map(allotted.map(({ wishId, slotIds }) => [wishId, slotIds]))
  return entries.map(entry => ({
    ...entry,
    rank: ranks.get(entry.wishId) ?? 0,
    got: won.get(entry.wishId) ?? [],
  }))
}

/** The order and the result as a list tells them; undefined: not all of it has been drawn. */
export const resultIn = (entries: readonly DrawnEntry[]): Drawn | undefined => {
  const drawn = entries.filter((entry): entry is Required<DrawnEntry> => entry.rank !== undefined)
  if (drawn.length < entries.length) return undefined
  const inOrder = [...drawn].sort((one, other) => one.rank - other.rank)
  // Who stands where nobody can stand has no place in an order: it is none.
  const isOrder = inOrder.every(({ rank }, i) => rank === i + 1)
  return {
    order: isOrder ? inOrder.map(({ wishId }) => wishId) : [],
    allotted: inOrder.flatMap(({ wishId, got }) => (got?.length ? [{ wishId, slotIds: got }] : [])),
  }
}

export const drawChecks = ['commitment', 'list', 'order', 'result'] as const
/** commitment: the seed is the one promised at opening · list: nothing was added or changed since it was frozen · order, result: they follow. */
export type DrawCheck = (typeof drawChecks)[number]

/** A draw as it is published. */
export interface PublishedDraw extends FrozenList, Drawn {
  readonly commitment: string
  readonly listHash: string
  readonly seed: string
  readonly publicNumber: string
}

/** Everything done once more from the list, the seed and the number: which of the four statements hold. */
export const recheck = (published: PublishedDraw): Readonly<Record<DrawCheck, boolean>> => {
  const again = draw(published, published.seed, published.publicNumber)
  const said = (allotted: readonly Allotted[]) =>
    allotted.map(({ wishId, slotIds }) => `${wishId} ${slotIds.join(',')}`).join('\n')
  return {
    commitment: sha256Hex(published.seed) === published.commitment,
    list: sha256Hex(listText(published)) === published.listHash,
    order: again.order.join('\n') === published.order.join('\n'),
    result: said(again.allotted) === said(published.allotted),
  }
}
