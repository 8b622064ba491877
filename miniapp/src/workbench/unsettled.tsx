import { View } from '@tarojs/components'
import { useState } from 'react'
import { useRepeat } from '../platform/use-repeat'
import { Loaded, More, Notice, Section } from '../ui'
import { CallLine } from './call-line'
import { useUnsettled } from './use-calls'
import { callWords as words } from './words'

const EVERY_MS = 30_000

/** Whom to call because what they had booked closed: above those of a day, for it does not wait. */
export function Unsettled({ community }: { community: string }) {
  const { first, pages, more, busy } = useUnsettled(community)
  useRepeat(EVERY_MS, first.refresh)
  const calls = pages.flatMap(page => page.calls)
  const [said, setSaid] = useState('')
  const changed = async (sentence = '') => {
    await first.refresh()
    setSaid(sentence)
  }
  // Whoever could not be asked for is not nobody.
  if (first.state !== 'error' && calls.length === 0 && !more && !said) return null
  return (
    <Section title={words.unsettled}>
      {said && <Notice tone="green">{said}</Notice>}
      <Loaded query={first} brief>
        {() => (
          <>
            {calls.length > 0 && <View className="workbench-child__note">{words.unsettledHow}</View>}
            {calls.map(call => (
              <CallLine key={call.bookingId} call={call} unsettled onChanged={changed} />
            ))}
            <More more={more} busy={busy} />
          </>
        )}
      </Loaded>
    </Section>
  )
}
