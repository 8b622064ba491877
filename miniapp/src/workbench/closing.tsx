import type { Affected as Hit } from '@yike/shared/booking/schema/affected'
import type { Entry } from '@yike/shared/circle/schema/upkeep'
import type { Stale } from '../platform/use-stale'
import { Confirm, Field, Refusal } from '../ui'
import { Affected } from './affected'
import type { useAffected } from './use-offerings'
import { useClosePlace } from './use-places'
import { useReason } from './use-reason'
import { placeWords as words } from './words'

interface ClosingProps {
  seen: Pick<Entry, 'placeId' | 'version'>
  /** Whom it hits, as soon as that is known; before, nothing is closed. */
  hits: Pick<ReturnType<typeof useAffected>, 'found' | 'problem' | 'more' | 'whole' | 'busy'>
  onAsk: () => void
  stale: Stale
  /** With all whom it hit. */
  onDone: (sentence: string, hit?: Hit) => Promise<void>
  onNo: () => void
}

/** Asks before a place is closed for good: why, and whom it hits. */
export function Closing({ seen, hits, onAsk, stale, onDone, onNo }: ClosingProps) {
  const { field, take, forget } = useReason(`close:${seen.placeId}`)
  const closing = useClosePlace(stale)
  const close = async () => {
    const reason = take()
    if (reason === undefined) return
    if (!hits.found) return onAsk()
    const hit = await hits.whole()
    if (!(await closing.send({ ...seen, reason }))) return
    forget()
    await onDone(words.closed, hit)
  }
  const problem = closing.problem ?? hits.problem
  return (
    <Confirm
      open
      question={words.closeAsk}
      yes={words.closeYes}
      no={words.closeNo}
      busy={closing.busy || hits.busy}
      onYes={close}
      onNo={onNo}
    >
      <Field label={words.closeWhy} placeholder={words.closeWhyExample} {...field} />
      {hits.found && <Affected found={hits.found} onMore={hits.more} busy={hits.busy} />}
      {problem && <Refusal problem={problem} />}
    </Confirm>
  )
}
