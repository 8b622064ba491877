import { View } from '@tarojs/components'
import type { RosterClass, RosterDay } from '@yike/shared/booking/schema/roster'
import { localDate } from '@yike/shared/kernel/time'
import { useState } from 'react'
import { focusOnWrong } from '../platform/focus'
import { now, spokenDay, spokenList } from '../platform/spoken'
import { useChanges } from '../platform/use-changes'
import { useStale } from '../platform/use-stale'
import { Button, Notice, Refusal, Section, Stack, Tag } from '../ui'
import { aria } from '../ui/aria'
import { Kept } from './give-up'
import { RosterAffected } from './roster-affected'
import './roster.css'
import { RosterShifts } from './roster-shifts'
import { useSetRoster } from './use-roster'
import {
  clashesOf,
  movedBy,
  shiftsWrong,
  shortBy,
  spokenStretch,
  stretchesOf,
  summaryOf,
} from './view/roster'
import { rosterWords as words } from './words'

export const ROSTER_DAY = 'workbench-roster'

interface DayProps {
  placeId: string
  classes: readonly RosterClass[]
  shown: RosterClass
  day: RosterDay
  onChanged: () => Promise<void>
}

/** A class on a day: who is on duty, what that makes of its seats, and whom it leaves without a carer. */
export function RosterDaySheet({ placeId, classes, shown, day, onChanged }: DayProps) {
  const { offeringId, names, room, ratio } = shown
  const { on, version, booked, ofWeek, affected } = day
  const changes = useChanges(`roster:${offeringId}:${on}`, version, { shifts: day.shifts })
  const { shifts } = changes.draft
  const [tried, setTried] = useState(false)
  const [said, setSaid] = useState('')
  const stale = useStale(onChanged)
  const setting = useSetRoster(stale)
  const wrong = shiftsWrong(shifts)
  const { present, seats } = summaryOf(shown, shifts)
  const save = async () => {
    setTried(true)
    if (wrong.size > 0) return focusOnWrong(ROSTER_DAY)
    const done = await setting.send({ placeId, offeringId, on, version, shifts })
    // Who was faster is read either way; what was typed stays.
    if (done) {
      changes.saved()
      setTried(false)
      setSaid(words.saved)
    }
    await onChanged()
  }
  return (
    <View
      id={ROSTER_DAY}
      className="workbench-roster__sheet"
      {...aria({ role: 'region', label: spokenList(...names) })}
    >
      <View className="workbench-roster__duty">
        <Section
          title={`${spokenList(...names)} · ${spokenDay(on, now())}`}
          aside={affected > 0 ? <Tag tone="danger">{words.short(affected)}</Tag> : undefined}
        >
          <View className="workbench-sheet__note">
            {[words.carers(present), words.seats(seats), words.rule(room, ratio)].join(' · ')}
          </View>
          <View className="workbench-sheet__note">{ofWeek ? words.ofWeek : words.setFor}</View>
        </Section>
        {said && !changes.isChanged && <Notice tone="green">{said}</Notice>}
        {changes.isChanged && changes.wasKept && <Kept />}
        {on < localDate(now()) ? (
          <Served shifts={shifts} />
        ) : (
          <RosterShifts
            shifts={shifts}
            wrong={tried ? wrong : none}
            onChange={next => {
              setSaid('')
              changes.change({ shifts: next })
            }}
          />
        )}
        {clashesOf(shifts, classes, offeringId, on).map(({ name, where }) => (
          <Notice key={`${name} ${where}`} tone="waiting">
            {words.clash(name, where)}
          </Notice>
        ))}
        {setting.problem && <Refusal problem={setting.problem} />}
        {changes.isChanged && (
          <Stack>
            <Preview of={shown} before={day} after={shifts} />
            <View className="workbench-roster__acts">
              <Button compact kind="next" busy={setting.busy} onTap={save}>
                {words.save}
              </Button>
              <Button compact kind="bare" disabled={setting.busy} onTap={changes.startAgain}>
                {words.undo}
              </Button>
            </View>
          </Stack>
        )}
      </View>
      <View>
        <Section title={words.byHour}>
          {stretchesOf(shown, day.shifts, booked).map(stretch => (
            <View key={stretch.fromMinute} className="workbench-roster__stretch">
              <View>{words.stretch(spokenStretch(stretch), stretch.seats, stretch.booked)}</View>
              {stretch.booked > stretch.seats && (
                <Tag tone="danger">{words.over(stretch.booked - stretch.seats)}</Tag>
              )}
            </View>
          ))}
        </Section>
        <RosterAffected
          key={version}
          placeId={placeId}
          offeringId={offeringId}
          on={on}
          count={affected}
          onChanged={onChanged}
        />
      </View>
    </View>
  )
}

const none: ReadonlyMap<number, string> = new Map()

/** A day that is over is read: nobody was on duty otherwise by writing so. */
const Served = ({ shifts }: { shifts: RosterDay['shifts'] }) => (
  <Section title={words.onDuty}>
    {shifts.map(shift => (
      <View key={`${shift.name} ${shift.fromMinute}`}>
        {spokenList(shift.name, spokenStretch(shift), shift.absent && words.absent)}
      </View>
    ))}
  </Section>
)

interface PreviewProps {
  of: RosterClass
  before: RosterDay
  after: RosterDay['shifts']
}

/** What saving would do, before anything is saved. */
function Preview({ of, before, after }: PreviewProps) {
  const short = shortBy(of, after, before.booked)
  const moved = movedBy(of, before.shifts, after)
  if (moved.length === 0) return null
  return (
    <View className="workbench-roster__preview" {...aria({ role: 'status', live: 'polite' })}>
      <View className="workbench-roster__title">{words.previewTitle}</View>
      {moved.map(row => (
        <View key={row.fromMinute}>{words.preview(spokenStretch(row), row.before, row.after)}</View>
      ))}
      {short > 0 && <View className="workbench-roster__short">{words.previewShort(short)}</View>}
    </View>
  )
}
