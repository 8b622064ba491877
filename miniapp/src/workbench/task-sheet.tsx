import { View } from '@tarojs/components'
import type { Task } from '@yike/shared/volunteer/schema'
import { useState } from 'react'
import { api } from '../platform/api'
import { focusOn, focusOnWrong } from '../platform/focus'
import { now, spokenList, spokenMoment } from '../platform/spoken'
import { useChanges } from '../platform/use-changes'
import { useChecked } from '../platform/use-checked'
import { useQuery } from '../platform/use-query'
import { useSend } from '../platform/use-send'
import { useStale } from '../platform/use-stale'
import { Button, Field, Loaded, Notice, Refusal, Row, Stack, Stale, Tag } from '../ui'
import { aria } from '../ui/aria'
import './case-sheet.css'
import { checkedWords } from './view/plan'
import { publishWords, taskWords as words } from './words'

interface TaskSheetProps {
  taskId: string
  /** With the sentence that says what was done. */
  onDone: (sentence: string) => void
}

/** A task whose words WeChat did not pass or could not judge: they are read by somebody, or written anew. */
export function TaskSheet({ taskId, onDone }: TaskSheetProps) {
  const task = useQuery(`volunteer.task:${taskId}`, () => api.volunteer.task({ taskId }))
  return (
    <Loaded query={task}>{found => <Sheet task={found} onDone={onDone} onStale={task.refresh} />}</Loaded>
  )
}

interface SheetProps extends Pick<TaskSheetProps, 'onDone'> {
  task: Task
  onStale: () => Promise<void>
}

const FORM = 'workbench-words'

function Sheet({ task, onDone, onStale }: SheetProps) {
  const { taskId, title, what, where, kind, startAt, endAt, places, left, wording } = task
  const at = now()
  const isOver = endAt <= at
  const nobody = left === places
  /** People have gone by what it says. */
  const isUnderWay = !isOver && !nobody && startAt <= at
  const doubt = wording === 'review' || wording === 'risky' ? wording : undefined
  const [isWriting, setIsWriting] = useState(false)
  const stale = useStale(onStale)
  const passing = useSend(api.volunteer.passWords, stale.tell)
  const pass = async () => {
    if (await passing.send({ taskId })) onDone(words.passed(title))
  }
  const write = () => {
    setIsWriting(true)
    focusOn(FORM)
  }
  return (
    <View className="workbench-case">
      <Row>
        <Tag tone="quiet">{publishWords.taskKinds[kind]}</Tag>
      </Row>
      <View className="workbench-case__title" {...aria({ role: 'heading', level: 2 })}>
        {title}
      </View>
      {doubt ? (
        <Notice tone={doubt === 'risky' ? 'danger' : 'waiting'}>
          {isOver ? words.over : words.doubt[doubt]}
        </Notice>
      ) : (
        <Notice tone="quiet">{words.settled}</Notice>
      )}
      <View className="workbench-case__text">
        <View className="workbench-case__name">{publishWords.what}</View>
        {what}
      </View>
      <View className="workbench-case__text">{spokenList(spokenMoment(startAt, at), where)}</View>
      {doubt && !isOver && !nobody && (
        <View className="workbench-case__text">
          {isUnderWay ? words.started : words.claimed(places - left)}
        </View>
      )}
      <Stale stale={stale} />
      {passing.problem && <Refusal problem={passing.problem} />}
      {doubt && isWriting && (
        <Rewrite task={task} onDone={onDone} onKeep={() => setIsWriting(false)} tell={stale.tell} />
      )}
      {doubt && !isWriting && (
        <Stack>
          {(doubt === 'review' || isOver || isUnderWay) && (
            <Button kind="go" busy={passing.busy} onTap={pass}>
              {doubt === 'risky' || isOver ? words.seen : words.read}
            </Button>
          )}
          {!isOver && !isUnderWay && (
            <Button kind={doubt === 'risky' ? 'next' : 'calm'} onTap={write}>
              {words.rewrite}
            </Button>
          )}
        </Stack>
      )}
    </View>
  )
}

interface RewriteProps extends Pick<TaskSheetProps, 'onDone'> {
  task: Task
  onKeep: () => void
  tell: ReturnType<typeof useStale>['tell']
}

function Rewrite({ task: { taskId, title, what, where }, onDone, onKeep, tell }: RewriteProps) {
  const { draft, change, saved } = useChanges(`words:${taskId}`, 0, { title, what, where })
  const rewording = useSend(api.volunteer.reword, tell)
  const read = checkedWords(taskId, draft)
  const { wrong, tried } = useChecked(read)
  const send = async () => {
    tried()
    if ('wrong' in read) return focusOnWrong(FORM)
    if (!(await rewording.send(read.words))) return
    saved()
    onDone(words.reworded(read.words.title))
  }
  const fieldOf = (name: keyof typeof draft) => ({
    value: draft[name],
    error: wrong[name] ?? rewording.problem?.fields?.[name],
    required: true,
    onChange: (written: string) => change({ [name]: written }),
  })
  return (
    <View id={FORM}>
      <Field
        {...fieldOf('title')}
        label={publishWords.name}
        placeholder={publishWords.nameExample}
        maxLength={40}
      />
      <Field
        {...fieldOf('what')}
        label={publishWords.what}
        placeholder={publishWords.whatExample}
        lines={3}
        maxLength={500}
      />
      <Field
        {...fieldOf('where')}
        label={publishWords.where}
        placeholder={publishWords.whereExample}
        maxLength={80}
      />
      {rewording.problem && <Refusal problem={rewording.problem} />}
      <Button kind="next" busy={rewording.busy} onTap={send}>
        {words.send}
      </Button>
      <Button kind="bare" onTap={onKeep}>
        {words.keep}
      </Button>
    </View>
  )
}
