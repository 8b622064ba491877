import { useState } from 'react'
import { Field, Section } from '..'

/** Fields: empty, filled, wrong, shut, long, for a number, for a search. */
export function Writing() {
  const [text, setText] = useState('')
  const field = { value: text, onChange: setText }
  const shut = { onChange: () => undefined }
  return (
    <Section title="填写">
      <Field label="怎么称呼" placeholder="比如：妈妈" hint="家里人看得懂就行" {...field} />
      <Field label="想办什么事" value="三号楼门口装扶手" required {...shut} />
      <Field label="出生日期" value="1950" kind="number" error="请写八位数字，如 19500301" {...shut} />
      <Field label="社区" value="桂花里社区" disabled {...shut} />
      <Field label="为什么需要" placeholder="谁用得上" lines={3} maxLength={200} {...field} />
      <Field label="快写满" value={'好'.repeat(38)} maxLength={40} {...shut} />
      <Field label="写多了" value={'好'.repeat(43)} maxLength={40} {...shut} />
      <Field label="找服务" kind="search" placeholder="食堂、托管、理发…" {...field} />
    </Section>
  )
}
