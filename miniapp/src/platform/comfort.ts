import { signal } from './signal'
import { storage } from './storage'

/** How a person wants to read: 长辈版 (everything larger, nothing moves) and 高对比. Kept on this phone. */
export interface Comfort {
  elder: boolean
  contrast: boolean
}

const comfort = signal<Comfort>(storage.read<Comfort>('comfort') ?? { elder: false, contrast: false })

export const useComfort = comfort.use

export function setComfort(change: Partial<Comfort>): void {
  const next = { ...comfort.get(), ...change }
  storage.write('comfort', next)
  comfort.set(next)
}
