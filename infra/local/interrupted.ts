const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Resolves once somebody wants us to stop. */
export const interrupted = new Promise<undefined>(resolve => {
  for (const signal of signals) process.on(signal, () => resolve(undefined))

  // A SIGTERM for npm ends npm and its shell, but never reaches us: there we only see our parent change.
  const parent = process.ppid
  if (process.env.npm_lifecycle_event === undefined) return
  setInterval(() => process.ppid !== parent && resolve(undefined), 300).unref()
})
