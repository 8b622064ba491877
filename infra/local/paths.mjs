import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * A path in the ignored folder that keeps what one machine has made: its data, its builds' hashes, its logs.
 * @param {string[]} parts
 */
export const inLocal = (...parts) => join(root, '.local', ...parts)
