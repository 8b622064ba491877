/** What one tab of a browser remembers until it is closed: where its reader was. Nothing that they were shown stands in it. */
const PREFIX = 'yk:'

export const tabMemory = {
  read(key: string): string | null {
    try {
      return sessionStorage.getItem(PREFIX + key)
    } catch {
      return null
    }
  },
  write(key: string, value: string): void {
    try {
      sessionStorage.setItem(PREFIX + key, value)
    } catch {
      // A browser that keeps nothing begins at the beginning.
    }
  },
}
