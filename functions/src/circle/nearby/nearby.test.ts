import { walkProfiles } from '@yike/shared/circle/kinds'
import { placeKinds } from '@yike/shared/circle/schema'
import type { Position } from '@yike/shared/identity/schema'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { network, position, positionIn } from '../network/made-up.test-support'
import { plainSeconds } from '../network/plain.test-support'
import { groundOf, openWalks } from '../network/walks'
import { answerFor, listedWithin } from './answer'
import { packCards, unpackCards } from './cards'
import { cellOf } from './cell'
import { amendedWith, fittedCards, fittedCell, nearestOfEach } from './fit'
import { type ListedPlace, listedOf, type Nearby } from './nearby'
import { pack, unpack } from './pack'
import { openPreparing } from './prepare'
import { reachingFrom, withPlace } from './update'

const LIMIT = 900
/** Half a second where a cell is prepared, half a second where it is answered. */
const BOUND_SECONDS = 1

const placeAt = (where: Position, index: number): ListedPlace =>
  listedOf({
    placeId: `pl_${String(index).padStart(4, '0')}` as ListedPlace['placeId'],
    name: `场所 ${index}`,
    kind: placeKinds[index % 3] ?? 'venue',
    position: where,
    bookable: index % 2 === 0 ? ['venue'] : [],
  })
const packedAgain = (nearby: Nearby): Nearby => {
  const slots = nearby.places.map(({ place }) => place)
  const slotOf = (placeId: string) => slots.findIndex(place => place.placeId === placeId)
  const cards = unpackCards(
    packCards({ limitSeconds: LIMIT, slots, within: { [nearby.profile]: nearby.listedWithin }, amended: [] }),
  )
  return unpack(pack(nearby, slotOf), cards)
}
const places = fc.array(position, { minLength: 1, maxLength: 12 }).map(all => all.map(placeAt))
const profile = fc.constantFrom(...walkProfiles)

const asked = network.chain(map =>
  fc.record({
    map: fc.constant(map),
    from: positionIn(map),
    all: fc.array(positionIn(map), { minLength: 1, maxLength: 12 }).map(all => all.map(placeAt)),
  }),
)

it('a prepared cell answers within a second of a Dijkstra from the true door, and leaves out nothing that it claims to list', () => {
  let worst = 0
  fc.assert(
    fc.property(asked, profile, fc.integer({ min: 1, max: 12 }), ({ map, from, all }, who, most) => {
      const walks = openWalks(groundOf(map), who)
      const found = openPreparing(walks, all, LIMIT).nearbyOf(cellOf(from))
      const nearby = found && packedAgain(nearestOfEach(found, most))
      const answer = nearby && answerFor(nearby, from)
      expect(answer === undefined).toBe(walks.doorsAt(from).length === 0)
      if (!answer) return
      const told = new Map(answer.map(({ place, seconds }) => [place.placeId, seconds]))
      for (const place of all) {
        const exact = plainSeconds(map, who, from, place.position)
        const seconds = told.get(place.placeId)
        if (seconds === undefined)
          expect(exact.most).toBeGreaterThan(listedWithin(nearby, [place.kind]) - BOUND_SECONDS)
        else {
          const off = Math.max(exact.least - seconds, seconds - exact.most)
          worst = Math.max(worst, off)
          expect(off).toBeLessThanOrEqual(BOUND_SECONDS + 0.2)
        }
      }
    }),
    { numRuns: 150 },
  )
  console.log(`prepared cells differ from a full Dijkstra by ${worst.toFixed(2)} s at most`)
})

it('changing one place in a cell gives what preparing it anew would give', () => {
  fc.assert(
    fc.property(network, places, position, position, profile, (map, all, from, to, who) => {
      const walks = openWalks(groundOf(map), who)
      const before = openPreparing(walks, all, LIMIT).nearbyOf(cellOf(from))
      const [first] = all
      if (!before || !first) return
      const moved = listedOf({ ...first, position: to, name: '搬了家' })
      const anew = openPreparing(walks, [moved, ...all.slice(1)], LIMIT).nearbyOf(cellOf(from))
      const changed = withPlace(packedAgain(before), moved.placeId, reachingFrom(walks, moved, LIMIT))
      const told = (nearby: typeof changed | undefined) => nearby && answerFor(nearby, from)
      const [one, other] = [told(changed), told(anew)]
      expect(one?.map(({ place }) => place).sort(byId)).toEqual(other?.map(({ place }) => place).sort(byId))
      for (const { place, seconds } of one ?? [])
        expect(
          Math.abs(seconds - (other?.find(two => two.place.placeId === place.placeId)?.seconds ?? 0)),
        ).toBeLessThanOrEqual(1)
    }),
    { numRuns: 100 },
  )
})

