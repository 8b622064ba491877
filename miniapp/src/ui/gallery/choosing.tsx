import { useState } from 'react'
import { Answer, CallPerson, Choices, Facts, Few, Section, Segments, Stack, Tap, Toggle } from '..'
import { DayStrip, SlotGrid } from '../calendar'
import { Pick } from '../pick'
import { Stepper } from '../stepper'

const days = [
  { on: '2026-11-24', weekday: '今天', day: '24', free: 2 },
  { on: '2026-11-25', weekday: '周三', day: '25', free: 0 },
  { on: '2026-11-26', weekday: '周四', day: '26', free: 12 },
  { on: '2026-11-27', weekday: '周五', day: '27', free: null, mark: '休息' },
  { on: '2026-11-28', weekday: '周六', day: '28', free: null, mark: '未定' },
]
const slots = [
  {
    title: '上午',
    slots: [
      { id: 'a', label: '09:00–10:00', left: 3 },
      { id: 'b', label: '10:00–11:00', left: 0 },
    ],
  },
  {
    title: '下午',
    slots: [
      { id: 'c', label: '13:00–14:00', left: 1 },
      { id: 'd', label: '14:00–15:00', left: 4, closed: '离开始太近' },
    ],
  },
]
const kinds = [
  { value: 'works', label: '工程', note: '修一修、装一装' },
  { value: 'service', label: '服务', note: '请人来做' },
  { value: 'goods', label: '实物', note: '现在不收', disabled: true },
]

/** One of several: segments, lines, a list, a day, a slot; on or off; a number. */
export function Choosing() {
  const [stretch, setStretch] = useState<string>('hour')
  const [kind, setKind] = useState<string>('works')
  const [day, setDay] = useState('2026-11-26')
  const [slot, setSlot] = useState('a')
  const [on, setOn] = useState(true)
  const [hours, setHours] = useState(1)
  return (
    <Section title="选择">
      <Stack>
        <Segments
          label="有多久"
          value={stretch}
          onChange={setStretch}
          options={[
            { value: 'half', label: '半小时', count: 2 },
            { value: 'hour', label: '一小时', count: 5 },
            { value: 'day', label: '半天', count: 0 },
          ]}
        />
        <Choices label="哪一类" options={kinds} value={kind} onChange={setKind} />
        <Choices
          label="没选时"
          named
          required
          options={kinds.slice(0, 1)}
          value={null}
          onChange={setKind}
          error="选一类"
        />
        <Pick label="社区" options={kinds} value={kind} onChange={setKind} />
        <Pick label="几点" options={kinds} value={kind} onChange={setKind} error="这个时间已经过了" />
        <Answer
          kind="next"
          title="桂花里日间照料中心"
          note="走路 4 分钟"
          icon="elder"
          onTap={() => setOn(!on)}
        />
        <Answer title="石桥头颐养驿站" note="走路 12 分钟" onTap={() => setOn(!on)} />
        <Answer title="正在问" busy onTap={() => setOn(!on)} />
        <Answer title="今天休息" disabled onTap={() => setOn(!on)} />
        <CallPerson next />
        <Facts>{['养老，开着，到 17:30', '从“家”走过去，4 分钟']}</Facts>
        <Few of={slots.flatMap(group => group.slots)}>
          {({ id, label }) => <Answer key={id} title={label} onTap={() => setOn(!on)} />}
        </Few>
        <Tap selected={on} onTap={() => setOn(!on)}>
          别的都能按
        </Tap>
        <DayStrip days={days} value={day} onChange={setDay} />
        <SlotGrid groups={slots} value={slot} onChange={setSlot} />
        <Toggle label="只看开着的" hint="现在就能去" on={on} onChange={setOn} />
        <Toggle label="只看能约的" on={!on} onChange={next => setOn(!next)} />
        <Stepper
          label="人数"
          value={hours}
          min={1}
          max={9}
          spoken={count => `${count} 人`}
          onChange={setHours}
        />
      </Stack>
    </Section>
  )
}
