import { View } from '@tarojs/components'
import { markFrom } from '@yike/shared/booking/rules/presence'
import { type Mark, marks, type SheetLine } from '@yike/shared/booking/schema/presence'
import { clockOf, type Instant } from '@yike/shared/kernel/time'
import { useState } from 'react'
import { spokenEquipment } from '../booking/view'
import { useComfort } from '../platform/comfort'
import { open } from '../platform/route'
import { now, spokenHours, spokenList } from '../platform/spoken'
import { useWide } from '../platform/use-wide'
import { Button, Outcome, Segments, Tag, Tap } from '../ui'
import { aria } from '../ui/aria'
import './sheet.css'
import { useMark } from './use-sheet'
import { isMarkable, markOf } from './view/sheet'
import { stateWords, sheetWords as words } from './words'

interface SheetLinesProps {
  placeId: string
  lines: readonly SheetLine[]
  kept: ReadonlyMap<string, Mark>
  at: Instant
}

/** Everybody who has booked on a day, by the hour. */
export function SheetLines({ placeId, lines, kept, at }: SheetLinesProps) {
  const { elder } = useComfort()
  // Large words have no room in columns.
  const wide = useWide() && !elder
  const as = (role: string) => (wide ? aria({ role, ...(role === 'table' && { label: words.title }) }) : {})
  return (
    <View className={wide ? 'workbench-sheet__table' : ''} {...as('table')}>
      {wide && (
        <View className="workbench-sheet__line workbench-sheet__line--heads" {...as('row')}>
          {Object.entries(words.columns).map(([column, head]) => (
            <View key={column} {...as('columnheader')}>
              {head}
            </View>
          ))}
        </View>
      )}
      {lines.map(line => (
        <Line
          key={`${line.bookingId} ${line.state}`}
          as={as}
          placeId={placeId}
          line={line}
          kept={kept.get(line.bookingId)}
          at={at}
        />
      ))}
    </View>
  )
}

interface LineProps {
  /** At a desk the lines are rows of a table. */
  as: (role: string) => object
  placeId: string
  line: SheetLine
  /** Marked here, and not sent yet. */
  kept: Mark | undefined
  at: Instant
}

function Line({ as, placeId, line, kept, at }: LineProps) {
  const [sent, setSent] = useState<SheetLine | null>(null)
  const marking = useMark(placeId, mark => words.marked(line.forName, words.marks[mark]))
  const shown = sent ?? line
  const { bookingId, number, forName, offeringName, startAt, endAt, serverName, equipment, note, state } =
    shown
  const mark = async (as: Mark) => {
    const done = await marking.send({ bookingId, mark: as, markedAt: now() })
    if (done) setSent(done)
  }
  // A mark can be taken back at any time.
  const isEarly = !kept && markOf(shown) === null && at < markFrom(shown, 'came')
  const ended = marking.unsent?.end && marking.unsent.end !== 'sent'
  return (
    <View className="workbench-sheet__line" {...as('row')}>
      <View className="workbench-sheet__when" {...as('cell')}>
        {spokenHours(startAt, endAt)}
      </View>
      <View className="workbench-sheet__who" {...as('cell')}>
        <Tap
          className="workbench-sheet__name"
          role="link"
          onTap={() => open('/workbench/pages/case', { kind: 'booking', caseId: bookingId })}
        >
          {forName}
        </Tap>
        <View className="workbench-sheet__note">{number}</View>
      </View>
      <View className="workbench-sheet__what" {...as('cell')}>
        <View>{spokenList(offeringName, serverName && words.server(serverName))}</View>
        {equipment && (
          <View className="workbench-sheet__note">{words.equipment(spokenEquipment(equipment))}</View>
        )}
        {note && <View className="workbench-sheet__note">“{note}”</View>}
        {shown.grade && (
          <Tag tone={shown.grade === 'call' ? 'danger' : 'waiting'}>{words.grades[shown.grade]}</Tag>
        )}
        {kept && <View className="workbench-sheet__note">{words.kept}</View>}
      </View>
      <View className="workbench-sheet__act" {...as('cell')}>
        {isMarkable(shown) && isEarly && (
          <View className="workbench-sheet__note">{words.from(clockOf(markFrom(shown, 'came')))}</View>
        )}
        {isMarkable(shown) && !isEarly && (
          <Segments
            label={words.mark(forName)}
            options={marks.map(as => ({
              value: as,
              label: words.marks[as],
              disabled: at < markFrom(shown, as),
            }))}
            value={kept ?? markOf(shown)}
            onChange={as => mark(as as Mark)}
          />
        )}
        {!isMarkable(shown) && (
          <Tag tone={stateWords.booking[state].tone}>{stateWords.booking[state].word}</Tag>
        )}
        {state === 'appealed' && (
          <Button
            compact
            kind="bare"
            onTap={() => open('/workbench/pages/case', { kind: 'booking', caseId: bookingId })}
          >
            {words.appeal}
          </Button>
        )}
      </View>
      {(ended || (marking.problem && !marking.unsent)) && (
        <View className="workbench-sheet__ended" {...as('cell')}>
          <Outcome of={marking} />
        </View>
      )}
    </View>
  )
}
