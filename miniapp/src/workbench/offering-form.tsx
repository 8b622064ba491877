import { View } from '@tarojs/components'
import type { BookingKind } from '@yike/shared/booking/kinds'
import { leadTimeOf } from '@yike/shared/booking/rules/reminder'
import type { PriceClass } from '@yike/shared/circle/schema'
import type { RegionCode } from '@yike/shared/identity/schema'
import { Field, Section, Segments, Toggle } from '../ui'
import { Pick } from '../ui/pick'
import { DateFields } from './date-fields'
import { HoursField } from './hours-field'
import './place-form.css'
import { Purposes } from './offering-purpose'
import { Staffing } from './offering-staffing'
import { Who } from './offering-who'
import { Rows } from './rows'
import { gaps, lengths, notices, openings, reminders, timesOf } from './view/minutes'
import type { OfferingDraft } from './view/offering/draft'
import type { OfferingWrong } from './view/offering/read'
import { optionsOf } from './view/options'
import { offeringWords as words } from './words'

export interface OfferingPartProps {
  draft: OfferingDraft
  wrong: OfferingWrong
  onChange: (part: Partial<OfferingDraft>) => void
}

interface OfferingFormProps extends OfferingPartProps {
  /** Of the place. */
  community: RegionCode
  /** Of an offering that is there already: whom it shares its room with, and that its capacity is bound. */
  room?: { readonly sharedWith: readonly string[]; readonly fixed: boolean }
  /** Of a new one: the others, in whose room it may be. */
  others?: readonly { readonly value: string; readonly label: string }[]
}

export function OfferingForm({ draft, wrong, community, room, others, onChange }: OfferingFormProps) {
  const minutes = (
    name:
      | 'slotMinutes'
      | 'longestMinutes'
      | 'stepMinutes'
      | 'beforeMinutes'
      | 'afterMinutes'
      | 'daysAhead'
      | 'noticeMinutes'
      | 'staffNoticeMinutes'
      | 'cancelMinutes'
      | 'remindMinutes',
    label: string,
    list: readonly number[],
    spoken: (minutes: number) => string,
  ) => (
    <Pick
      label={label}
      options={timesOf(list, draft[name], spoken)}
      value={String(draft[name])}
      error={wrong[name]}
      onChange={value => onChange({ [name]: Number(value) })}
    />
  )
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
          placeholder={words.forWhomExample}
          maxLength={80}
          error={wrong.forWhom}
          onChange={forWhom => onChange({ forWhom })}
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
        <View className="workbench-place__note">{words.shared(room.sharedWith.join('、'))}</View>
      )}
      {others && (
        <Toggle
          label={words.attended}
          hint={words.attendedHint}
          on={draft.attended}
          onChange={attended => onChange({ attended })}
        />
      )}
      <HoursField value={draft.hours} error={wrong.hours} onChange={hours => onChange({ hours })} />
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
      <Section title={words.lengths}>
        <View className="workbench-place__grid">
          {minutes('slotMinutes', words.slot, lengths, words.length)}
          {minutes('longestMinutes', words.longest, lengths, words.length)}
          {minutes('stepMinutes', words.step, [0, ...lengths], one =>
            one === 0 ? words.usual : words.length(one),
          )}
          {minutes('beforeMinutes', words.before, gaps, words.length)}
          {minutes('afterMinutes', words.after, gaps, words.length)}
        </View>
      </Section>
      <Section title={words.when}>
        <View className="workbench-place__grid">
          {minutes('daysAhead', words.daysAhead, openings, words.days)}
          {minutes('noticeMinutes', words.notice, notices, words.ahead)}
          {minutes('staffNoticeMinutes', words.staffNotice, notices, words.ahead)}
          {minutes('cancelMinutes', words.cancel, notices, words.ahead)}
          {minutes('remindMinutes', words.remind, reminders, one =>
            one === 0 ? words.usualReminder(words.ahead(leadTimeOf(draft.kind))) : words.ahead(one),
          )}
        </View>
        <Toggle
          label={words.needsApproval}
          hint={words.needsApprovalHint}
          on={draft.needsApproval}
          onChange={needsApproval => onChange({ needsApproval })}
        />
      </Section>
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
      <Who draft={draft} wrong={wrong} community={community} onChange={onChange} />
      <Staffing draft={draft} wrong={wrong} onChange={onChange} />
    </>
  )
}
