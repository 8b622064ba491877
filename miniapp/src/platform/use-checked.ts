import { useState } from 'react'

export type Wrong<Field extends string> = Partial<Record<Field, string>>

/**
 * What is wrong with a form, field by field: nothing until it is sent for the first time, from then on as it stands now,
 * so that a field which is put right is right at once. Once it is done the next one begins unsent.
 */
export function useChecked<Field extends string, T extends object>(
  read: T | { wrong: Wrong<Field> },
): { wrong: Wrong<Field>; tried: () => void; done: () => void } {
  const [isTried, setTried] = useState(false)
  return {
    wrong: isTried && 'wrong' in read ? read.wrong : {},
    tried: () => setTried(true),
    done: () => setTried(false),
  }
}
