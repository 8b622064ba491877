import { View } from '@tarojs/components'
import { useState } from 'react'
import { useRepeat } from '../platform/use-repeat'
import { Loaded, More, Notice, Section } from '../ui'
import { CallLine } from './call-line'
import { useUnsettled } from './use-calls'
import { callWords as words } from './words'

const EVERY_MS = 30_000

/** Whom to call because what they had booked closed, or holds after all: above those of a day, for it does not wait. */
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
  const lists = [
    {
      key: 'closed',
      title: words.unsettled,
      how: words.unsettledHow,
      of: calls.filter(one => !one.holdsAfterAll),
    },
    {
      key: 'open',
      title: words.afterAll,
      how: words.afterAllHow,
      of: calls.filter(one => one.holdsAfterAll),
    },
  ].filter(({ of }) => of.length > 0)
  return (
    <>
      {said && <Notice tone="green">{said}</Notice>}
      <Loaded query={first} brief>
        {() => (
          <>
            {lists.map(({ key, title, how, of }) => (
              <Section key={key} title={title}>
                <View className="workbench-child__note">{how}</View>
                {of.map(call => (
                  <CallLine key={call.bookingId} call={call} unsettled onChanged={changed} />
                ))}
              </Section>
            ))}
            <More more={more} busy={busy} />
          </>
        )}
      </Loaded>
    </>
  )
}
