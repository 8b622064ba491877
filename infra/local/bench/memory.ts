// A folder in memory for an engine that is filled with a million of things: its disk is not what is measured.
import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
/** What a million of bookings takes, in its lists and its stream too, and as much again. */
const NEEDED_BYTES = 16 * 1024 ** 3

/** Undefined where the machine has none, or not enough of it. It is gone when this process ends. */
export const folderInMemory = (): string | undefined => {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    if (bavail * bsize < NEEDED_BYTES) return undefined
  } catch {
    return undefined
  }
  const folder = mkdtempSync(join(MEMORY, 'yike-engine-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
