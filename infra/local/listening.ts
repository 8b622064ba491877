import { connect } from 'node:net'

const readyWithinMs = 30_000

/** Whether somebody listens on a port of this machine. */
export function accepts(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

/** Waits until somebody listens there; false: nobody does within half a minute. */
export async function answers(port: number): Promise<boolean> {
  const deadline = Date.now() + readyWithinMs
  while (Date.now() < deadline) {
    if (await accepts(port)) return true
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  return false
}
