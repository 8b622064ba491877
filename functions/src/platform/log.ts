/** One JSON line for each thing that happened. Never people, tokens, bodies or ids of cases. */
export type Fields = Readonly<Record<string, string | number | boolean | undefined>>

export type Log = (event: string, fields: Fields) => void

const toStandardOutput = (line: string): void => void process.stdout.write(`${line}\n`)

export const jsonLog: Log = (event, fields) => toStandardOutput(JSON.stringify({ event, ...fields }))

/**
 * The same lines; CloudWatch counts of each answer how long it took, in milliseconds, and whether it was a failure of
 * ours (5xx), for its slice and for its endpoint. It reads that off the line itself, in its embedded metric format.
 */
export const countedLog =
  (namespace: string, { print = toStandardOutput, clock = Date.now } = {}): Log =>
  (event, fields) => {
    if (event !== 'answered') return print(JSON.stringify({ event, ...fields }))
    const { endpoint, status } = fields
    const counted = {
      Namespace: namespace,
      Dimensions: [['slice'], ['endpoint']],
      Metrics: [
        { Name: 'ms', Unit: 'Milliseconds' },
        { Name: 'failures', Unit: 'Count' },
      ],
    }
    print(
      JSON.stringify({
        _aws: { Timestamp: clock(), CloudWatchMetrics: [counted] },
        event,
        slice: String(endpoint).split('.')[0],
        ...fields,
        failures: Number(status) >= 500 ? 1 : 0,
      }),
    )
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
