import { useComfort } from '../platform/comfort'
import { spokenList } from '../platform/spoken'
import type { FieldProps } from './types'

/** Large words do not fit into a field: in 长辈版 its example stands below, where it may take two lines and stays. */
export function useHints({ placeholder, hint, ...field }: FieldProps): FieldProps {
  const { elder } = useComfort()
  const below = elder ? spokenList(placeholder, hint) : hint
  return {
    ...field,
    ...(elder || !placeholder ? {} : { placeholder }),
    ...(below ? { hint: below } : {}),
  }
}
