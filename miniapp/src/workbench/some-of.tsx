import { Segments } from '../ui'
import { Pick } from '../ui/pick'

interface SomeOfProps {
  label: string
  options: readonly { readonly code: string; readonly name: string }[]
  value: string
  onChange: (code: string) => void
}

/** As many as one sees at once side by side. */
const FEW = 6

/** One region of some: a few side by side, many in a list that opens; of one there is nothing to choose. */
export function SomeOf({ label, options, value, onChange }: SomeOfProps) {
  if (options.length < 2) return null
  const Control = options.length > FEW ? Pick : Segments
  return (
    <Control
      label={label}
      options={options.map(({ code, name }) => ({ value: code, label: name }))}
      value={value}
      onChange={onChange}
    />
  )
}
