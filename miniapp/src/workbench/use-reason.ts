import { useState } from 'react'
import { useChecked } from '../platform/use-checked'
import { lengthOf } from '../ui'
import { words } from './words'

const SHORTEST = 2
const LONGEST = 200

/** A reason that residents will read: the field it is written in, and `take`, which answers it once it is long enough. */
export function useReason() {
  const [reason, setReason] = useState('')
  const length = lengthOf(reason)
  const read = length < SHORTEST ? { wrong: { reason: words.reasonMissing } } : { reason }
  const { wrong, tried } = useChecked(read)
  return {
    field: { value: reason, onChange: setReason, maxLength: LONGEST, required: true, error: wrong.reason },
    take(): string | undefined {
      tried()
      return 'reason' in read && length <= LONGEST ? reason : undefined
    },
  }
}
