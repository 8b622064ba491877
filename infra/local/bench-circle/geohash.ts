/**
 * The same question put to `dynamodb-geo`, the library that AWS made for it (Node port 0.4.0), with its own table and
 * index. It was written for the SDK's second version and calls three methods of that; here they go to the engine as
 * they are.
 */
import { DETOUR_FACTOR } from '@yike/shared/circle/rules'
import { GeoDataManager, GeoDataManagerConfiguration, GeoTableUtil } from 'dynamodb-geo'
import type { Place } from '../../../functions/src/circle/store'
import { toAttributes } from '../../../functions/src/platform/table/attributes'
import { openBare } from '../bench/bare'
import { p50p99, quantile, say } from './figures'
import { endpoint } from './table'
import { type doorsOf, MINUTES } from './walks'

/** As many as DynamoDB takes at once. */
const IN_A_BATCH = 25

export const measureGeohash = async (
  doors: ReturnType<typeof doorsOf>,
  places: readonly Place[],
): Promise<void> => {
  const bare = openBare(endpoint)
  const used = { calls: 0, units: 0 }
  const promised = (target: string) => (ask: object) => ({
    promise: async () => {
      const reply = JSON.parse(await bare.send(target, JSON.stringify(ask)))
      used.calls++
      used.units += reply.ConsumedCapacity?.CapacityUnits ?? 0
      return reply
    },
  })
  const client = { query: promised('Query'), batchWriteItem: promised('BatchWriteItem') }
  const config = new GeoDataManagerConfiguration(client as never, 'bench-geohash')
  await bare.send('CreateTable', JSON.stringify(GeoTableUtil.getCreateTableRequest(config)))
  const manager = new GeoDataManager(config)
  for (let at = 0; at < places.length; at += IN_A_BATCH)
    await manager
      .batchWritePoints(
        places.slice(at, at + IN_A_BATCH).map(place => ({
          RangeKeyValue: { S: place.placeId },
          GeoPoint: { latitude: place.position.lat, longitude: place.position.lng },
          PutItemInput: { Item: toAttributes(JSON.parse(JSON.stringify(place))) },
        })) as never,
      )
      .promise()
  const [ms, units, calls, found]: number[][] = [[], [], [], []]
  for (const { lat, lng } of doors) {
    Object.assign(used, { calls: 0, units: 0 })
    const began = performance.now()
    const there = await manager.queryRadius({
      CenterPoint: { latitude: lat, longitude: lng },
      RadiusInMeter: (MINUTES * 60) / DETOUR_FACTOR,
    })
    ms?.push(performance.now() - began)
    units?.push(used.units)
    calls?.push(used.calls)
    found?.push(there.length)
  }
  bare.close()
  if (found?.every(count => count === 0)) throw new Error('dynamodb-geo found nothing at any door')
  console.log('\nThe same question put to dynamodb-geo (Geohash over S2, its defaults), straight lines only')
  say('found', `${quantile(found ?? [], 0.5)} places`)
  say('reads', `${p50p99(calls ?? [], 0)} queries`)
  say('read units', `${p50p99(units ?? [], 1)} RCU`)
  say('at the function', `${p50p99(ms ?? [])} ms`)
}
