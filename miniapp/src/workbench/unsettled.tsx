import { View } from '@tarojs/components'
import { useRepeat } from '../platform/use-repeat'
import { More, Section } from '../ui'
import { CallLine } from './call-line'
import { useUnsettled } from './use-calls'
import { callWords as words } from './words'

const EVERY_MS = 30_000

/** Whom to call because what they had booked closed, and nothing that fits was found: above those of a day, for it does not wait. */
export function Unsettled({ community }: { community: string | null }) {
  const { first, pages, more, busy } = useUnsettled(community)
  useRepeat(EVERY_MS, first.refresh)
  const calls = pages.flatMap(page => page.calls)
  if (calls.length === 0) return null
  return (
    <Section title={words.unsettled}>
      <View className="workbench-child__note">{words.unsettledHow}</View>
      {calls.map(call => (
        <CallLine key={call.bookingId} call={call} dated onChanged={first.refresh} />
      ))}
      <More more={more} busy={busy} />
    </Section>
  )
}
