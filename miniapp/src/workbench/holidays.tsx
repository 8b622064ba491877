import { View } from '@tarojs/components'
import { readNotice } from '@yike/shared/circle/rules/notice'
import type { HolidayYear, HolidayYears } from '@yike/shared/circle/schema/holidays'
import { useState } from 'react'
import { api } from '../platform/api'
import { useMe } from '../platform/session'
import { spokenNames } from '../platform/spoken'
import { useQuery } from '../platform/use-query'
import { useSend } from '../platform/use-send'
import { Button, Field, Loaded, Notice, Refusal, Section, Stack, Tag } from '../ui'
import './holidays.css'
import './hours-field.css'
import { daysOf, linesOf } from './view/holidays'
import { holidayWords as words } from './words'

const LONGEST = 4000

/** The years whose holidays are known; supervisors enter the next one. */
export function Holidays() {
  const query = useQuery('circle.holidays', () => api.circle.holidays({}))
  const me = useMe()
  const mayEnter = me?.roles.includes('supervisor') ?? false
  const [said, setSaid] = useState('')
  const done = async (year: number) => {
    setSaid(words.saved(year))
    await query.refresh()
  }
  return (
    <Loaded query={query}>
      {({ years, missing }) => (
        <Stack>
          <View className="workbench-holidays__note">{words.why}</View>
          {said && <Notice tone="green">{said}</Notice>}
          {missing.length > 0 && <Missing missing={missing} />}
          {mayEnter &&
            missing.map(year => (
              <Enter key={year} year={year} version={0} title={words.enter(year)} onDone={done} />
            ))}
          {years.map(year => (
            <Year key={`${year.year} ${year.version}`} year={year} mayEnter={mayEnter} onDone={done} />
          ))}
        </Stack>
      )}
    </Loaded>
  )
}

const Missing = ({ missing }: Pick<HolidayYears, 'missing'>) => (
  <Notice tone="persimmon">
    <View>{words.missing(spokenNames(missing))}</View>
    <View>{words.missingText}</View>
  </Notice>
)

interface YearProps {
  year: HolidayYear
  mayEnter: boolean
  onDone: (year: number) => void
}

function Year({ year: known, mayEnter, onDone }: YearProps) {
  const { year, entered, version } = known
  const [correcting, setCorrecting] = useState(false)
  return (
    <>
      <Section
        title={words.year(year)}
        aside={<Tag tone="green">{entered ? words.entered : words.held}</Tag>}
      >
        {linesOf(known).map(line => (
          <View key={line}>{line}</View>
        ))}
        {entered && mayEnter && !correcting && (
          <Button compact kind="calm" onTap={() => setCorrecting(true)}>
            {words.correct(year)}
          </Button>
        )}
      </Section>
      {correcting && <Enter year={year} version={version} title={words.correct(year)} onDone={onDone} />}
    </>
  )
}

interface EnterProps {
  year: number
  version: number
  title: string
  onDone: (year: number) => void
}

/** The notice as published, and below what was understood of it, before anything is saved. */
function Enter({ year, version, title, onDone }: EnterProps) {
  const [text, setText] = useState('')
  const sending = useSend(api.circle.enterHolidays)
  const read = readNotice(text, year)
  const send = async () => {
    if (await sending.send({ year, text, version })) onDone(year)
  }
  const wrong = sending.problem?.fields?.text
  return (
    <Section title={title}>
      <Field
        label={words.text}
        value={text}
        placeholder={words.textExample}
        hint={words.textHint}
        lines={6}
        maxLength={LONGEST}
        required
        error={wrong}
        onChange={typed => {
          setText(typed)
          sending.clear()
        }}
      />
      {!('why' in read) && (
        <View className="workbench-hours__read">
          <View className="workbench-hours__title">{words.understood}</View>
          {linesOf(daysOf(read)).map(line => (
            <View key={line}>{line}</View>
          ))}
        </View>
      )}
      {sending.problem && !wrong && <Refusal problem={sending.problem} />}
      <Button kind="next" busy={sending.busy} disabled={text === ''} onTap={send}>
        {words.save(year)}
      </Button>
    </Section>
  )
}
