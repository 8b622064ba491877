import { session } from './session'
import { storage } from './storage'

/** Answers kept for the next visit. More than this and the oldest go. */
const KEPT = 40

const listed = () => storage.read<string[]>('answers') ?? []
const place = (key: string) => `answer:${session.owner()}:${key}`

/** Last answers, per person: nobody sees what another person of this phone was shown. */
export const cache = {
  read: <T>(key: string): T | null => storage.read<T>(place(key)),
  write(key: string, value: unknown): void {
    const name = place(key)
    const names = [...listed().filter(other => other !== name), name]
    for (const old of names.splice(0, Math.max(0, names.length - KEPT))) storage.forget(old)
    storage.write('answers', names)
    storage.write(name, value)
  },
}
