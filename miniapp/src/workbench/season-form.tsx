import { View } from '@tarojs/components'
import { sources } from '@yike/shared/booking/rules/season'
import type { Season } from '@yike/shared/booking/schema/season'
import { useState } from 'react'
import { bringIntoSight, focusOnWrong } from '../platform/focus'
import { now, spokenDay } from '../platform/spoken'
import { Button, Field, Notice, Refusal, Stack, Toggle } from '../ui'
import { Pick } from '../ui/pick'
import { Stepper } from '../ui/stepper'
import './hours-field.css'
import { useOpenSeason } from './use-season'
import {
  filled,
  newSeasonDraft,
  readSeason,
  restOf,
  type SeasonDraft,
  type SeasonWrong,
  slotLine,
  slotsIn,
} from './view/season'
import { seasonSources, seasonDeskWords as words } from './words/season'

const FORM = 'workbench-season'
const MOST = 5

interface SeasonFormProps {
  placeId: string
  offeringId: string
  onDone: (season: Season) => void
}

/** All that is said of a season before it is opened; afterwards none of it changes. */
export function SeasonForm({ placeId, offeringId, onDone }: SeasonFormProps) {
  const [draft, setDraft] = useState(() => newSeasonDraft(now()))
  const [unread, setUnread] = useState<SeasonWrong>({})
  const opening = useOpenSeason()
  const wrong: SeasonWrong = { ...opening.problem?.fields, ...unread }
  /** Until when there are weeks to give, where this season was made shorter than that. */
  const [until, setUntil] = useState<string>()
  const [said, setSaid] = useState('')
  const change = (part: Partial<SeasonDraft>) => {
    setDraft(before => ({ ...before, ...part }))
    setSaid('')
    opening.clear()
  }
  const fill = (fields: Readonly<Record<string, string>>) => {
    if (fields.to && restOf(fields.to, draft.to)) setUntil([draft.to, until ?? ''].sort().at(-1))
    change(filled(draft, fields))
  }
  const send = async () => {
    const read = readSeason(draft)
    setUnread('wrong' in read ? read.wrong : {})
    if ('wrong' in read) return focusOnWrong(FORM)
    const opened = await opening.send({ placeId, offeringId, ...read.fields })
    if (!opened) return focusOnWrong(FORM)
    // As it was opened, not as it was advised: in between there is no week of no season.
    const left = restOf(opened.to, until)
    if (!left) return onDone(opened)
    setSaid(words.firstOpened(spokenDay(opened.to, now())))
    setDraft(before => ({ ...before, ...left }))
    setUntil(undefined)
    bringIntoSight(FORM)
  }
  const text = (name: 'from' | 'to' | 'closesAt' | 'drawAt' | 'issue', placeholder: string) => (
    <Field
      label={words.field[name]}
      value={draft[name]}
      placeholder={placeholder}
      maxLength={40}
      {...(wrong[name] && { error: wrong[name] })}
      onChange={typed => change({ [name]: typed })}
    />
  )
  const slots = slotsIn(draft.slots)
  const rest = restOf(draft.to.trim(), until)
  return (
    <View id={FORM}>
      <Stack>
        {said && <Notice tone="green">{said}</Notice>}
        <View className="workbench-place__note">{words.startText}</View>
        <Field
          label={words.field.slots}
          value={draft.slots}
          placeholder={words.slotsExample}
          hint={words.slotsHint}
          lines={2}
          maxLength={300}
          required
          {...(wrong.slots && { error: wrong.slots })}
          onChange={typed => change({ slots: typed })}
        />
        {slots.length > 0 && (
          <View className="workbench-hours__read">
            <View className="workbench-hours__title">{words.understood}</View>
            {slots.map(slot => (
              <View key={slotLine(slot)}>{slotLine(slot)}</View>
            ))}
          </View>
        )}
        {text('from', words.dateExample)}
        {text('to', words.dateExample)}
        <Stepper
          label={words.field.most}
          value={draft.most}
          min={1}
          max={MOST}
          spoken={words.count}
          onChange={most => change({ most })}
        />
        <Toggle
          label={words.field.priority}
          on={draft.isPriority}
          onChange={isPriority => change({ isPriority })}
        />
        {text('closesAt', words.momentExample)}
        <Pick
          label={words.field.source}
          options={sources.map(value => ({ value, label: seasonSources[value] }))}
          value={draft.source}
          onChange={value => change({ source: sources.find(one => one === value) ?? 'hand' })}
        />
        {draft.source !== 'hand' && text('issue', words.issueExample)}
        {text('drawAt', words.momentExample)}
        {opening.problem && (opening.problem.next || !opening.problem.fields) && (
          <Refusal problem={opening.problem} onFill={fill} />
        )}
        {rest && <Notice tone="waiting">{words.restAfter(spokenDay(rest.from, now()))}</Notice>}
        <View className="workbench-place__note">{words.openText}</View>
        <Button kind="next" busy={opening.busy} onTap={send}>
          {words.open}
        </Button>
      </Stack>
    </View>
  )
}
