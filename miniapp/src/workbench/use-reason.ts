import { useChecked } from '../platform/use-checked'
import { useDraft } from '../platform/use-draft'
import { lengthOf } from '../ui'
import { words } from './words'

const SHORTEST = 2
const LONGEST = 200

/**
 * A reason that residents will read: the field it is written in, and `take`, which answers it once it is long enough. It is
 * kept until it has reached them; `of`: what it is about.
 */
export function useReason(of: string) {
  const { draft, change, forget } = useDraft('reason', of, { reason: '' })
  const { reason } = draft
  const length = lengthOf(reason)
  const read = length < SHORTEST ? { wrong: { reason: words.reasonMissing } } : { reason }
  const { wrong, tried } = useChecked(read)
  return {
    field: {
      value: reason,
      onChange: (written: string) => change({ reason: written }),
      maxLength: LONGEST,
      required: true,
      error: wrong.reason,
    },
    forget,
    take(): string | undefined {
      tried()
      return 'reason' in read && length <= LONGEST ? reason : undefined
    },
  }
}
