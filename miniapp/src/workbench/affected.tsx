import { View } from '@tarojs/components'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import type { Affected as Found } from '@yike/shared/booking/schema/upkeep'
import { spokenEquipment } from '../booking/view'
import { now, spokenMoment } from '../platform/spoken'
import { Confirm } from '../ui'
import { aria } from '../ui/aria'
import './affected.css'
import type { useAffected } from './use-offerings'
import { affectedWords as words } from './words'

/** Who would be left without what they booked, and what each of them is held instead. */
export function Affected({ count, affected }: Found) {
  const at = now()
  if (count === 0) return <View className="workbench-affected__note">{words.nobody}</View>
  return (
    <View {...aria({ role: 'group', label: words.count(count) })}>
      <View className="workbench-affected__count">{words.count(count)}</View>
      <View className="workbench-affected__note">{words.how}</View>
      <View>
        {affected.map(({ bookingId, number, offeringName, startAt, forName, swap }) => (
          <View key={bookingId} className="workbench-affected__one">
            <View>{words.line(spokenMoment(startAt, at), offeringName, forName, number)}</View>
            <View className={swap ? 'workbench-affected__swap' : 'workbench-affected__none'}>
              {swap ? words.swap(spokenMoment(swap.startAt, at), spokenOffering(swap)) : words.noSwap}
            </View>
            {swap?.lacking && (
              <View className="workbench-affected__none">{words.lacks(spokenEquipment(swap.lacking))}</View>
            )}
          </View>
        ))}
      </View>
      {count > affected.length && (
        <View className="workbench-affected__note">{words.more(count - affected.length)}</View>
      )}
    </View>
  )
}

interface AskProps {
  of: Pick<ReturnType<typeof useAffected>, 'hit' | 'forget'>
  busy: boolean
  onYes: () => void
}

/** Before something closes: whom it hits is read first. */
export function AskAffected({ of: { hit, forget }, busy, onYes }: AskProps) {
  if (!hit) return null
  return (
    <Confirm
      open
      question={words.ask}
      yes={words.yes(hit.count)}
      no={words.no}
      busy={busy}
      onYes={onYes}
      onNo={forget}
    >
      <Affected {...hit} />
    </Confirm>
  )
}
