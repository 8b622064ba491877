import { View } from '@tarojs/components'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import type { Affected as Found } from '@yike/shared/booking/schema/affected'
import { spokenEquipment } from '../booking/view'
import { open } from '../platform/route'
import { now, spokenDay, spokenList, spokenMoment } from '../platform/spoken'
import { Button, Confirm } from '../ui'
import { aria } from '../ui/aria'
import './affected.css'
import { Parts } from './parts'
import type { useAffected } from './use-offerings'
import { affectedWords as words } from './words'

interface AffectedProps {
  found: Found
  /** Reads on, where there are more. */
  onMore: () => void
  busy: boolean
}

/** Who would be left without what they booked, in the order in which they are served, and what each of them is held instead. */
export function Affected({ found: { count, unswapped, affected }, onMore, busy }: AffectedProps) {
  if (count === 0) return <View className="workbench-affected__note">{words.nobody}</View>
  return (
    <View {...aria({ role: 'group', label: words.count(count) })}>
      <View className="workbench-affected__count">{words.count(count)}</View>
      <View className="workbench-affected__split">{words.split(count - unswapped, unswapped)}</View>
      <View className="workbench-affected__note">{words.how}</View>
      {unswapped > 0 && <View className="workbench-affected__note">{words.noneHow}</View>}
      <View>
        {affected.map(one => (
          <Line key={one.bookingId} one={one} />
        ))}
      </View>
      {count > affected.length && (
        <Button kind="bare" busy={busy} onTap={onMore}>
          {words.more(count - affected.length)}
        </Button>
      )}
    </View>
  )
}

function Line({ one }: { one: Found['affected'][number] }) {
  const at = now()
  const { number, offeringName, startAt, forName, swap, whyNone } = one
  return (
    <View className="workbench-affected__one">
      <View>
        <Parts of={[spokenMoment(startAt, at), offeringName, forName, number]} />
      </View>
      <View className="workbench-affected__then">
        {swap ? (
          <>
            <View className="workbench-affected__swap">
              {words.swap(spokenMoment(swap.startAt, at), spokenOffering(swap))}
            </View>
            <View className="workbench-affected__why">
              {spokenList(
                words.ways[swap.way],
                swap.walkMinutes !== undefined && words.walk(swap.walkMinutes),
              )}
            </View>
          </>
        ) : (
          <View className="workbench-affected__none">{words.none[whyNone ?? 'nothingFree']}</View>
        )}
        {swap?.lacking && (
          <View className="workbench-affected__none">{words.lacks(spokenEquipment(swap.lacking))}</View>
        )}
      </View>
    </View>
  )
}

interface AskProps {
  of: Pick<ReturnType<typeof useAffected>, 'hit' | 'forget' | 'more' | 'busy'>
  placeId: string
  busy: boolean
  onYes: () => void
}

/** Before something closes: whom it hits is read first. */
export function AskAffected({ of, placeId, busy, onYes }: AskProps) {
  if (!of.hit) return null
  const { count, seatless } = of.hit
  return (
    <Confirm
      open
      question={words.ask}
      yes={count > 0 ? words.yes(count) : words.yesAll}
      no={words.no}
      busy={busy || of.busy}
      onYes={onYes}
      onNo={of.forget}
    >
      {count > 0 && <Affected found={of.hit} onMore={of.more} busy={of.busy} />}
      {seatless && <Seatless {...seatless} placeId={placeId} />}
    </Confirm>
  )
}

/** Of a class nobody is moved but by a person, who looks at the roster first. */
function Seatless({ count, days, placeId }: NonNullable<Found['seatless']> & { placeId: string }) {
  const [on = ''] = days
  return (
    <View>
      <View className="workbench-affected__none">
        {words.seatless(
          count,
          spokenList(...days.slice(0, MOST_DAYS).map(day => spokenDay(day, now()))),
          days.length > MOST_DAYS,
        )}
      </View>
      <Button kind="bare" onTap={() => open('/workbench/pages/roster', { placeId, on })}>
        {words.toRoster}
      </Button>
    </View>
  )
}

const MOST_DAYS = 4
