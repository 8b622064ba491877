import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Booking } from '@yike/shared/booking/schema'
import { localDate } from '@yike/shared/kernel/time'
import { useState } from 'react'
import { now, spokenDay, spokenMoment } from '../platform/spoken'
import { useChecked } from '../platform/use-checked'
import { useDraft } from '../platform/use-draft'
import { useStale } from '../platform/use-stale'
import { Button, Field, lengthOf, Notice, Outcome, Section, Stale } from '../ui'
import { useAppeal, useCheckIn } from './use-booking'
import { presenceWords as words } from './words'

interface PresenceProps {
  booking: Booking
  onChanged: () => Promise<void>
}

/** At the door, and afterwards: checking in by its code; where nobody came, why. */
export function Presence({ booking, onChanged }: PresenceProps) {
  const { can, noShow, state, deadlineAt } = booking
  const at = now()
  return (
    <>
      {state === 'came' && <Notice tone="green">{words.cameIn}</Notice>}
      {state === 'absent' && noShow && (
        <Notice tone="waiting">{words.absent(spokenDay(localDate(noShow.forgottenAt), at))}</Notice>
      )}
      {state === 'appealed' && deadlineAt && (
        <Notice tone="waiting">{words.appealed(spokenMoment(deadlineAt, at))}</Notice>
      )}
      {can.includes('checkIn') && <CheckIn booking={booking} onChanged={onChanged} />}
      {noShow?.appealUntil && (
        <Appeal booking={booking} until={spokenMoment(noShow.appealUntil, at)} onChanged={onChanged} />
      )}
    </>
  )
}

const onPhone = process.env.TARO_ENV === 'weapp'

/** Whoever looks away from the camera again stays where they were. */
const scan = async (): Promise<string> =>
  (
    await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] }).catch(() => ({
      result: '',
    }))
  ).result

function CheckIn({ booking: { bookingId }, onChanged }: PresenceProps) {
  const [typed, setTyped] = useState('')
  const stale = useStale(onChanged)
  const checkingIn = useCheckIn(stale)
  const checkIn = async () => {
    const code = onPhone ? await scan() : typed.trim()
    if (code && (await checkingIn.send({ bookingId, code }))) await onChanged()
  }
  return (
    <View className="ticket-again">
      <Stale stale={stale} />
      <Outcome of={checkingIn} />
      {!onPhone && (
        <Field label={words.paste} placeholder={words.pasteHint} value={typed} onChange={setTyped} />
      )}
      <Button kind="next" busy={checkingIn.busy} disabled={!onPhone && typed.trim() === ''} onTap={checkIn}>
        {onPhone ? words.here : words.checkIn}
      </Button>
      <View className="booking-quiet">{words.noCode}</View>
    </View>
  )
}

const SHORTEST = 1
const LONGEST = 200

function Appeal({ booking: { bookingId }, until, onChanged }: PresenceProps & { until: string }) {
  const { draft, change, forget } = useDraft('appeal', bookingId, { reason: '' })
  const { reason } = draft
  const [asking, setAsking] = useState(reason !== '')
  const { wrong, tried } = useChecked(
    lengthOf(reason) < SHORTEST ? { wrong: { reason: words.whyMissing } } : { reason },
  )
  const stale = useStale(onChanged)
  const appealing = useAppeal(stale)
  const send = async () => {
    tried()
    if (lengthOf(reason) < SHORTEST || lengthOf(reason) > LONGEST) return
    if (!(await appealing.send({ bookingId, reason }))) return
    forget()
    await onChanged()
  }
  return (
    <Section title={words.say}>
      <View className="booking-quiet">{words.until(until)}</View>
      <Stale stale={stale} />
      {asking ? (
        <>
          <Field
            label={words.why}
            placeholder={words.whyExample}
            lines={3}
            maxLength={LONGEST}
            value={reason}
            error={wrong.reason}
            required
            onChange={written => change({ reason: written })}
          />
          <Outcome of={appealing} />
          <Button kind="next" busy={appealing.busy} onTap={send}>
            {words.send}
          </Button>
        </>
      ) : (
        <View className="ticket-again">
          <Button kind="calm" onTap={() => setAsking(true)}>
            {words.say}
          </Button>
        </View>
      )}
    </Section>
  )
}
