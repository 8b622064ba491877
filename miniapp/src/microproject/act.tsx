import type { MicroProject } from '@yike/shared/microproject/schema'
import { useState } from 'react'
import { open } from '../platform/route'
import type { Stale } from '../platform/use-stale'
import { Button, Confirm, Refusal, Stack } from '../ui'
import { useWithdraw } from './use-microproject'
import { words } from './words'

interface ActProps {
  project: MicroProject
  /** With the sentence that says what was done. */
  onDone: (sentence: string) => void
  stale: Stale
}

/** What its owner can do with a request now. Staff decide at the workbench, not here. */
export function Act({ project: { microprojectId, can }, onDone, stale }: ActProps) {
  const [asking, setAsking] = useState(false)
  const withdrawing = useWithdraw(stale)
  const withdraw = async () => {
    const done = await withdrawing.send({ microprojectId })
    setAsking(false)
    if (done) onDone(words.withdrawn)
  }
  return (
    <>
      {withdrawing.problem && <Refusal problem={withdrawing.problem} />}
      <Confirm
        open={asking}
        question={words.withdrawAsk}
        yes={words.withdraw}
        no={words.keep}
        busy={withdrawing.busy}
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
