import { useState } from 'react'
import {
  Button,
  Card,
  Choices,
  Confirm,
  DayStrip,
  Face,
  Field,
  QuarterRing,
  Screen,
  Section,
  Segments,
  Sheet,
  SlotGrid,
  Stepper,
  Tag,
  Timeline,
  Toggle,
} from '../../ui'

export default function Enter() {
  const [s, set] = useState<Record<string, any>>({ n: 2, seg: 'a', day: '2026-11-23', slot: '2', t: true })
  const up = (k: string) => (v: unknown) => set(o => ({ ...o, [k]: v }))
  return (
    <Screen
      title="控件"
      foot={
        <Button kind="next" onTap={() => up('sheet')(true)}>
          预约 11月23日 9:00，给妈妈
        </Button>
      }
    >
      <Section title="环" aside="一刻钟">
        {[3, 6, 11, 15].map(m => (
          <QuarterRing key={m} minutes={m} tone={m > 10 ? 'persimmon' : 'green'}>
            {m}
          </QuarterRing>
        ))}
        <Tag tone="green">开着</Tag> <Tag tone="waiting">等审核</Tag> <Tag tone="danger">已退回</Tag>{' '}
        <Tag tone="quiet">免费</Tag>
      </Section>
      <Section title="选">
        <Segments
          label="x"
          value={s.seg}
          onChange={up('seg')}
          options={[
            { value: 'a', label: '30 分钟', count: 3 },
            { value: 'b', label: '60 分钟' },
            { value: 'c', label: '半天' },
          ]}
        />
        <Choices
          label="给谁"
          value={s.who ?? 'm'}
          onChange={up('who')}
          options={[
            { value: 'm', label: '李秀兰', note: '我自己', lead: <Face name="李秀兰" /> },
            { value: 'n', label: '王建国', note: '爸爸', lead: <Face name="王建国" /> },
            {
              value: 'o',
              label: '张三',
              note: '这段时间已有预约',
              lead: <Face name="张三" />,
              disabled: true,
            },
          ]}
        />
      </Section>
      <Section title="日子">
        <DayStrip
          value={s.day}
          onChange={up('day')}
          days={[
            ['2026-11-22', '今天', '22', 0],
            ['2026-11-23', '明天', '23', 4],
            ['2026-11-24', '周二', '24', 12],
            ['2026-11-25', '周三', '25', null],
            ['2026-11-26', '周四', '26', 3],
            ['2026-11-27', '周五', '27', 3],
            ['2026-11-28', '周六', '28', 3],
          ].map(([on, weekday, day, free]) => ({ on, weekday, day, free }) as never)}
        />
        <SlotGrid
          value={s.slot}
          onChange={up('slot')}
          groups={[
            {
              title: '上午',
              slots: [
                { id: '1', label: '08:00–09:00', left: 0 },
                { id: '2', label: '09:00–10:00', left: 2 },
                { id: '3', label: '10:00–11:00', left: 5, closed: '离开始太近' },
              ],
            },
            { title: '下午', slots: [{ id: '4', label: '14:00–15:00', left: 2 }] },
          ]}
        />
      </Section>
      <Section title="填">
        <Field
          label="事由"
          required
          value={s.f ?? ''}
          onChange={up('f')}
          placeholder="路灯不亮"
          error={s.f === 'x' ? '太短了' : ''}
          hint="一句话说清"
        />
        <Field label="说明" lines={3} value={s.g ?? ''} onChange={up('g')} />
        <Stepper label="几个人" value={s.n} onChange={up('n')} min={1} max={5} unit="人" />
        <Toggle label="提醒家人" on={s.t} onChange={up('t')} hint="开始前一小时" />
        <Button onTap={() => up('c')(true)} kind="calm">
          取消预约
        </Button>
        <Button compact onTap={() => {}}>
          打电话
        </Button>
        <Button compact busy onTap={() => {}}>
          提交
        </Button>
        <Confirm
          open={!!s.c}
          question="真的取消明天 9:00 的预约吗？"
          yes="取消预约"
          no="先不取消"
          onYes={() => up('c')(false)}
          onNo={() => up('c')(false)}
        />
      </Section>
      <Section title="经过">
        <Card>
          <Timeline
            steps={[
              { id: '1', when: '11月22日 9:30', what: '已提交', who: '您', tone: 'green' },
              {
                id: '2',
                when: '11月24日前',
                what: '社区审核',
                who: '清华园社区',
                tone: 'waiting',
                now: true,
              },
            ]}
          />
        </Card>
      </Section>
      <Sheet open={!!s.sheet} title="按需要找" onClose={() => up('sheet')(false)}>
        内容
      </Sheet>
    </Screen>
  )
}