it('places that come, move and go one after another are told by the cards alone as a cell prepared anew tells them, for every profile', () => {
  let rewritten = 0
  fc.assert(
    fc.property(
      network,
      places,
      position,
      fc.array(fc.tuple(fc.nat(30), fc.option(position, { freq: 8 })), { maxLength: 30, size: 'max' }),
      (map, all, from, changes) => {
        const ground = groundOf(map)
        const cell = cellOf(from)
        const everyWalks = walkProfiles.map(who => openWalks(ground, who))
        const preparedFor = (places: readonly ListedPlace[]) =>
          everyWalks.flatMap(walks => openPreparing(walks, places, LIMIT).nearbyOf(cell) ?? [])
        let now = new Map(all.map(place => [place.placeId, place]))
        const nearbys = preparedFor(all)
        if (nearbys.length === 0) return
        let { packedCards, walks } = fittedCell(nearbys)
        const asKept = () => walks.map(({ content }) => unpack(content, unpackCards(packedCards)))
        for (const [nth, to] of changes) {
          const { placeId } = placeAt(from, nth)
          const place = to && placeAt(to, nth)
          now = new Map([...now].filter(([id]) => id !== placeId))
          if (place) now.set(placeId, place)
          const changed = asKept().map((nearby, at) => {
            const walk = everyWalks.find(({ profile }) => profile === walks[at]?.profile)
            return withPlace(nearby, placeId, place && walk ? reachingFrom(walk, place, LIMIT) : undefined)
          })
          const cards = unpackCards(packedCards)
          const amended = amendedWith(changed, cards, placeId)
          const packed = amended && fittedCards(changed, cards, amended)
          if (packed) packedCards = packed
          else {
            ;({ packedCards, walks } = fittedCell(changed))
            rewritten++
          }
        }
        const anew = preparedFor([...now.values()])
        for (const [nth, nearby] of asKept().entries()) {
          const [told, other] = [nearby, anew[nth]].map(one => one && answerFor(one, from))
          expect(told?.map(({ place }) => place.placeId).sort()).toEqual(
            other?.map(({ place }) => place.placeId).sort(),
          )
          for (const { place, seconds } of told ?? [])
            expect(
              Math.abs(seconds - (other?.find(two => two.place.placeId === place.placeId)?.seconds ?? 0)),
            ).toBeLessThanOrEqual(1)
        }
      },
    ),
    { numRuns: 100 },
  )
  // More of them than cards may tell: the walks were written anew, and all held.
  expect(rewritten).toBeGreaterThan(0)
})

const byId = (one: ListedPlace, other: ListedPlace) => (one.placeId < other.placeId ? -1 : 1)

it('a cell with a thousand places is packed into a read unit of walks and one of cards, and still says up to where its lists are whole', () => {
  const bends = Array.from({ length: 20 }, (_, i) => ({ key: `${i}`, lng: 119.95 + i * 0.0004, lat: 31.78 }))
  const map = {
    nodes: bends,
    edges: bends.slice(1).map((_, i) => ({ from: i, to: i + 1, meters: 37.8, ...(i % 2 && { lit: true }) })),
  }
  const all = Array.from({ length: 1000 }, (_, i) =>
    placeAt({ lng: 119.95 + (i % 190) * 0.00004, lat: 31.78 + (i % 7) * 0.00003 }, i),
  ).map(place => ({
    ...place,
    name: `${place.name}${'长'.repeat(20)}${Math.sin(Number(place.placeId.slice(3)))}`,
  }))
  const found = openPreparing(openWalks(groundOf(map), 'ordinary'), all, LIMIT).nearbyOf(
    cellOf({ lng: 119.951, lat: 31.78 }),
  )
  if (!found) throw new Error('nothing near')
  const {
    packedCards,
    walks: [walks],
  } = fittedCell([found])
  if (!walks) throw new Error('no walks')
  for (const { length } of [packedCards, walks.content]) expect(length).toBeLessThanOrEqual(8 * 1024 - 200)
  const nearby = unpack(walks.content, unpackCards(packedCards))
  expect(nearby.places.length).toBeGreaterThan(20)
  expect(Object.keys(nearby.listedWithin)).toHaveLength(3)
})
