import { View } from '@tarojs/components'
import type { Community } from '@yike/shared/identity/schema'
import type { Task } from '@yike/shared/volunteer/schema'
import { useState } from 'react'
import { focusOnWrong } from '../platform/focus'
import { now, spokenDay, spokenHours } from '../platform/spoken'
import { useChecked } from '../platform/use-checked'
import { Button, Field, Outcome } from '../ui'
import { Pick } from '../ui/pick'
import { Stepper } from '../ui/stepper'
import { taskDraft, usePublish } from './use-workbench'
import { publishWords as words } from './words'
import './publish-form.css'
import { optionsOf } from './view/options'
import { checked, dayOf, days, lengths, newPlan, type Plan, starts, timesOf, type Written } from './view/plan'

interface FormProps {
  communities: readonly Community[]
  /** The community whose queue was open. */
  community: string
  onPublished: (task: Task) => void
}

const FORM = 'workbench-publish'
const MOST_PLACES = 200

export function PublishForm({ communities, community, onPublished }: FormProps) {
  const at = now()
  const [plan, setPlan] = useState(() => ({ ...newPlan(community, at), ...taskDraft.get() }))
  const publishing = usePublish()
  const read = checked(plan, at)
  const { wrong, tried } = useChecked(read)
  const change = (part: Partial<Plan>) => {
    const { title, what, where } = { ...plan, ...part }
    taskDraft.set({ title, what, where })
    setPlan({ ...plan, ...part })
    publishing.clear()
  }

  const publish = async () => {
    tried()
    if ('wrong' in read) return focusOnWrong(FORM)
    const task = await publishing.send(read.task)
    if (!task) return
    taskDraft.forget()
    onPublished(task)
  }
  const fieldOf = (name: Written) => ({
    value: plan[name],
    error: wrong[name] ?? publishing.problem?.fields?.[name],
    required: true,
    onChange: (written: string) => change({ [name]: written }),
  })
  if (publishing.away) return <Outcome of={publishing} named />
  const startsThen = starts(plan.on, at)
  const { startAt, endAt } = timesOf(plan)
  return (
    <View id={FORM}>
      {communities.length > 1 && (
        <Pick
          label={words.community}
          options={communities.map(({ code, name }) => ({ value: code, label: name }))}
          value={plan.community}
          onChange={code => change({ community: code })}
        />
      )}
      <Pick
        label={words.kind}
        options={optionsOf(words.taskKinds)}
        value={plan.kind}
        onChange={kind => change({ kind })}
      />
      <Field {...fieldOf('title')} label={words.name} placeholder={words.nameExample} maxLength={40} />
      <Field
        {...fieldOf('what')}
        label={words.what}
        placeholder={words.whatExample}
        lines={3}
        maxLength={500}
      />
      <Field {...fieldOf('where')} label={words.where} placeholder={words.whereExample} maxLength={80} />
      <View className="workbench-publish__times">
        <Pick
          label={words.on}
          options={days(at)}
          value={plan.on}
          onChange={on => change(dayOf(plan, on, at))}
        />
        <Pick
          label={words.start}
          options={startsThen}
          value={String(plan.start)}
          onChange={start => change({ start: Number(start) })}
          error={wrong.startAt ?? publishing.problem?.fields?.startAt}
        />
        <View className="workbench-publish__length">
          <Pick
            label={words.length}
            options={lengths(plan)}
            value={String(plan.length)}
            onChange={length => change({ length: Number(length) })}
          />
        </View>
      </View>
      <Stepper
        label={words.places}
        value={plan.places}
        min={1}
        max={MOST_PLACES}
        spoken={words.people}
        onChange={places => change({ places })}
      />
      <Outcome of={publishing} />
      <View className="workbench-publish__send">
        <Button kind="next" busy={publishing.busy} onTap={publish}>
          {words.send(`${spokenDay(plan.on, at)} ${spokenHours(startAt, endAt)}`)}
        </Button>
      </View>
    </View>
  )
}
