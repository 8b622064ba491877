import { coverageCsv, coverageGeoJson, coverageSvg } from '@yike/shared/circle/rules/coverage'
import { placeKinds } from '@yike/shared/circle/schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createWorld, HOME, OSMANTHUS } from '../../test/world'
import { homesOf } from '../demo/homes'
import { placesAsOf } from '../demo/places'
import { communities, regions } from '../demo/street'
import { streets } from '../demo/streets'
import type { Region } from '../identity/handlers'
import { bestSites } from './coverage/best'
import { overStreets, straight } from './coverage/measure'
import { prepareCoverage } from './coverage/prepare'
import { coverageOf, type Dwelling } from './coverage/report'
import { dwellingChanges, loadDwellings } from './coverage/store'
import { byCommunity } from './import/community'
import { kindNames } from './import/csv/cells'
import { readOsm } from './import/osm'
import { groundOf, openWalks } from './network/walks'

const NOW = '2026-11-23T01:00:00.000Z'
const ground = groundOf(streets())
const at = (key: 'osmanthus' | 'stonebridge', measure = overStreets(ground)) =>
  coverageOf(
    {
      region: communities[key],
      dwellings: homesOf(key),
      places: placesAsOf('2026-11-23'),
      bands: [5, 10, 15],
      measured: 'streets',
      parts: regions.filter(({ level, code }) => level === 'grid' && code.startsWith(communities[key].code)),
    },
    measure,
    NOW,
  )

describe('where to put the next one', () => {
  const cases = fc.record({
    weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }),
    reached: fc.array(fc.uniqueArray(fc.nat(7), { maxLength: 6 }), { minLength: 1, maxLength: 6 }),
  })
  const coveredBy = (sites: readonly number[], reached: readonly number[][], weights: readonly number[]) =>
    [...new Set(sites.flatMap(site => reached[site] ?? []))].reduce(
      (sum, home) => sum + (weights[home] ?? 0),
      0,
    )
  const choices = (of: number, count: number): number[][] =>
    count === 0
      ? [[]]
      : choices(of, count - 1).flatMap(some => Array.from({ length: of }, (_, site) => [...some, site]))

  it('is exact for one site, and within 63 % of the best two and three, whatever the town', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 3 }), ({ weights, reached }, count) => {
        const sites = bestSites(
          [...reached.keys()],
          reached,
          weights,
          weights.map(() => false),
          count,
        )
        const ours = coveredBy(
          sites.map(({ site }) => site),
          reached,
          weights,
        )
        expect(sites.reduce((sum, { adds }) => sum + adds, 0)).toBe(ours)
        const best = Math.max(
          ...choices(reached.length, count).map(some => coveredBy(some, reached, weights)),
        )
        expect(ours).toBeGreaterThanOrEqual(count === 1 ? best : best * (1 - 1 / Math.E))
      }),
    )
  })
})

describe('minutes over the streets', () => {
  it('to the nearest of many are those of a walk to each of them', () => {
    const measure = overStreets(ground)
    const homes = homesOf('osmanthus').map(({ position }) => position)
    const to = placesAsOf('2026-11-23')
      .filter(({ kind }) => kind === 'medical')
      .map(({ position }) => position)
    for (const profile of ['ordinary', 'pram'] as const) {
      const walks = openWalks(ground, profile)
      const one = (home: (typeof homes)[number]) => {
        const reach = walks.from(walks.entrancesAt(home), 900)
        const seconds = to.map(place => reach.secondsTo(walks.entrancesAt(place)))
        return Math.ceil(Math.min(...seconds) / 60 - 1e-9)
      }
      expect(measure(homes, to, 15, profile)).toEqual(homes.map(one))
    }
  })
})

