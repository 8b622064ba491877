import type { MicroProject } from '@yike/shared/microproject/schema'
import { useState } from 'react'
import { open } from '../platform/route'
import type { Stale } from '../platform/use-stale'
import { Button, Confirm, Refusal, Stack } from '../ui'
import { useGiveUp } from './use-microproject'
import { words } from './words'

interface ActProps {
  project: MicroProject
  /** With the sentence that says what was done. */
  onDone: (sentence: string) => void
  stale: Stale
}

/** What its owner can do with a request now. Staff decide at the workbench, not here. */
export function Act({ project, onDone, stale }: ActProps) {
  const { microprojectId, can } = project
  const [asking, setAsking] = useState(false)
  const { busy, problem, giveUp } = useGiveUp(project, { stale, onDone })
  const withdraw = () => giveUp().finally(() => setAsking(false))
  return (
    <>
      {problem && <Refusal problem={problem} />}
      <Confirm
        open={asking}
        question={words.withdrawAsk}
        yes={words.withdraw}
        no={words.keep}
        busy={busy}
        onYes={withdraw}
        onNo={() => setAsking(false)}
      >
        {words.withdrawText}
      </Confirm>
      {!asking && (
        <Stack>
          {can.includes('refile') && (
            <Button kind="next" onTap={() => open('/microproject/pages/file', { microprojectId })}>
              {words.refile}
            </Button>
          )}
          {can.includes('withdraw') && (
            <Button kind="calm" onTap={() => setAsking(true)}>
              {words.withdraw}
            </Button>
          )}
        </Stack>
      )}
    </>
  )
}
