import { signal } from './signal'
import { deviceStorage } from './storage'

/** How a person wants to read: 长辈版 (everything larger, nothing moves) and 高对比. Kept on this phone. */
export interface Comfort {
  elder: boolean
  contrast: boolean
}

const comfort = signal<Comfort>(deviceStorage.read<Comfort>('comfort') ?? { elder: false, contrast: false })

export const useComfort = comfort.use

export function setComfort(change: Partial<Comfort>): void {
  const next = { ...comfort.get(), ...change }
  deviceStorage.write('comfort', next)
  comfort.set(next)
}
