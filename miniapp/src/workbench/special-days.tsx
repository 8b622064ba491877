import { Field } from '../ui'
import { DateFields } from './date-fields'
import { Rows } from './rows'
import type { SpecialDraft } from './view/place'
import { placeWords as words } from './words'

interface SpecialDaysProps {
  days: readonly SpecialDraft[]
  error?: string | undefined
  onChange: (days: readonly SpecialDraft[]) => void
}

/** Dates on which something else holds: repairs, a holiday of one's own, a long evening. */
export function SpecialDays({ days, error, onChange }: SpecialDaysProps) {
  return (
    <Rows
      title={words.special}
      rows={days}
      fresh={{ from: '', to: '', hours: '', note: '' }}
      most={20}
      hint={words.specialHint}
      error={error}
      onChange={onChange}
    >
      {(one, write) => (
        <>
          <DateFields of={one} onChange={write} />
          <Field
            label={words.specialHours}
            value={one.hours}
            placeholder={words.specialHoursExample}
            maxLength={100}
            onChange={hours => write({ hours })}
          />
          <Field
            label={words.specialNote}
            value={one.note}
            placeholder={words.specialNoteExample}
            maxLength={40}
            onChange={note => write({ note })}
          />
        </>
      )}
    </Rows>
  )
}
