import type { Booking } from '@yike/shared/booking/schema'
import { useState } from 'react'
import { useComfort } from '../platform/comfort'
import { noteInCalendar } from '../platform/phone-calendar'
import { open } from '../platform/route'
import { Answer, Button, Notice } from '../ui'
import { calendarWords, words } from './words'

/** Puts a booking into the phone's own calendar, which reminds better than we can. */
export function ToCalendar({ booking }: { booking: Booking }) {
  const [noted, setNoted] = useState<boolean | null>(null)
  const { elder } = useComfort()
  const { bookingId, offeringName, placeName, startAt, endAt } = booking
  const note = async () =>
    setNoted(await noteInCalendar({ id: bookingId, title: offeringName, where: placeName, startAt, endAt }))
  const link = () => open('/booking/pages/calendar')
  return (
    <>
      {elder ? (
        <>
          <Answer icon="calendar" title={words.toCalendar} onTap={note} />
          <Answer icon="share" title={calendarWords.open} onTap={link} />
        </>
      ) : (
        <>
          <Button kind="calm" onTap={note}>
            {words.toCalendar}
          </Button>
          <Button kind="bare" onTap={link}>
            {calendarWords.open}
          </Button>
        </>
      )}
      {noted === true && <Notice tone="green">{words.inCalendar}</Notice>}
      {noted === false && <Notice tone="waiting">{words.notInCalendar}</Notice>}
    </>
  )
}