describe('the coverage of a community', () => {
  it('sees who is behind steps: a straight line brings every pram of 南塘巷 to a nursery, the streets do not', () => {
    const share = (measure = overStreets(ground)) =>
      at('osmanthus', measure)
        .kinds.find(({ kind }) => kind === 'childcare')
        ?.within.at(-1)
    expect(share(straight)?.share).toBe(1)
    // No room of the community helps them, but one beside their own doors does.
    // All of them live near one as the crow flies: it is the steps.
    expect(share()).toMatchObject({
      minutes: 15,
      leftOut: 90,
      next: [{ adds: 90, share: 1, cutOff: 90 }],
    })
  })

  it('never falls as the band grows, and each next site raises it by what it says', () => {
    for (const key of ['osmanthus', 'stonebridge'] as const) {
      const { kinds, households } = at(key)
      expect(kinds.map(({ kind }) => kind)).toEqual([...placeKinds])
      for (const { within } of kinds) {
        const shares = within.map(({ share }) => share)
        expect(shares).toEqual(shares.toSorted((one, other) => one - other))
        for (const { share, leftOut, next } of within) {
          expect(share).toBeCloseTo((households - leftOut) / households, 2)
          let after = households - leftOut
          for (const site of next) {
            after += site.adds
            expect(site.share).toBeCloseTo(after / households, 2)
          }
          expect(after).toBeLessThanOrEqual(households)
        }
      }
    }
  })

  it('is told grid by grid: they add up to the community, and who is behind steps is in one of them', () => {
    const { parts, kinds, households, dwellings, homes } = at('osmanthus')
    const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0)
    expect(sum(parts.map(part => part.households))).toBe(households)
    expect(sum(parts.map(part => part.dwellings))).toBe(dwellings)
    for (const [nth, { within }] of kinds.entries())
      for (const [band, { leftOut }] of within.entries())
        expect(sum(parts.map(part => part.kinds[nth]?.within[band]?.leftOut ?? 0))).toBe(leftOut)
    const behindSteps = parts.filter(({ kinds: of }) =>
      of.some(({ kind, within }) => kind === 'childcare' && (within.at(-1)?.leftOut ?? 0) > 0),
    )
    expect(behindSteps.map(({ name }) => name)).toEqual(['南塘巷网格'])
    expect(new Set(homes.map(({ part }) => part))).toEqual(new Set(parts.map(({ region }) => region)))
  })

  it('chooses among the sites that somebody names, and no rooms besides', () => {
    const [first] = homesOf('stonebridge')
    if (!first) throw new Error('nobody lives there')
    const { kinds } = coverageOf(
      {
        region: communities.stonebridge,
        dwellings: homesOf('stonebridge'),
        places: [],
        bands: [15],
        measured: 'straight',
        sites: [{ name: '路口的空地', position: first.position }],
      },
      straight,
      NOW,
    )
    const named = kinds.flatMap(({ within }) => within.flatMap(({ next }) => next.map(({ name }) => name)))
    expect(new Set(named)).toEqual(new Set(['路口的空地']))
  })

  it('counts 30 m² for 100 households, and of a shared centre only its part', () => {
    const whole = at('stonebridge')
    expect(whole.norms.find(({ norm }) => norm === 'total')).toEqual({
      norm: 'total',
      squareMeters: 430,
      target: 600,
    })
    const shared = placesAsOf('2026-11-23').map(place =>
      place.name === '石桥头颐养驿站' ? { ...place, sharedWith: [communities.osmanthus.code] } : place,
    )
    const known = {
      region: communities.stonebridge,
      dwellings: homesOf('stonebridge'),
      places: shared,
      bands: [15],
    }
    const { norms } = coverageOf({ ...known, measured: 'straight' }, straight, NOW)
    expect(norms.find(({ norm }) => norm === 'total')?.squareMeters).toBe(325)
  })

  it('is prepared, read by staff in one read, and absent where nobody is known to live', async () => {
    const w = await createWorld()
    const region = { code: OSMANTHUS, name: '桂花里社区', level: 'community', center: HOME } as Region
    const staff = w.as(await w.person({ roles: ['resident', 'worker'] }))
    const ask = async () => (await staff.get(`/work/coverage?region=${OSMANTHUS}`)).body.coverage
    expect(await prepareCoverage(w.table, region, NOW)).toBeUndefined()
    expect(await ask()).toBeUndefined()
    const homes: Dwelling[] = [
      { position: HOME, households: 40 },
      { position: { ...HOME, lat: HOME.lat + 0.02 } },
    ]
    await w.table.write(dwellingChanges(OSMANTHUS, 'town', homes))
    expect((await loadDwellings(w.table, OSMANTHUS)).dwellings).toEqual(homes)
    await w.place({ kind: 'elderCare' })
    await prepareCoverage(w.table, region, NOW)
    expect(await ask()).toMatchObject({ dwellings: 2, households: 41, counted: 1, measured: 'straight' })
    // Over a map that was named and does not come here nothing is reckoned, and what was known stays.
    const later = '2026-11-24T01:00:00.000Z'
    expect(await prepareCoverage(w.table, region, later, { networks: ['elsewhere'] })).toBeUndefined()
    expect((await ask()).asOf).toBe(NOW)
    // A source that tells less takes the rest back.
    await w.table.write(dwellingChanges(OSMANTHUS, 'town', homes.slice(1), 1))
    expect((await loadDwellings(w.table, OSMANTHUS)).dwellings).toHaveLength(1)
    await w.close()
  })
})

