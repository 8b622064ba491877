import { useState } from 'react'
import { now } from '../platform/spoken'
import { Answer, Notice, Outcome, Section, Stale } from '../ui'
import { type TaskLineProps, useClaimHere } from './task-line'
import { useMenu } from './use-volunteer'
import { whenWords } from './view'
import { words } from './words'

/** The next task that I could take: one answer takes it. */
export function NextHelp() {
  const { first, pages } = useMenu()
  const [said, setSaid] = useState('')
  const task = pages.flatMap(({ tasks }) => tasks).find(({ can }) => can.includes('claim'))
  if (!task && !said) return null
  return (
    <Section title={words.couldHelp}>
      {said && <Notice tone="green">{said}</Notice>}
      {task && (
        <Help
          task={task}
          onStale={first.refresh}
          onClaimed={async sentence => {
            setSaid(sentence)
            await first.refresh()
          }}
        />
      )}
    </Section>
  )
}

function Help(props: TaskLineProps) {
  const { stale, claiming, claim } = useClaimHere(props)
  const { task } = props
  return (
    <>
      <Stale stale={stale} />
      <Outcome of={claiming} named />
      {!claiming.away && (
        <Answer
          icon="volunteer"
          title={words.claimNamed(task.title)}
          note={whenWords(task, now())}
          busy={claiming.busy}
          onTap={claim}
        />
      )}
    </>
  )
}
