import { saveNetwork } from '../src/circle/import/store'
import { prepareNetwork } from '../src/circle/nearby/whole'
import { HOME, type World } from './world'

/** Two streets that cross at the door from which is asked. */
export const prepareStreets = async ({ table, now }: Pick<World, 'table' | 'now'>): Promise<void> => {
  const steps = [-2, -1, 0, 1, 2]
  const nodes = [
    ...steps.map(step => ({ key: `e${step}`, lng: HOME.lng + step / 1000, lat: HOME.lat })),
    ...steps.filter(Boolean).map(step => ({ key: `n${step}`, lng: HOME.lng, lat: HOME.lat + step / 1000 })),
  ]
  const edges = [
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 4],
    [5, 6],
    [6, 2],
    [2, 7],
    [7, 8],
  ].map(([from = 0, to = 0]) => ({ from, to, meters: 100 }))
  const { version } = await saveNetwork(table, 'costs', { nodes, edges }, now)
  await prepareNetwork(table, 'costs', { version, minutes: 15, now })
}
