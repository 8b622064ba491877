import { useComfort } from '../platform/comfort'
import type { FieldProps } from './types'
import { controlWords as words } from './words'

/**
 * Large words do not fit into a field: in 长辈版 its example stands below, where it may take two lines, as a sentence of
 * its own and until something is written.
 */
export function useHints({ placeholder, hint, ...field }: FieldProps): FieldProps {
  const { elder } = useComfort()
  const example = elder && field.value === '' ? placeholder : undefined
  const below = example ? words.example(example, hint) : hint
  return {
    ...field,
    ...(elder || !placeholder ? {} : { placeholder }),
    ...(below ? { hint: below } : {}),
  }
}
