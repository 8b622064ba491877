import { View } from '@tarojs/components'
import { aria } from './aria'
import './timeline.css'
import type { TimelineStep } from './types'

/** What happened, who answers for it, what comes next: one shape for bookings, requests and tasks. */
export function Timeline({ steps }: { steps: readonly TimelineStep[] }) {
  return (
    <View {...aria({ role: 'list' })}>
      {steps.map(step => (
        <View
          key={step.id}
          className={`yk-timeline__step yk-timeline__step--${step.tone ?? 'quiet'}${step.now ? ' yk-timeline__step--now' : ''}`}
          {...aria({ role: 'listitem' })}
        >
          <View className="yk-timeline__what">{step.what}</View>
          <View className="yk-timeline__who">{[step.when, step.who].filter(Boolean).join(' · ')}</View>
          {step.note && <View>{step.note}</View>}
        </View>
      ))}
    </View>
  )
}
