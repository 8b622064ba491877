import { View } from '@tarojs/components'
import type { Pickup } from '@yike/shared/booking/schema/pickup'
import { clockOf, localDate } from '@yike/shared/kernel/time'
import { useComfort } from '../../platform/comfort'
import { open, useParams } from '../../platform/route'
import { now, spokenDay, spokenHours, spokenList } from '../../platform/spoken'
import { useRepeat } from '../../platform/use-repeat'
import { Answer, Cell, Loaded, Notice, Screen, Section, Stack } from '../../ui'
import { needing } from '../../ui/needing'
import { Timeline } from '../../ui/timeline'
import '../booking.css'
import { PickupCode } from '../pickup-code'
import { PickupContact, PickupMedicine } from '../pickup-forms'
import { PickupNames } from '../pickup-names'
import { PICKUP_EVERY_MS, usePickup } from '../use-pickup'
import { dayStory } from '../view/pickup'
import { pickupWords as words } from '../words/pickup'

/** Who fetches my child today, by which code; who may at all; and what the class has written. */
function PickupPage() {
  const { bookingId = '', part } = useParams()
  const pickup = usePickup(bookingId)
  useRepeat(PICKUP_EVERY_MS, pickup.refresh)
  return (
    <Screen title={words.title}>
      <Loaded query={pickup}>
        {found => <Shown pickup={found} part={part} onChanged={pickup.refresh} />}
      </Loaded>
    </Screen>
  )
}

interface ShownProps {
  pickup: Pickup
  /** 长辈版 has a page for each. */
  part: string | undefined
  onChanged: () => Promise<void>
}

function Shown({ pickup, part, onChanged }: ShownProps) {
  const { elder } = useComfort()
  const props = { pickup, onChanged }
  if (elder && part === 'names') return <PickupNames {...props} />
  if (elder && part === 'phone') return <PickupContact {...props} />
  if (elder && part === 'medicine') return <PickupMedicine {...props} />
  const { bookingId, leftAt, events } = pickup
  const to = (which: string) => () => open('/booking/pages/pickup', { bookingId, part: which })
  return (
    <Stack>
      <Where pickup={pickup} />
      {!leftAt && <PickupCode {...props} />}
      {elder ? (
        <Stack>
          <Answer icon="people" title={words.who} onTap={to('names')} />
          <Answer icon="call" title={words.phone} onTap={to('phone')} />
          {!leftAt && <Answer icon="medical" title={words.medicine} onTap={to('medicine')} />}
        </Stack>
      ) : (
        <>
          <PickupNames {...props} />
          {!leftAt && <PickupMedicine {...props} />}
          <PickupContact {...props} />
        </>
      )}
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
