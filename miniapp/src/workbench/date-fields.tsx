import { Field } from '../ui'
import { offeringWords as words } from './words'

const DATE_LENGTH = 10

interface DateFieldsProps {
  of: { readonly from?: string; readonly to?: string }
  onChange: (part: { from?: string; to?: string }) => void
}

/** From which date to which, in one of several rows. */
export function DateFields({ of: { from = '', to = '' }, onChange }: DateFieldsProps) {
  const shared = { placeholder: words.dateExample, maxLength: DATE_LENGTH }
  return (
    <>
      <Field {...shared} label={words.from} value={from} onChange={typed => onChange({ from: typed })} />
      <Field {...shared} label={words.to} value={to} onChange={typed => onChange({ to: typed })} />
    </>
  )
}
