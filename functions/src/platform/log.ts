/** One JSON line for each thing that happened. Never people, tokens, bodies or ids of cases. */
export type Fields = Readonly<Record<string, string | number | boolean | undefined>>

export type Log = (event: string, fields: Fields) => void

export const jsonLog: Log = (event, fields) => {
  process.stdout.write(`${JSON.stringify({ event, ...fields })}\n`)
}

/** What may be said of an unknown failure: its name and where it came from, not its message. */
export const failureFields = (failure: unknown): Fields =>
  failure instanceof Error ? { failure: failure.name, where: framesOf(failure) } : { failure: typeof failure }

/** The stack begins with the message, which may have lines of its own. */
const framesOf = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .filter(line => /^\s+at /.test(line))
    .slice(0, 3)
    .map(line => line.trim())
    .join(' ')
