import { View } from '@tarojs/components'
import { type Meal, meals } from '@yike/shared/booking/rules/pickup'
import type { Pickup } from '@yike/shared/booking/schema/pickup'
import { Tick } from '../booking/tick'
import { pickupWords } from '../booking/words/pickup'
import { Button, Choices, Field } from '../ui'
import { Pick } from '../ui/pick'
import { temperatureOf } from './view/class'
import { classWords as words } from './words'

/** What every form of a child's day is given. */
export interface FormProps {
  placeId: string
  child: Pickup
  onDone: () => Promise<void>
  onClose: () => void
}

type Medicine = 'received' | 'given'

/** How a child is, as it is typed. */
export interface Typed {
  temperature: string
  meal: Meal | ''
  medicine: Medicine | ''
  onPaper: boolean
  note: string
}
export const nothingTyped: Typed = { temperature: '', meal: '', medicine: '', onPaper: false, note: '' }

/** What is sent of it; null: the temperature is none. */
export const stateOf = ({ temperature, meal, medicine, note }: Typed) => {
  const temperatureDeci = temperatureOf(temperature)
  if (temperatureDeci === null) return null
  return {
    ...(temperatureDeci !== undefined && { temperatureDeci }),
    ...(meal && { meal }),
    ...(medicine && { medicine }),
    ...(note.trim() && { note }),
  }
}

interface StateFieldsProps {
  typed: Typed
  /** At that moment meals and medicine are of interest, or are not. */
  asks: readonly ('meal' | Medicine)[]
  onChange: (typed: Typed) => void
}

export function StateFields({ typed, asks, onChange }: StateFieldsProps) {
  const set = (part: Partial<Typed>) => onChange({ ...typed, ...part })
  const medicines = (['received', 'given'] as const).filter(one => asks.includes(one))
  return (
    <>
      <Field
        label={words.temperature}
        placeholder={words.temperatureExample}
        value={typed.temperature}
        error={
          temperatureOf(typed.temperature) === null && typed.temperature.length > 1
            ? words.temperatureWrong
            : ''
        }
        onChange={temperature => set({ temperature })}
      />
      {asks.includes('meal') && (
        <Pick
          label={words.meal}
          options={[
            { value: '', label: words.mealNone },
            ...meals.map(value => ({ value, label: pickupWords.meals[value] })),
          ]}
          value={typed.meal}
          onChange={meal => set({ meal: meal as Typed['meal'] })}
        />
      )}
      {medicines.length > 0 && (
        <Pick
          label={words.medicine}
          options={[
            { value: '', label: words.medicines.none },
            ...medicines.map(value => ({ value, label: words.medicines[value] })),
          ]}
          value={typed.medicine}
          onChange={medicine => set({ medicine: medicine as Typed['medicine'] })}
        />
      )}
      {typed.medicine === 'received' && (
        <Tick label={words.onPaper} on={typed.onPaper} onChange={onPaper => set({ onPaper })} />
      )}
      <Field
        label={words.remark}
        placeholder={words.remarkExample}
        lines={2}
        maxLength={200}
        value={typed.note}
        onChange={note => set({ note })}
      />
    </>
  )
}

/** Whoever booked. */
export const GUARDIAN = 'guardian'

interface WhoProps {
  label: string
  fetchers: Pickup['fetchers']
  /** Whoever else may be chosen. */
  also?: readonly { value: string; label: string }[]
  value: string
  onChange: (value: string) => void
}

/** The guardian, or one of those who are named. */
export const Who = ({ label, fetchers, also = [], value, onChange }: WhoProps) => (
  <Choices
    named
    label={label}
    options={[
      { value: GUARDIAN, label: words.guardian },
      ...fetchers.map(({ fetcherId, name, relation }) => ({
        value: fetcherId,
        label: name,
        note: pickupWords.relations[relation],
      })),
      ...also,
    ]}
    value={value}
    onChange={onChange}
  />
)

interface ActsProps {
  kind: 'go' | 'next'
  label: string
  busy: boolean
  onTap: () => void
  /** The other way to do it. */
  other?: { label: string; onTap: () => void } | undefined
  onClose: () => void
}

export const FormActs = ({ kind, label, busy, onTap, other, onClose }: ActsProps) => (
  <View className="workbench-child__acts">
    <Button compact kind={kind} busy={busy} onTap={onTap}>
      {label}
    </Button>
    {other && (
      <Button compact kind="calm" onTap={other.onTap}>
        {other.label}
      </Button>
    )}
    <Button compact kind="bare" onTap={onClose}>
      {words.cancel}
    </Button>
  </View>
)
