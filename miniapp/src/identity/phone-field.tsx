import { Field } from '../ui'
import type { usePhone } from './use-phone'
import { phoneWords as words } from './words/phone'

/** Where the number is written. */
export const PhoneField = ({ form }: { form: ReturnType<typeof usePhone> }) => (
  <Field
    label={words.field}
    kind="phone"
    placeholder={words.example}
    required
    value={form.typed}
    error={form.wrong}
    onChange={form.type}
    onConfirm={form.give}
  />
)
