import { counterModes } from '@yike/shared/booking/kinds'
import { MOST_SORTS } from '@yike/shared/booking/rules/equipment'
import { Field, Section, Toggle } from '../ui'
import type { OfferingPartProps } from './offering-minutes'
import { Rows } from './rows'
import { offeringWords as words } from './words'

const withStaff = ['elderCare', 'childcare']

/** Who looks after the guests, what a matter needs, and that it is closed for a while. */
export function Staffing({ draft, wrong, onChange }: OfferingPartProps) {
  return (
    <>
      {withStaff.includes(draft.kind) && !draft.sharesWith && (
        <Toggle
          label={words.staffing}
          hint={words.staffingHint}
          on={draft.staffed}
          onChange={staffed => onChange({ staffed })}
        />
      )}
      {draft.staffed && !draft.sharesWith && (
        <Rows
          title={words.staffing}
          rows={draft.carers}
          fresh={{ name: '', hours: '' }}
          most={30}
          error={wrong.staffing}
          onChange={carers => onChange({ carers })}
        >
          {(row, write) => (
            <>
              <Field
                label={words.carer}
                value={row.name ?? ''}
                maxLength={20}
                onChange={name => write({ name })}
              />
              <Field
                label={words.duty}
                value={row.hours ?? ''}
                placeholder={words.dutyExample}
                maxLength={100}
                onChange={hours => write({ hours })}
              />
            </>
          )}
        </Rows>
      )}
      {draft.staffed && !draft.sharesWith && (
        <Field
          label={words.ratio}
          value={draft.ratio}
          kind="number"
          maxLength={3}
          onChange={ratio => onChange({ ratio })}
        />
      )}
      {draft.kind === 'venue' && !draft.sharesWith && (
        <Rows
          title={words.equipment}
          hint={words.equipmentHint}
          rows={draft.equipment}
          fresh={{ name: '', count: '1', id: '' }}
          most={MOST_SORTS}
          error={wrong.equipment}
          onChange={equipment => onChange({ equipment })}
        >
          {(row, write) => (
            <>
              <Field
                label={words.thing}
                value={row.name ?? ''}
                placeholder={words.thingExample}
                maxLength={20}
                onChange={name => write({ name })}
              />
              <Field
                label={words.howMany}
                value={row.count ?? ''}
                kind="number"
                maxLength={3}
                onChange={count => write({ count })}
              />
            </>
          )}
        </Rows>
      )}
      {draft.kind === 'counter' && (
        <>
          <Rows
            title={words.papers}
            rows={draft.papers}
            fresh={{ name: '', note: '' }}
            most={20}
            error={wrong.papers}
            onChange={papers => onChange({ papers })}
          >
            {(row, write) => (
              <>
                <Field
                  label={words.paper}
                  value={row.name ?? ''}
                  maxLength={40}
                  onChange={name => write({ name })}
                />
                <Field
                  label={words.paperNote}
                  value={row.note ?? ''}
                  maxLength={80}
                  onChange={note => write({ note })}
                />
              </>
            )}
          </Rows>
          <Section title={words.modes}>
            {counterModes.map(mode => (
              <Toggle
                key={mode}
                label={words.modeNames[mode]}
                on={draft.modes.includes(mode)}
                onChange={on =>
                  onChange({
                    modes: counterModes.filter(one => (one === mode ? on : draft.modes.includes(one))),
                  })
                }
              />
            ))}
          </Section>
        </>
      )}
    </>
  )
}
