import type { Entry } from '@yike/shared/circle/schema/upkeep'
import { useState } from 'react'
import type { Stale } from '../platform/use-stale'
import { Button, Confirm, Field, Refusal } from '../ui'
import { Affected } from './affected'
import { useAffected } from './use-offerings'
import { useClosePlace } from './use-places'
import { useReason } from './use-reason'
import { placeWords as words } from './words'

interface ClosingProps {
  seen: Pick<Entry, 'placeId' | 'version'>
  stale: Stale
  onDone: (sentence: string) => Promise<void>
}

/** Closing a place for good: why, and whom it hits. */
export function Closing({ seen, stale, onDone }: ClosingProps) {
  const [asking, setAsking] = useState(false)
  const { field, take } = useReason()
  const closing = useClosePlace(stale)
  const affected = useAffected()
  const ask = async () => {
    setAsking(true)
    await affected.hitsNobody({ placeId: seen.placeId, closed: true })
  }
  const close = async () => {
    const reason = take()
    if (reason !== undefined && (await closing.send({ ...seen, reason }))) await onDone(words.closed)
  }
  if (!asking)
    return (
      <Button kind="bare" onTap={ask}>
        {words.close}
      </Button>
    )
  return (
    <Confirm
      open
      question={words.closeAsk}
      yes={words.closeYes}
      no={words.closeNo}
      busy={closing.busy}
      onYes={close}
      onNo={() => setAsking(false)}
    >
      <Field label={words.closeWhy} placeholder={words.closeWhyExample} {...field} />
      {affected.found && <Affected {...affected.found} />}
      {closing.problem && <Refusal problem={closing.problem} />}
    </Confirm>
  )
}