describe('what a desk takes away', () => {
  const coverages = [at('osmanthus'), at('stonebridge')]

  it('is a table with a row for each kind and band of each community and grid, that no name can turn into a formula', () => {
    const lines = coverageCsv(coverages, kindNames).trim().split('\r\n')
    expect(lines).toHaveLength(1 + (2 + 6) * placeKinds.length * 3)
    expect(new Set(lines.map(line => line.split(',').length))).toEqual(new Set([11]))
    const [first] = coverages
    if (first) expect(coverageCsv([{ ...first, name: '=1+1' }], kindNames)).toContain("\n'=1+1,")
  })

  it('is a layer with a point for every dwelling and every next site', () => {
    const { features } = coverageGeoJson(coverages)
    const homes = features.filter(({ properties }) => 'households' in properties)
    expect(homes).toHaveLength(homesOf('osmanthus').length + homesOf('stonebridge').length)
    for (const { geometry } of features) expect(geometry.coordinates[0]).toBeCloseTo(119.95, 1)
  })

  it('is a picture with a ring for each dwelling that is left out', () => {
    const [first] = coverages
    if (!first) throw new Error('no coverage')
    const svg = coverageSvg({ ...first, name: '<桂花里>' }, 'childcare', 15, kindNames)
    expect(svg.match(/stroke="#B9471A"/g)).toHaveLength(5)
    expect(svg).toContain('&lt;桂花里&gt;')
  })
})

describe('dwellings', () => {
  it('come from the map with their flats, each to the community nearest to it', async () => {
    const way = (id: number, tags: string) =>
      `<way id="${id}"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="1"/>${tags}</way>`
    const tag = (k: string, v: string) => `<tag k="${k}" v="${v}"/>`
    const xml = `<osm version="0.6"><node id="1" lat="31.78" lon="119.95"/><node id="2" lat="31.781" lon="119.95"/><node id="3" lat="31.78" lon="119.951"/>${way(1, tag('building', 'apartments') + tag('building:flats', '48'))}${way(2, tag('building', 'house'))}${way(3, tag('building', 'office'))}</osm>`
    const { dwellings } = await readOsm(
      'xml',
      (async function* () {
        yield Buffer.from(xml)
      })(),
    )
    expect(dwellings.map(({ households }) => households)).toEqual([48, undefined])
    const near = byCommunity(
      [communities.osmanthus, communities.stonebridge],
      [{ position: communities.stonebridge.center }, { position: { lng: 0, lat: 0 } }],
    )
    expect([...near.keys()]).toEqual([communities.stonebridge.code])
  })
})
