import { View } from '@tarojs/components'
import type { NextAction, Problem } from '@yike/shared/kernel/problem'
import { useComfort } from '../platform/comfort'
import { useOnline } from '../platform/network'
import { goHome, openOver } from '../platform/route'
import { call } from '../platform/runtime'
import type { Stale as StaleCase } from '../platform/use-stale'
import { aria } from './aria'
import { Button } from './button'
import { useHead } from './head'
import { Icon } from './icon'
import { Incomplete } from './incomplete'
import './states.css'
import type { FailureProps } from './types'
import { addressWords, controlWords as words } from './words'

/** Where a server's advice leads on this phone. */
function follow(action: NextAction, { onRetry, onFill }: Partial<FailureProps>): void {
  if (action.do === 'fill') onFill?.(action.fields)
  else if (action.do === 'call') call(action.phone)
  else if (action.do === 'open') openOver(action.page)
  else if (action.do === 'book') {
    const { placeId, offeringId, startAt } = action
    openOver('/booking/pages/confirm', { placeId, offeringId, startAt })
  } else onRetry?.()
}

/** What can be done now, as buttons; best first. */
function Advice({ problem, onRetry, onFill }: FailureProps) {
  // Beside the button that was pressed there is no other to press again, and what fills a form is nothing elsewhere.
  const next = (problem.next ?? []).filter(
    action => (action.do !== 'retry' || onRetry) && (action.do !== 'fill' || onFill),
  )
  const { elder } = useComfort()
  return (
    <>
      {next.map((action, place) => (
        <Button
          key={action.label}
          compact={!elder}
          kind={place === 0 ? 'next' : 'calm'}
          onTap={() => follow(action, { onRetry, onFill })}
        >
          {action.label}
        </Button>
      ))}
      {onRetry && !next.some(action => action.do === 'retry') && (
        <Button compact={!elder} kind="calm" onTap={onRetry}>
          {words.again}
        </Button>
      )}
    </>
  )
}

/** It is not there, or not for me: asked once more, the answer would be the same. */
const isFinal = ({ status }: Problem): boolean => status === 403 || status === 404

/** What went wrong, what can be done now, and the number to name on the phone. */
export function Failure({ problem, onRetry }: FailureProps) {
  const { elder } = useComfort()
  const head = useHead()
  const again = isFinal(problem) ? undefined : onRetry
  const isOffline = problem.code === 'network.offline'
  // What a page asks for by its address is all that it asks for.
  if (problem.status === 400) return <Incomplete />
  return (
    <View className="yk-empty" {...aria({ role: 'alert', live: 'polite' })}>
      <View className="yk-empty__sign">
        <Icon name={isOffline ? 'offline' : 'warning'} size={48} />
      </View>
      {/* In 长辈版 the question that would head the page may not be there. */}
      <View className="yk-empty__title" {...(elder && head)}>
        {/* That there is no network stands above the page already. */}
        {isOffline ? words.unseen : problem.title}
      </View>
      <View className="yk-failure__acts">
        <Advice problem={problem} onRetry={again} />
        {!again && !problem.next?.some(action => action.do !== 'retry') && (
          <Button compact={!elder} kind="calm" onTap={goHome}>
            {addressWords.home}
          </Button>
        )}
      </View>
      {problem.requestId && (
        <View className="yk-failure__number">{words.problemNumber(problem.requestId)}</View>
      )}
    </View>
  )
}

/** A refused action, said right beside the button that was pressed; the page stays as it is. */
export function Refusal({ problem, onFill }: Pick<FailureProps, 'problem' | 'onFill'>) {
  const isBack = useOnline() && problem.code === 'network.offline'
  return (
    <View className="yk-notice yk-notice--danger" {...aria({ role: 'alert', live: 'assertive' })}>
      {isBack ? words.tryNow : (problem.detail ?? problem.title)}
      {problem.next && (
        <View className="yk-refusal__acts">
          <Advice problem={problem} onFill={onFill} />
        </View>
      )}
    </View>
  )
}

interface StaleProps {
  stale: StaleCase
  /** The case's state in a word, as the page shows it now; absent: it is no case any more. */
  became?: string | undefined
}

/** Somebody else was faster: says at the foot of the page, which has asked anew, what the case has become. */
export function Stale({ stale: { problem, fresh, clear }, became }: StaleProps) {
  if (!problem || !fresh) return null
  return (
    <View className="yk-notice yk-notice--waiting" {...aria({ role: 'alert', live: 'assertive' })}>
      {became ? words.became(became) : words.changed}
      <View className="yk-refusal__acts">
        <Button compact kind="calm" onTap={clear}>
          {words.seen}
        </Button>
      </View>
    </View>
  )
}
