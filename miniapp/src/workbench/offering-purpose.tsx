import { View } from '@tarojs/components'
import { type Purpose, purposesOf } from '@yike/shared/booking/kinds'
import { Pick } from '../ui/pick'
import type { OfferingPartProps } from './offering-minutes'
import { offeringWords as words } from './words'

/** What it is for, within its kind: what stands in for it when it closes. */
export function Purposes({ draft, wrong, onChange }: OfferingPartProps) {
  return (
    <View>
      <Pick
        label={words.purpose}
        options={[
          { value: '', label: words.noPurpose },
          ...purposesOf[draft.kind].map(value => ({ value, label: words.purposes[value] })),
        ]}
        value={draft.purpose}
        error={wrong.purpose}
        onChange={purpose => onChange({ purpose: purpose as Purpose | '' })}
      />
      <View className="workbench-place__note">{words.purposeHint}</View>
    </View>
  )
}
