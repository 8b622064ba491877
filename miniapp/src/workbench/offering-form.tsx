import { View } from '@tarojs/components'
import type { BookingKind } from '@yike/shared/booking/kinds'
import type { AddOffering } from '@yike/shared/booking/schema/upkeep'
import type { PriceClass } from '@yike/shared/circle/schema'
import type { RegionCode } from '@yike/shared/identity/schema'
import { useState } from 'react'
import { useComfort } from '../platform/comfort'
import { spokenNames } from '../platform/spoken'
import { Button, Field, Section, Segments, Toggle } from '../ui'
import { Pick } from '../ui/pick'
import { HoursField } from './hours-field'
import './place-form.css'
import { OfferingClosed } from './offering-closed'
import { minutesOf, type OfferingPartProps } from './offering-minutes'
import { OfferingMore } from './offering-more'
import { Purposes } from './offering-purpose'
import { lengths, openings } from './view/minutes'
import { optionsOf } from './view/options'
import { offeringWords as words } from './words'

interface OfferingFormProps extends OfferingPartProps {
  /** Of the place. */
  community: RegionCode
  /** Of an offering that is there already: whom it shares its room with, and that its capacity is bound. */
  room?: { readonly sharedWith: readonly string[]; readonly fixed: boolean }
  /** Of a new one: the others, in whose room it may be. */
  others?: readonly { readonly value: string; readonly label: string }[]
}

/** What most offerings are written with; the rest is folded until somebody asks for it, or it is wrong. */
const usual: readonly (keyof AddOffering)[] = [
  ...(['name', 'forWhom', 'kind', 'sharesWith', 'capacity', 'hours', 'slotMinutes', 'daysAhead'] as const),
  ...(['needsApproval', 'purpose', 'closures', 'paused', 'priceClass', 'priceFen'] as const),
]

export function OfferingForm({ draft, wrong, community, room, others, onChange }: OfferingFormProps) {
  const [isUnfolded, setIsUnfolded] = useState(false)
  const { elder } = useComfort()
  const minutes = minutesOf({ draft, wrong, onChange })
  const isOpen = isUnfolded || Object.keys(wrong).some(name => !usual.some(one => one === name))
  return (
    <>
      <View className="workbench-place__grid">
        <Field
          label={words.name}
          value={draft.name}
          required
          placeholder={words.nameExample}
          maxLength={40}
          error={wrong.name}
          onChange={name => onChange({ name })}
        />
        <Field
          label={words.forWhom}
          value={draft.forWhom}
          required
          // Large letters do not fit the sentence into one line.
          lines={elder ? 2 : 1}
          placeholder={words.forWhomExample}
          maxLength={80}
          error={wrong.forWhom}
          onChange={forWhom => onChange({ forWhom: forWhom.replace(/\s*\n\s*/g, ' ') })}
        />
        {others && (
          <Pick
            label={words.kind}
            options={optionsOf(words.kinds)}
            value={draft.kind}
            onChange={kind => onChange({ kind: kind as BookingKind, purpose: '' })}
          />
        )}
        <Purposes draft={draft} wrong={wrong} onChange={onChange} />
        {others && others.length > 0 && (
          <Pick
            label={words.sharesWith}
            options={[{ value: '', label: words.ownRoom }, ...others]}
            value={draft.sharesWith}
            onChange={sharesWith => onChange({ sharesWith })}
          />
        )}
        {!draft.sharesWith && (
          <Field
            label={words.capacity}
            value={draft.capacity}
            kind="number"
            disabled={room?.fixed ?? false}
            hint={room?.fixed ? words.fixed : words.capacityHint}
            error={wrong.capacity}
            onChange={capacity => onChange({ capacity })}
          />
        )}
      </View>
      {room && room.sharedWith.length > 0 && (
        <View className="workbench-place__note">{words.shared(spokenNames(room.sharedWith))}</View>
      )}
      <HoursField value={draft.hours} error={wrong.hours} onChange={hours => onChange({ hours })} />
      <OfferingClosed draft={draft} wrong={wrong} onChange={onChange} />
      <View className="workbench-place__grid">
        {minutes('slotMinutes', words.slot, lengths, words.length)}
        {minutes('daysAhead', words.daysAhead, openings, words.days)}
      </View>
      <Toggle
        label={words.needsApproval}
        hint={words.needsApprovalHint}
        on={draft.needsApproval}
        onChange={needsApproval => onChange({ needsApproval })}
      />
      <Section title={words.price}>
        <Segments
          label={words.price}
          options={optionsOf(words.priceClass)}
          value={draft.priceClass}
          onChange={priceClass => onChange({ priceClass: priceClass as PriceClass })}
        />
        {draft.priceClass !== 'free' && (
          <Field
            label={words.yuan}
            value={draft.yuan}
            maxLength={9}
            error={wrong.priceFen}
            onChange={yuan => onChange({ yuan })}
          />
        )}
      </Section>
      {!isOpen && (
        <Button kind="calm" onTap={() => setIsUnfolded(true)}>
          {words.more}
        </Button>
      )}
      {isOpen && (
        <OfferingMore
          draft={draft}
          wrong={wrong}
          community={community}
          isNew={!!others}
          onChange={onChange}
        />
      )}
    </>
  )
}
