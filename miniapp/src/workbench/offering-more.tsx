import { View } from '@tarojs/components'
import { leadTimeOf } from '@yike/shared/booking/rules/reminder'
import type { RegionCode } from '@yike/shared/identity/schema'
import { Section, Toggle } from '../ui'
import { minutesOf, type OfferingPartProps } from './offering-minutes'
import { Staffing } from './offering-staffing'
import { Who } from './offering-who'
import { gaps, lengths, notices, reminders } from './view/minutes'
import { offeringWords as words } from './words'

interface OfferingMoreProps extends OfferingPartProps {
  community: RegionCode
  isNew: boolean
}

/** What few offerings need to be told. */
export function OfferingMore({ draft, wrong, community, isNew, onChange }: OfferingMoreProps) {
  const minutes = minutesOf({ draft, wrong, onChange })
  return (
    <>
      {isNew && (
        <Toggle
          label={words.attended}
          hint={words.attendedHint}
          on={draft.attended}
          onChange={attended => onChange({ attended })}
        />
      )}
      <Section title={words.lengths}>
        <View className="workbench-place__grid">
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
          {minutes('noticeMinutes', words.notice, notices, words.ahead)}
          {minutes('staffNoticeMinutes', words.staffNotice, notices, words.ahead)}
          {minutes('cancelMinutes', words.cancel, notices, words.ahead)}
          {minutes('remindMinutes', words.remind, reminders, one =>
            one === 0 ? words.usualReminder(words.ahead(leadTimeOf(draft.kind))) : words.ahead(one),
          )}
        </View>
      </Section>
      <Who draft={draft} wrong={wrong} community={community} onChange={onChange} />
      <Staffing draft={draft} wrong={wrong} onChange={onChange} />
    </>
  )
}
