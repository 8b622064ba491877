import { connect, createServer } from 'node:net'
import type { TestProject } from 'vitest/node'
import { explainMissingJava } from './dynamodb-local'
import { type Engine, startEngine } from './engine'

declare module 'vitest' {
  interface ProvidedContext {
    /** The endpoint of the engine of this run; its tables live in memory. */
    engine: string
    /** Amazon's DynamoDB Local, beside it; nothing where Java is missing. */
    dynamodbLocal: string | undefined
  }
}

/** One engine for the whole run. A missing one throws here and fails the run. */
export default async function setup(project: TestProject) {
  const engine = await startEngine()
  const local = await offerDynamodbLocal(engine)
  project.provide('engine', engine.endpoint)
  project.provide('dynamodbLocal', local?.endpoint)
  return async () => {
    await local?.stop()
    await engine.stop()
  }
}

/** An address that costs nothing until the first test connects: only then is Java started behind it. */
async function offerDynamodbLocal(engine: Engine): Promise<Pick<Engine, 'endpoint' | 'stop'> | undefined> {
  if (engine.kind === 'dynamodb-local') return engine
  const problem = await explainMissingJava()
  if (problem) {
    console.warn(problem)
    return undefined
  }

  let started: Promise<Engine> | undefined
  const door = createServer({ pauseOnConnect: true }, async socket => {
    socket.on('error', () => socket.destroy())
    started ??= startEngine({ kind: 'dynamodb-local' })
    try {
      const { port } = new URL((await started).endpoint)
      const inner = connect(Number(port), '127.0.0.1')
      inner.on('error', () => socket.destroy())
      socket.pipe(inner).pipe(socket)
    } catch (error) {
      console.error(error)
      socket.destroy()
    }
  })
  await new Promise<void>(resolve => door.listen(0, '127.0.0.1', resolve))
  const address = door.address()
  if (!address || typeof address === 'string') throw new Error('DynamoDB Local was offered no port')

  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    stop: async () => {
      door.close()
      await (await started)?.stop()
    },
  }
}
