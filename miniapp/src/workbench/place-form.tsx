import { View } from '@tarojs/components'
import { type PlaceKind, type PriceClass, placeKinds, priceClasses } from '@yike/shared/circle/schema'
import type { Community } from '@yike/shared/identity/schema'
import { useState } from 'react'
import { kindNames } from '../circle/words'
import { toGcj02 } from '../platform/gcj02'
import { whereAmI } from '../platform/geo'
import { Button, Field, Notice, Section, Segments } from '../ui'
import { Pick } from '../ui/pick'
import { HoursField } from './hours-field'
import './place-form.css'
import { SharedWith } from './shared-with'
import { SpecialDays } from './special-days'
import { optionsOf } from './view/options'
import type { Draft, System, Wrong } from './view/place'
import { placeWords as words } from './words'

interface PlaceFormProps {
  draft: Draft
  wrong: Wrong
  /** The community that answers for it. */
  community: string
  communities: readonly Community[]
  onChange: (part: Partial<Draft>) => void
}

const kinds = () => placeKinds.map(kind => ({ value: kind, label: kindNames[kind] }))
const prices = () => [
  ...priceClasses.map(price => ({ value: price, label: words.price[price] })),
  { value: 'unknown', label: words.noPrice },
]
const steps = () => (['yes', 'no', 'unknown'] as const).map(value => ({ value, label: words.step[value] }))

export function PlaceForm({ draft, wrong, community, communities, onChange }: PlaceFormProps) {
  const fieldOf = (name: 'name' | 'address' | 'phone') => ({
    label: words.field[name],
    value: draft[name],
    error: wrong[name],
    onChange: (typed: string) => onChange({ [name]: typed }),
  })
  return (
    <>
      <View className="workbench-place__grid">
        <Field {...fieldOf('name')} required placeholder={words.nameExample} maxLength={80} />
        <Pick
          label={words.field.kind}
          options={kinds()}
          value={draft.kind}
          onChange={kind => onChange({ kind: kind as PlaceKind })}
        />
        <Field {...fieldOf('address')} placeholder={words.addressExample} maxLength={200} />
        <Field {...fieldOf('phone')} kind="phone" placeholder={words.phoneExample} maxLength={40} />
      </View>
      <HoursField
        value={draft.hours}
        kind={draft.kind}
        error={wrong.hours}
        onChange={hours => onChange({ hours })}
      />
      <SpecialDays
        days={draft.specialDays}
        error={wrong.specialDays}
        onChange={specialDays => onChange({ specialDays })}
      />
      <Where draft={draft} error={wrong.position} onChange={onChange} />
      <View className="workbench-place__grid">
        <Pick
          label={words.field.priceClass}
          options={prices()}
          value={draft.price}
          onChange={price => onChange({ price: price as PriceClass | 'unknown' })}
        />
        <Pick
          label={words.field.stepFree}
          options={steps()}
          value={draft.step}
          onChange={step => onChange({ step: step as Draft['step'] })}
        />
        <Field
          label={words.field.areaSquareMeters}
          value={draft.area}
          kind="number"
          hint={words.areaHint}
          error={wrong.areaSquareMeters}
          maxLength={7}
          onChange={area => onChange({ area })}
        />
      </View>
      <SharedWith
        communities={communities}
        home={community}
        chosen={draft.sharedWith}
        error={wrong.sharedWith}
        onChange={sharedWith => onChange({ sharedWith })}
      />
    </>
  )
}

function Where({
  draft,
  error,
  onChange,
}: {
  draft: Draft
  error: string | undefined
  onChange: PlaceFormProps['onChange']
}) {
  const [refused, setRefused] = useState(false)
  const here = async () => {
    const { from, ...at } = await whereAmI({ lng: 0, lat: 0 })
    setRefused(from !== 'here')
    if (from !== 'here') return
    const { lng, lat } = toGcj02(at)
    onChange({ position: `${lng.toFixed(6)}, ${lat.toFixed(6)}`, system: 'gcj02' })
  }
  return (
    <Section title={words.field.position}>
      <Field
        label={words.degrees}
        value={draft.position}
        required
        hint={words.positionHint}
        error={error}
        maxLength={60}
        onChange={position => onChange({ position })}
      />
      <Segments
        label={words.system}
        options={optionsOf(words.systems)}
        value={draft.system}
        onChange={system => onChange({ system: system as System })}
      />
      {refused && <Notice tone="waiting">{words.noHere}</Notice>}
      <Button compact kind="bare" onTap={here}>
        {words.here}
      </Button>
    </Section>
  )
}
