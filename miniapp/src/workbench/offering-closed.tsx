import { Field, Section, Toggle } from '../ui'
import { DateFields } from './date-fields'
import type { OfferingPartProps } from './offering-minutes'
import { Rows } from './rows'
import { offeringWords as words } from './words'

/** When it is closed although its hours say otherwise: on some days, or until somebody takes the pause away. */
export function OfferingClosed({ draft, wrong, onChange }: OfferingPartProps) {
  return (
    <>
      <Rows
        title={words.closures}
        rows={draft.closures}
        fresh={{ from: '', to: '', why: '' }}
        most={30}
        error={wrong.closures}
        onChange={closures => onChange({ closures })}
      >
        {(row, write) => (
          <>
            <DateFields of={row} onChange={write} />
            <Field
              label={words.why}
              value={row.why ?? ''}
              placeholder={words.whyExample}
              maxLength={60}
              onChange={why => write({ why })}
            />
          </>
        )}
      </Rows>
      <Section title={words.pause}>
        <Toggle
          label={words.pause}
          hint={words.pauseHint}
          on={draft.isPaused}
          onChange={isPaused => onChange({ isPaused })}
        />
        {draft.isPaused && (
          <Field
            label={words.pauseWhy}
            value={draft.paused}
            required
            placeholder={words.whyExample}
            maxLength={60}
            error={wrong.paused}
            onChange={paused => onChange({ paused })}
          />
        )}
      </Section>
    </>
  )
}
