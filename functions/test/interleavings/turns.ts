/**
 * Puts every call to the table in a queue, and lets a scheduler say whose call is next. A call runs to its end before
 * the next is chosen, and the choice waits until each client has either asked the table for something or been
 * answered: so what the scheduler chose, and nothing else, decides what happens, and a run can be run again.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Scheduler } from 'fast-check'
import type { Table } from '../../src/platform/table'

interface Client {
  waiting: number
  isAnswered: boolean
}

/** Whose call it is, however deep in the product it is made. */
const who = new AsyncLocalStorage<Client>()

export const createTurns = (order: Scheduler) => {
  /** Calls from outside of `run` wait for nobody. */
  const inTurn = async <T>(call: string, io: () => Promise<T>): Promise<T> => {
    const client = who.getStore()
    if (!client) return io()
    let reply: Promise<T> | undefined
    client.waiting++
    await order.schedule(Promise.resolve(), call, undefined, async release => {
      reply = io()
      await reply.catch(() => undefined)
      client.waiting--
      await release()
    })
    return reply as Promise<T>
  }

  return {
    around: (table: Table): Table => ({
      get: (key, options) => inTurn(`get ${key.pk}`, () => table.get(key, options)),
      getAll: asked => inTurn(`get ${asked[0]?.pk}`, () => table.getAll(asked)),
      query: ask => inTurn(`query ${ask.pk}`, () => table.query(ask)),
      write: changes => inTurn(`write of ${changes.length}`, () => table.write(changes)),
    }),

    /** Runs clients against each other until each has done its part. */
    run: async (parts: readonly (() => Promise<void>)[]): Promise<void> => {
      const clients: Client[] = []
      const settle = async () => {
        while (clients.some(({ waiting, isAnswered }) => waiting === 0 && !isAnswered))
          await new Promise(resolve => setImmediate(resolve))
      }
      const ends: Promise<void>[] = []
      // One after another, so that their first calls queue in the same order in every run.
      for (const part of parts) {
        const client: Client = { waiting: 0, isAnswered: false }
        clients.push(client)
        const end = who.run(client, part).finally(() => {
          client.isAnswered = true
        })
        end.catch(() => undefined)
        ends.push(end)
        await settle()
      }
      while (order.count() > 0) {
        await order.waitOne()
        await settle()
      }
      await Promise.all(ends)
    },
  }
}
