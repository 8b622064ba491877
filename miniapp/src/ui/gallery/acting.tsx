import { useState } from 'react'
import { Button, type ButtonProps, Cell, Confirm, Icon, Row, Section, Stack } from '..'
import { Sheet } from '../sheet'

const kinds: Record<NonNullable<ButtonProps['kind']>, string> = {
  next: '预约明天 09:00',
  go: '保存',
  calm: '先不取消',
  bare: '再看一些',
  danger: '取消预约',
}
const nothing = () => undefined

/** Buttons of every kind and state, lines that lead on, the question in the page, the sheet. */
export function Acting() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Section title="按钮">
        <Stack>
          {Object.entries(kinds).map(([kind, words]) => (
            <Button key={kind} kind={kind as ButtonProps['kind']} onTap={nothing}>
              {words}
            </Button>
          ))}
          <Button busy onTap={nothing}>
            正在提交
          </Button>
          <Button disabled onTap={nothing}>
            先选一天
          </Button>
          <Row>
            <Button compact kind="next" onTap={nothing}>
              预约
            </Button>
            <Button compact kind="calm" onTap={nothing}>
              怎么去
            </Button>
            <Button compact busy onTap={nothing}>
              认领
            </Button>
            <Button compact disabled onTap={nothing}>
              约满
            </Button>
          </Row>
        </Stack>
      </Section>
      <Section title="一行" aside="共 3 行">
        <Cell title="不能点的一行" note="只是告诉您" lead={<Icon name="clock" />} />
        <Cell title="能点的一行" note="点了往下走" lead={<Icon name="notice" />} onTap={nothing} />
        <Cell
          title="字很多的一行也要放得下：清水街道桂花里社区综合养老服务中心二楼康复训练室"
          note="走路 6 分钟"
          aside="3 人"
          onTap={nothing}
        />
      </Section>
      <Section title="问一句">
        <Confirm open question="取消这个预约吗？" yes="取消预约" no="先不取消" onYes={nothing} onNo={nothing}>
          名额马上让给别人。
        </Confirm>
      </Section>
      <Section title="抽屉">
        <Button kind="calm" onTap={() => setOpen(true)}>
          打开
        </Button>
        <Sheet open={open} title="走多远" onClose={() => setOpen(false)}>
          <Cell title="十分钟" onTap={() => setOpen(false)} />
        </Sheet>
      </Section>
    </>
  )
}
