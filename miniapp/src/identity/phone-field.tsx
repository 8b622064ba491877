import { Field } from '../ui'
import type { usePhone } from './use-phone'
import { phoneWords as words } from './words/phone'

/** Where the number is written. To be done with the keyboard is no consent: only the button that names it gives the number. */
export const PhoneField = ({ form }: { form: ReturnType<typeof usePhone> }) => (
  <Field
    label={words.field}
    kind="phone"
    placeholder={words.example}
    required
    value={form.typed}
    error={form.wrong}
    onChange={form.type}
  />
)
