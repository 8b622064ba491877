/** How far a long task is, on a terminal; in a file of a script's words it would only be noise. */
export const bar = (what: string, done: number, total: number): void => {
  const share = total === 0 ? 1 : done / total
  if (!process.stdout.isTTY) return
  const full = Math.round(share * 24)
  process.stdout.write(`\r${what} ${'█'.repeat(full)}${'░'.repeat(24 - full)} ${Math.round(share * 100)}%`)
  if (share >= 1) process.stdout.write('\n')
}
