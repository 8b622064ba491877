/** A desk in the browser: what it calls itself, and what lets it renew its session without asking again. */
import { storage } from './storage'

/** The secret is a key: it is never shown, logged or put in an address. */
export interface DeskKey {
  deskId: string
  secret: string
}

const PLACE = 'desk'

export const deskKey = {
  read: (): DeskKey | null => storage.read<DeskKey>(PLACE),
  keep: (key: DeskKey): void => {
    storage.write(PLACE, key)
  },
}

const browsers = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const
const systems = [
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Android/, 'Android'],
  [/Linux/, 'Linux'],
] as const

const nameIn = (agent: string, names: readonly (readonly [RegExp, string])[]): string | undefined =>
  names.find(([sign]) => sign.test(agent))?.[1]

/** Chrome · Windows: so that whoever confirms on the phone knows their own desk. */
export const deskLabel = (agent: string): string =>
  [nameIn(agent, browsers), nameIn(agent, systems)].filter(Boolean).join(' · ') || 'Browser'
