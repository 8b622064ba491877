import { useState } from 'react'
import { Notice, Section } from '../ui'
import { TaskLine } from './task-line'
import { useMenu } from './use-volunteer'
import { words } from './words'

/** The next task that I could take, with its button. */
export function NextHelp() {
  const { first, pages } = useMenu()
  const [said, setSaid] = useState<string | null>(null)
  const task = pages.flatMap(({ tasks }) => tasks).find(({ can }) => can.includes('claim'))
  if (!task && !said) return null
  return (
    <Section title={words.couldHelp}>
      {said && <Notice tone="green">{said}</Notice>}
      {task && (
        <TaskLine
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
