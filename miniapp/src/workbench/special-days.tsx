import { Field } from '../ui'
import { Rows } from './rows'
import type { SpecialDraft } from './view/place'
import { placeWords as words } from './words'

interface SpecialDaysProps {
  days: readonly SpecialDraft[]
  error?: string | undefined
  onChange: (days: readonly SpecialDraft[]) => void
}

const DATE_LENGTH = 10

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
          <Field
            label={words.specialFrom}
            value={one.from}
            placeholder={words.dateExample}
            maxLength={DATE_LENGTH}
            onChange={from => write({ from })}
          />
          <Field
            label={words.specialTo}
            value={one.to}
            placeholder={words.dateExample}
            maxLength={DATE_LENGTH}
            onChange={to => write({ to })}
          />
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
