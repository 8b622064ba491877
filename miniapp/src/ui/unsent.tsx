import { View } from '@tarojs/components'
import type { Problem } from '@yike/shared/kernel/problem'
import { type Unsent as One, queue } from '../platform/queue'
import { open, useIsAt } from '../platform/route'
import { aria } from './aria'
import { Button } from './button'
import { Refusal } from './failure'
import './states.css'
import { unsentWords as words } from './words'

/** One thing that could not be sent yet, or how it ended since. Named, where it stands in a list. */
function Unsent({ one, named = false }: { one: One; named?: boolean | undefined }) {
  const sending = queue.useSending() === one.key
  const isKept = queue.use().some(({ key }) => key === one.key)
  const isHere = useIsAt()(one.page)
  const done = () => queue.drop(one.key)
  const title = named ? words.of(one.what) : ''
  if (one.end && one.end !== 'sent')
    return (
      <>
        <Refusal problem={{ ...one.end, title: title + one.end.title }} />
        <Button compact kind="bare" onTap={done}>
          {words.seen}
        </Button>
      </>
    )
  const sent = one.end === 'sent'
  return (
    <View
      className={`yk-notice yk-notice--${sent ? 'green' : 'waiting'}`}
      {...aria({ role: 'status', live: 'polite' })}
    >
      {title + (sent ? words.sent : sending ? words.sending : words.waiting)}
      <View className="yk-refusal__acts">
        {sent && !isHere && (
          <Button
            compact
            kind="calm"
            onTap={() => {
              done()
              open(one.page)
            }}
          >
            {words.look}
          </Button>
        )}
        {sent && isKept && (
          <Button compact kind="bare" onTap={done}>
            {words.seen}
          </Button>
        )}
        {!sent && !sending && (
          <Button compact kind="bare" onTap={() => queue.takeBack(one)}>
            {words.takeBack}
          </Button>
        )}
      </View>
    </View>
  )
}

interface OutcomeProps {
  of: { readonly problem: Problem | null; readonly unsent?: One | null }
  /** It stands for the form that it was sent from. */
  named?: boolean | undefined
}

/** How a tap ended that did not go through: refused, or kept until there is a network. */
export function Outcome({ of: { problem, unsent }, named }: OutcomeProps) {
  if (unsent) return <Unsent one={unsent} named={named} />
  return problem ? <Refusal problem={problem} /> : null
}

/** Everything of mine that is not sent yet, or whose end I have not seen. */
export const AllUnsent = () => queue.use().map(one => <Unsent key={one.key} one={one} named />)

/** The same, of what this page will show; but for what it tells where it was tapped. */
export function UnsentHere({ but }: { but?: (one: One) => boolean }) {
  const isHere = useIsAt()
  const here = queue.use().filter(one => isHere(one.page) && !but?.(one))
  return here.map(one => <Unsent key={one.key} one={one} named />)
}
