import { BEYOND } from '@yike/shared/circle/schema/coverage'
import type { RegionCode } from '@yike/shared/identity/schema'
import { expect, it } from 'vitest'
import { createWorld } from '../../../test/world'
import { homesOf } from '../../demo/homes'
import { placesAsOf } from '../../demo/places'
import { communities, regions } from '../../demo/street'
import { streets } from '../../demo/streets'
import type { Region } from '../../identity/handlers'
import { keys } from '../../platform/keys'
import { saveNetwork } from '../import/store'
import { placeItem } from '../store'
import { prepareCoverage, withAbove } from './prepare'
import { dwellingChanges } from './store'

const NOW = '2026-11-23T01:00:00.000Z'

it('the coverage of a street is the sum of its communities, each a part of it, walked across their border; whoever answers for one community does not read it', async () => {
  const w = await createWorld()
  const street = regions.find(({ level }) => level === 'street') as Region
  const version = await saveNetwork(w.table, 'town', streets(), NOW)
  expect(version.changed).toBe(true)
  for (const key of ['osmanthus', 'stonebridge'] as const)
    await w.table.write(dwellingChanges(communities[key].code, 'town', homesOf(key)))
  for (const place of placesAsOf('2026-11-23'))
    await w.table.write([{ put: JSON.parse(JSON.stringify(placeItem(place))) }])
  await w.table.write(
    regions.map(region => ({ put: { ...keys.region(region.code), type: 'Region', ...region } })),
  )
  const sums = []
  for (const region of withAbove([...Object.values(communities), street], Object.values(communities)))
    sums.push(await prepareCoverage(w.table, region, NOW, { regions }))
  const [one, other, whole] = sums
  if (!one || !other || !whole) throw new Error('nothing was reckoned')
  expect(whole).toMatchObject({ region: street.code, households: one.households + other.households })
  expect(whole.parts.map(({ region }) => region)).toEqual([one.region, other.region])
  for (const [nth, { within, places }] of whole.kinds.entries()) {
    expect(places).toBe((one.kinds[nth]?.places ?? 0) + (other.kinds[nth]?.places ?? 0))
    for (const [band, { leftOut }] of within.entries())
      expect(leftOut).toBe(
        [one, other].reduce((sum, part) => sum + (part.kinds[nth]?.within[band]?.leftOut ?? 0), 0),
      )
  }
  // Who is left out of something stands among those that are drawn, however many there are.
  const isLeftOut = ({ minutes }: { minutes: readonly number[] }) => minutes.includes(BEYOND)
  const firstReached = whole.homes.findIndex(home => !isLeftOut(home))
  expect(whole.homes.slice(firstReached).some(isLeftOut)).toBe(false)

  const ask = async (scope: RegionCode) =>
    w
      .as(await w.person({ roles: ['resident', 'supervisor'], scope }))
      .get(`/work/coverage?region=${street.code}`)
  expect((await ask(street.code)).body.coverage.households).toBe(whole.households)
  expect((await ask(one.region)).status).toBe(404)
  await w.close()
})
