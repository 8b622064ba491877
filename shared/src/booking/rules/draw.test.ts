import { createHash, createHmac } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DrawEntry, type DrawSlot, draw, listText, recheck, sha256Hex, ticketOf } from './draw'

const SEED = sha256Hex('a seed of tests')
const NUMBER = '03 08 11 17 25 30 07'
const seasonId = 'sn_0'
const slots = (seats: number, count: number): DrawSlot[] =>
  Array.from({ length: count }, (_, i) => ({ slotId: `s${i + 1}`, seats }))
const entry = (wishId: string, choices: readonly string[], more: Partial<DrawEntry> = {}): DrawEntry => ({
  ...{ wishId, choices, first: false, wants: 1 },
  ...more,
})
const crowd = fc
  .record({ count: fc.integer({ min: 1, max: 6 }), seats: fc.integer({ min: 1, max: 3 }) })
  .chain(({ count, seats }) => {
    const names = slots(seats, count).map(({ slotId }) => slotId)
    const one = fc.record({
      first: fc.boolean(),
      wants: fc.integer({ min: 1, max: 3 }),
      choices: fc.shuffledSubarray(names, { minLength: 1 }),
    })
    return fc.record({
      slots: fc.constant(slots(seats, count)),
      entries: fc
        .array(one, { minLength: 1, maxLength: 12 })
        .map(all => all.map((is, i) => ({ ...is, wishId: `wi_${i}` }))),
      seed: fc.string({ unit: 'binary-ascii', minLength: 1 }),
    })
  })
const got = (allotted: ReturnType<typeof draw>['allotted'], wishId: string) =>
  allotted.find(one => one.wishId === wishId)?.slotIds ?? []

describe('each step of the draw is what a shell makes of it', () => {
  it('by SHA-256 and HMAC-SHA-256 of another library, for 200 seeds', () => {
    for (let i = 0; i < 200; i++) {
      const seed = createHash('sha256').update(`${i}`).digest('hex')
      expect(sha256Hex(seed)).toBe(createHash('sha256').update(seed).digest('hex'))
      expect(ticketOf(seed, NUMBER, `wi_${i}`)).toBe(
        createHmac('sha256', seed).update(`${NUMBER}|wi_${i}`).digest('hex'),
      )
    }
  })

  it('writes a list of 2 slots and 2 requests in 5 lines, the requests by their names', () => {
    const entries = [entry('wi_b', ['s2']), entry('wi_a', ['s1', 's2'], { first: true, wants: 2 })]
    expect(listText({ seasonId, slots: slots(1, 2), entries })).toBe(
      'yike-draw-1 sn_0\nslot s1 1\nslot s2 1\nentry wi_a first 2 s1,s2\nentry wi_b all 1 s2\n',
    )
  })
})

