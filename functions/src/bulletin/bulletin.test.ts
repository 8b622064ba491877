import { refuse } from '@yike/shared/kernel/result'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, OSMANTHUS, type World } from '../../test/world'
import type { Table } from '../platform/table'
import { type Happening, tellCommunity, tellResident } from './handlers'

let w: World
let busy: Table
beforeAll(async () => {
  w = await createWorld()
  busy = { ...w.table, write: async () => refuse('request.busy') }
})
afterAll(() => w.close())

const happening = (): Happening => ({
  about: 'microproject',
  caseId: 'mp_01',
  name: '修路灯',
  entry: { at: w.now, verb: 'accept', by: 'staff' },
})

it('a notice that the table was too busy for is thrown, so that the stream brings it again', async () => {
  const { residentId, ...person } = await w.person()
  await expect(tellResident(busy, residentId, happening())).rejects.toThrow()
  await tellResident(w.table, residentId, happening())
  await tellResident(w.table, residentId, happening())
  expect((await w.as(person).get('/notices')).body.notices).toHaveLength(1)
})

it('so is a line on the community’s board', async () => {
  await expect(tellCommunity(busy, OSMANTHUS, happening())).rejects.toThrow()
  await tellCommunity(w.table, OSMANTHUS, happening())
  await tellCommunity(w.table, OSMANTHUS, happening())
  expect((await w.as(await w.person()).get('/movements')).body.movements).toHaveLength(1)
})
