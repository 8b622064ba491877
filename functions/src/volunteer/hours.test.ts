import { addMinutes, instantAt } from '@yike/shared/kernel/time'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, OSMANTHUS, type Person, STONEBRIDGE, type World } from '../../test/world'
import { keys } from '../platform/keys'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const worker = (scope = OSMANTHUS) => w.person({ roles: ['resident', 'worker'], scope })
const volunteer = () => w.person({ roles: ['resident', 'volunteer'] })

/** Claims of new one-hour tasks, an hour apart, by the given people; the clock then stands behind the last one. */
const worked = async (people: readonly Person[], count = 1): Promise<string[]> => {
  const staff = w.as(await worker())
  const paths: string[] = []
  for (let i = 0; i < count; i++) {
    const startAt = addMinutes(instantAt('2026-11-24', 0), i * 60)
    const { body } = await staff.post('/tasks', {
      community: OSMANTHUS,
      title: '整理图书角',
      what: '上架、登记',
      where: '社区图书室',
      kind: 'culture',
      startAt,
      endAt: addMinutes(startAt, 60),
      places: 200,
    })
    paths.push(`/tasks/${body.taskId}`)
    for (const one of people) expect((await w.as(one).post(`/tasks/${body.taskId}/claim`)).status).toBe(200)
  }
  return paths
}
/** The same people with tokens of this moment. */
const again = (one: Person) => w.person(one)

const entriesOf = async (accountId: string) => {
  const { pk, sk } = keys.ledgerEntry(accountId, '')
  const page = await w.table.query({ pk, sk: { begins: sk }, consistent: true })
  if (!page.ok) throw new Error(page.refusal.code)
  return page.value.items
}
const minutesIn = (entries: readonly Record<string, number>[]): number =>
  entries.reduce((sum, { minutes = 0 }) => sum + minutes, 0)
