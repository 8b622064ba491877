import { View } from '@tarojs/components'
import type { Pickup } from '@yike/shared/booking/schema/pickup'
import { clockOf, localDate } from '@yike/shared/kernel/time'
import { useComfort } from '../../platform/comfort'
import { open, useParams } from '../../platform/route'
import { now, spokenDay, spokenHours, spokenList } from '../../platform/spoken'
import { useRepeat } from '../../platform/use-repeat'
import { Cell, Loaded, Notice, Screen, Section, Stack } from '../../ui'
import { needing } from '../../ui/needing'
import { Timeline } from '../../ui/timeline'
import '../booking.css'
import { ElderPickup } from '../elder/pickup'
import { PickupCode } from '../pickup-code'
import { PickupContact, PickupMedicine } from '../pickup-forms'
import { PickupNames } from '../pickup-names'
import { PICKUP_EVERY_MS, usePickup } from '../use-pickup'
import { dayStory } from '../view/pickup'
import { pickupWords as words } from '../words/pickup'

/** Who fetches my child today, by which code; who may at all; and what the class has written. */
function PickupPage() {
  const { bookingId = '', part, fetcherId } = useParams()
  const { elder } = useComfort()
  const pickup = usePickup(bookingId)
  useRepeat(PICKUP_EVERY_MS, pickup.refresh)
  return (
    <Screen title={elder ? undefined : words.title}>
      <Loaded query={pickup}>
        {found =>
          elder ? (
            <ElderPickup pickup={found} part={part} fetcherId={fetcherId} onChanged={pickup.refresh} />
          ) : (
            <Shown pickup={found} onChanged={pickup.refresh} />
          )
        }
      </Loaded>
    </Screen>
  )
}

interface ShownProps {
  pickup: Pickup
  onChanged: () => Promise<void>
}

function Shown({ pickup, onChanged }: ShownProps) {
  const props = { pickup, onChanged }
  const { leftAt, events } = pickup
  return (
    <Stack>
      <Where pickup={pickup} />
      {!leftAt && <PickupCode {...props} />}
      <PickupNames {...props} />
      {!leftAt && <PickupMedicine {...props} />}
      <PickupContact {...props} />
      <Section title={words.day}>
        {events.length === 0 ? (
          <View className="booking-quiet">{words.noDay}</View>
        ) : (
          <Timeline steps={dayStory(events, now())} />
        )}
      </Section>
    </Stack>
  )
}

/** Where the child is. */
function Where({
  pickup: { bookingId, forName, offeringName, startAt, endAt, arrivedAt, leftAt },
}: Pick<ShownProps, 'pickup'>) {
  return (
    <>
      <Cell
        title={spokenList(forName, offeringName)}
        note={`${spokenDay(localDate(startAt), now())} ${spokenHours(startAt, endAt)}`}
        onTap={() => open('/booking/pages/ticket', { bookingId })}
      />
      {leftAt ? (
        <Notice tone="green">{words.leftAt(clockOf(leftAt))}</Notice>
      ) : arrivedAt ? (
        <Notice tone="green">{words.arrivedAt(clockOf(arrivedAt))}</Notice>
      ) : (
        <Notice tone="quiet">{words.notYet}</Notice>
      )}
    </>
  )
}

export default needing(['bookingId'], PickupPage)
