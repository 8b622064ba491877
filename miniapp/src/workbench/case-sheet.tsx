import { View } from '@tarojs/components'
import type { Instant } from '@yike/shared/kernel/time'
import type { Waiting } from '@yike/shared/workbench/schema'
import { Photos } from '../microproject/photos'
import { spokenDeadline } from '../platform/spoken'
import { Due, Notice, Row, Section, Tag } from '../ui'
import { aria } from '../ui/aria'
import { Timeline } from '../ui/timeline'
import './case-sheet.css'
import { SeriesDates } from './series-dates'
import { type Case, promiseOf, storyOf, viewOf } from './view'
import { kindNames, words } from './words'

interface CaseSheetProps {
  shown: Case
  /** The promise as the queue knows it. */
  line?: Pick<Waiting, 'since' | 'deadlineAt'> | undefined
  at: Instant
}

/** What the resident wrote: it stays in sight while one writes why it is sent back. */
export const WRITTEN = 'workbench-written'

/** A case on one sheet: what it is, by when, what is known, what happened. It prints as it stands. */
export function CaseSheet({ shown, line, at }: CaseSheetProps) {
  const view = viewOf(shown, at)
  const promise = view.closed ? undefined : promiseOf(shown, line)
  return (
    <View className="workbench-case">
      <Row>
        <Tag tone="quiet">{kindNames[shown.kind]}</Tag>
        <Tag tone={view.state.tone}>{view.state.word}</Tag>
      </Row>
      <View className="workbench-case__head">
        <View className="workbench-case__title" {...aria({ role: 'heading', level: 2 })}>
          {view.title}
        </View>
        {promise && (
          <View className="workbench-case__due">
            <Due {...promise} at={at} size={52} />
            <View>{spokenDeadline(promise.until, at)}</View>
          </View>
        )}
      </View>
      <View className="workbench-case__facts">
        {view.facts.map(fact => (
          <View
            key={fact.name}
            className={`workbench-case__fact${fact.wide ? ' workbench-case__fact--wide' : ''}`}
          >
            <View className="workbench-case__name">{fact.name}</View>
            <View>{fact.value}</View>
          </View>
        ))}
      </View>
      {view.warning && !view.closed && <Notice tone="waiting">{view.warning}</Notice>}
      {view.text && (
        <View id={WRITTEN} className="workbench-case__text">
          <View className="workbench-case__name">{view.text.name}</View>
          {view.text.written}
        </View>
      )}
      {shown.kind === 'microproject' && <Photos photos={shown.of.photos} />}
      {shown.kind === 'booking' && shown.of.series && <SeriesDates series={shown.of.series} />}
      <Section title={words.story}>
        <Timeline steps={storyOf(shown.kind, view, promise?.until, at)} />
      </Section>
    </View>
  )
}