describe('fairness', () => {
  it('each of the 6 orders of three comes about equally often over 6000 seeds (χ² below 20.5, p = 0.001)', () => {
    const entries = ['wi_a', 'wi_b', 'wi_c'].map(wishId => entry(wishId, ['s1']))
    const seen = new Map<string, number>()
    for (let i = 0; i < 6000; i++) {
      const { order } = draw({ seasonId, slots: slots(1, 1), entries }, sha256Hex(`${i}`), NUMBER)
      seen.set(order.join(), (seen.get(order.join()) ?? 0) + 1)
    }
    expect(seen.size).toBe(6)
    const chi = [...seen.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
    expect(chi).toBeLessThan(20.5)
  })

  it('neither the seed nor the number alone decides: either of them changed is another order', () => {
    const entries = Array.from({ length: 20 }, (_, i) => entry(`wi_${i}`, ['s1']))
    const orders = [
      [SEED, NUMBER],
      [SEED, '03 08 11 17 25 30 08'],
      [sha256Hex('another seed'), NUMBER],
    ].map(([seed = '', number = '']) =>
      draw({ seasonId, slots: slots(1, 1), entries }, seed, number).order.join(),
    )
    expect(new Set(orders).size).toBe(3)
  })

  it('does not ask in which order the requests came', () => {
    fc.assert(
      fc.property(crowd, ({ slots: some, entries, seed }) => {
        const list = { seasonId, slots: some, entries }
        const turned = { ...list, entries: [...entries].reverse() }
        expect(draw(turned, seed, NUMBER)).toEqual(draw(list, seed, NUMBER))
        expect(listText(turned)).toBe(listText(list))
      }),
    )
  })
})

describe('who gets what', () => {
  it('never gives more than there is, than one wants, or what was not asked for; who comes first chooses first', () => {
    fc.assert(
      fc.property(crowd, ({ slots: some, entries, seed }) => {
        const { order, allotted } = draw({ seasonId, slots: some, entries }, seed, NUMBER)
        expect([...order].sort()).toEqual(entries.map(({ wishId }) => wishId).sort())
        const firsts = order.map(id => entries.find(({ wishId }) => wishId === id)?.first)
        expect(firsts).toEqual([...firsts].sort((one, other) => Number(other) - Number(one)))
        for (const { slotId, seats } of some)
          expect(allotted.filter(({ slotIds }) => slotIds.includes(slotId)).length).toBeLessThanOrEqual(seats)
        for (const { wishId, wants, choices } of entries) {
          const won = got(allotted, wishId)
          expect(won.length).toBeLessThanOrEqual(wants)
          expect(won.every(slotId => choices.includes(slotId))).toBe(true)
          expect(new Set(won).size).toBe(won.length)
        }
      }),
    )
  })

  it('leaves nothing that somebody still wants, and nobody envies who chose after them', () => {
    fc.assert(
      fc.property(crowd, ({ slots: some, entries, seed }) => {
        const { order, allotted } = draw({ seasonId, slots: some, entries }, seed, NUMBER)
        const left = (slotId: string, seats: number) =>
          seats - allotted.filter(({ slotIds }) => slotIds.includes(slotId)).length
        for (const { wishId, wants, choices } of entries) {
          const won = got(allotted, wishId)
          const rank = (slotId: string) => choices.indexOf(slotId)
          const worst = won.length < wants ? choices.length : Math.max(...won.map(rank))
          const better = choices.filter(slotId => !won.includes(slotId) && rank(slotId) < worst)
          for (const slotId of better) {
            expect(left(slotId, some.find(one => one.slotId === slotId)?.seats ?? 0)).toBe(0)
            const holders = order.filter(id => got(allotted, id).includes(slotId))
            expect(holders.every(id => order.indexOf(id) < order.indexOf(wishId))).toBe(true)
          }
        }
      }),
    )
  })

  it('nobody gets anything better by wishing for something else than they want', () => {
    const asked = crowd.chain(world =>
      fc.record({
        world: fc.constant(world),
        lie: fc.shuffledSubarray(
          world.slots.map(({ slotId }) => slotId),
          { minLength: 1 },
        ),
      }),
    )
    fc.assert(
      fc.property(asked, ({ world: { slots: some, entries, seed }, lie }) => {
        const [honest, ...others] = entries
        if (!honest) return
        const list = (mine: DrawEntry) => ({ seasonId, slots: some, entries: [mine, ...others] })
        const ranks = (mine: DrawEntry) =>
          got(draw(list(mine), seed, NUMBER).allotted, honest.wishId)
            .map(slotId => honest.choices.indexOf(slotId))
            .filter(rank => rank >= 0)
            .sort((one, other) => one - other)
        const truly = ranks(honest)
        const lying = ranks({ ...honest, choices: lie })
        // The nth best of what an honest wish got is at least as dear as the nth best of any other.
        expect(lying.length).toBeLessThanOrEqual(truly.length)
        for (const [n, rank] of lying.entries()) expect(truly[n]).toBeLessThanOrEqual(rank)
      }),
      { numRuns: 300 },
    )
  })
})

describe('who draws once more', () => {
  const list = {
    seasonId,
    slots: slots(1, 2),
    entries: ['a', 'b', 'c'].map(id => entry(`wi_${id}`, ['s1', 's2'])),
  }
  const published = {
    ...list,
    ...draw(list, SEED, NUMBER),
    ...{ seed: SEED, publicNumber: NUMBER, commitment: sha256Hex(SEED), listHash: sha256Hex(listText(list)) },
  }
  const fine = { commitment: true, list: true, order: true, result: true }

  it('finds all 4 statements true of a draw that was honest', () => {
    expect(recheck(published)).toEqual(fine)
  })

  it.each([
    ['another seed', { ...published, seed: sha256Hex('swapped') }, { commitment: false, order: false }],
    [
      'one request more',
      { ...published, entries: [...list.entries, entry('wi_d', ['s1'])] },
      { list: false, order: false },
    ],
    [
      'a request changed',
      { ...published, entries: list.entries.map(one => ({ ...one, first: one.wishId === 'wi_c' })) },
      { list: false },
    ],
    ['a seat more', { ...published, slots: slots(2, 2) }, { list: false }],
    ['an order turned round', { ...published, order: [...published.order].reverse() }, { order: false }],
    [
      'a winner swapped',
      { ...published, allotted: published.allotted.map(one => ({ ...one, slotIds: ['s2'] })) },
      { result: false },
    ],
  ])('finds %s', (_, forged, wrong) => {
    expect(recheck(forged)).toMatchObject(wrong)
  })
})
