import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { now, spokenMoment } from '../../platform/spoken'
import { Button, Loaded, Notice, Outcome, Screen, Stack } from '../../ui'
import '../booking.css'
import { calendarAddress, useCalendar, useEndCalendar, useLinkCalendar } from '../use-booking'
import { calendarWords as words } from '../words'

/** A link under which one's own calendar reads one's bookings; it is shown once, and can be ended. */
export default function CalendarPage() {
  const calendar = useCalendar()
  const linking = useLinkCalendar()
  const ending = useEndCalendar()
  const [address, setAddress] = useState('')
  const [said, setSaid] = useState('')
  const link = async () => {
    const made = await linking.send({})
    if (!made) return
    setSaid('')
    setAddress(calendarAddress(made.path))
    await calendar.refresh()
  }
  const end = async () => {
    if (!(await ending.send({}))) return
    setAddress('')
    setSaid(words.ended)
    await calendar.refresh()
  }
  const copy = async () => {
    await Taro.setClipboardData({ data: address })
    setSaid(words.copied)
  }
  return (
    <Screen title={words.title}>
      <Stack>
        <View>{words.what}</View>
        <Notice tone="waiting">{words.private}</Notice>
        {said && <Notice tone="green">{said}</Notice>}
        <Outcome of={linking} />
        <Outcome of={ending} />
        {address && (
          <>
            <View className="booking-quiet">{words.yours}</View>
            <View className="booking-address">{address}</View>
            <Button kind="next" onTap={copy}>
              {words.copy}
            </Button>
          </>
        )}
        <Loaded query={calendar}>
          {({ madeAt }) => (
            <Stack>
              {madeAt && !address && (
                <View className="booking-quiet">{words.madeAt(spokenMoment(madeAt, now()))}</View>
              )}
              <Button kind={madeAt ? 'calm' : 'next'} busy={linking.busy} onTap={link}>
                {madeAt ? words.again : words.make}
              </Button>
              {madeAt && (
                <Button kind="bare" busy={ending.busy} onTap={end}>
                  {words.end}
                </Button>
              )}
            </Stack>
          )}
        </Loaded>
      </Stack>
    </Screen>
  )
}
