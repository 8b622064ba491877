import { View } from '@tarojs/components'
import { type CallOffReason, callOffReasons, type Season } from '@yike/shared/booking/schema/season'
import { useState } from 'react'
import { open } from '../platform/route'
import { now, spokenDay, spokenList, spokenMoment } from '../platform/spoken'
import type { Stale } from '../platform/use-stale'
import { Button, Cell, Choices, Field, Notice, Refusal, Section, Stack, Tag } from '../ui'
import { useCallOffSeason, useDrawSeason } from './use-season'
import { slotLine, tidyNumber, whyNotNumber } from './view/season'
import { callOffWords, seasonSources, seasonStateWords, seasonDeskWords as words } from './words/season'

interface SeasonDeskProps {
  season: Season
  stale: Stale
  onChanged: () => Promise<void>
}

/** A season at the desk: what was asked for, the one number that is entered, what came of it. */
export function SeasonDesk({ season, stale, onChanged }: SeasonDeskProps) {
  const { seasonId, state, offeringName, placeName, asked, can } = season
  const at = now()
  const [said, setSaid] = useState('')
  const done = async (sentence: string) => {
    setSaid(sentence)
    await onChanged()
  }
  const { word, tone } = seasonStateWords[state]
  return (
    <Stack>
      <Section title={offeringName}>
        <View>
          <Tag tone={tone}>{word}</Tag>
        </View>
        <View className="workbench-place__note">
          {spokenList(placeName, words.span(spokenDay(season.from, at), spokenDay(season.to, at)))}
        </View>
        {state === 'open' && (
          <View className="workbench-place__note">
            {spokenList(words.closesAt(spokenMoment(season.closesAt, at)), words.asked(asked))}
          </View>
        )}
        {state === 'closed' && <View className="workbench-place__note">{words.frozen(asked)}</View>}
        {(state === 'open' || state === 'closed') && (
          <View className="workbench-place__note">
            {spokenList(words.drawAt(spokenMoment(season.drawAt, at)), seasonSources[season.source])}
          </View>
        )}
        {season.reason && (
          <View className="workbench-place__note">{callOffWords[season.reason as CallOffReason]}</View>
        )}
      </Section>
      {said && <Notice tone="green">{said}</Notice>}
      {can.includes('draw') ? (
        <EnterNumber season={season} stale={stale} onDone={() => done(words.drawn)} />
      ) : (
        state === 'closed' && <Notice tone="waiting">{words.early}</Notice>
      )}
      <Slots season={season} />
      <Button kind="calm" onTap={() => open('/booking/pages/draw', { seasonId })}>
        {words.see}
      </Button>
      {can.includes('callOff') && (
        <CallOff seasonId={seasonId} stale={stale} onDone={() => done(words.calledOff)} />
      )}
    </Stack>
  )
}

/** How many want each slot most, once nobody can be swayed by it; afterwards how many of it were given. */
function Slots({ season: { slots, state } }: { season: Season }) {
  const at = now()
  return (
    <Section title={state === 'drawn' || state === 'settled' ? words.result : words.understood}>
      {slots.map(slot => (
        <Cell
          key={slot.slotId}
          title={slotLine(slot)}
          note={spokenList(
            ...slot.missing.map(({ on }) => words.missing(spokenDay(on, at))),
            slot.wanted !== undefined && words.want(slot.wanted),
            slot.left !== undefined && words.got(slot.seats - slot.left, slot.seats),
          )}
        />
      ))}
    </Section>
  )
}

interface ActProps {
  stale: Stale
  onDone: () => Promise<void>
}

/** Typed twice: it is entered once for all. */
function EnterNumber({ season: { seasonId, source }, stale, onDone }: ActProps & { season: Season }) {
  const [typed, setTyped] = useState('')
  const [again, setAgain] = useState('')
  const drawing = useDrawSeason(stale)
  const wrong = again === '' ? undefined : whyNotNumber(source, typed, again)
  const send = async () => {
    if (await drawing.send({ seasonId, publicNumber: tidyNumber(typed) })) await onDone()
  }
  return (
    <Section title={words.enter}>
      <Stack>
        <Field
          label={words.number}
          value={typed}
          hint={words.numberHint(source)}
          maxLength={80}
          onChange={setTyped}
        />
        <Field
          label={words.numberAgain}
          value={again}
          maxLength={80}
          {...(wrong && { error: wrong })}
          onChange={setAgain}
        />
        <View className="workbench-place__note">{words.drawText}</View>
        {drawing.problem && <Refusal problem={drawing.problem} />}
        <Button kind="next" busy={drawing.busy} disabled={again === '' || wrong !== undefined} onTap={send}>
          {words.draw}
        </Button>
      </Stack>
    </Section>
  )
}

function CallOff({ seasonId, stale, onDone }: ActProps & { seasonId: string }) {
  const [asking, setAsking] = useState(false)
  const calling = useCallOffSeason(stale)
  const send = async (reason: string) => {
    const chosen = callOffReasons.find(one => one === reason)
    if (chosen && (await calling.send({ seasonId, reason: chosen }))) await onDone()
  }
  if (!asking)
    return (
      <Button kind="bare" onTap={() => setAsking(true)}>
        {words.callOff}
      </Button>
    )
  return (
    <Section title={words.callOffAsk}>
      <Choices
        label={words.callOffAsk}
        options={callOffReasons.map(value => ({ value, label: callOffWords[value], disabled: calling.busy }))}
        value={null}
        onChange={send}
      />
      {calling.problem && <Refusal problem={calling.problem} />}
      <Button kind="calm" onTap={() => setAsking(false)}>
        {words.keep}
      </Button>
    </Section>
  )
}
