import { View } from '@tarojs/components'
import type { Pickup } from '@yike/shared/booking/schema/pickup'
import { useState } from 'react'
import { useChecked } from '../platform/use-checked'
import { Button, Field, lengthOf, Notice, Refusal } from '../ui'
import { useInstruct, useSetContact } from './use-pickup'
import { isPhone } from './view/pickup'
import { pickupWords as words } from './words/pickup'

interface FormProps {
  pickup: Pickup
  onChanged: () => Promise<void>
}

/** The number that the class calls. */
export function PickupContact({ pickup: { bookingId, phone = '' }, onChanged }: FormProps) {
  const [typed, setTyped] = useState(phone)
  const [saved, setSaved] = useState(false)
  const setting = useSetContact()
  const { wrong, tried } = useChecked<'phone', object>(
    isPhone(typed) ? {} : { wrong: { phone: words.phoneWrong } },
  )
  const send = async (next: string | undefined) => {
    const done = await setting.send({ bookingId, ...(next && { phone: next }) })
    if (!done) return
    setSaved(true)
    await onChanged()
  }
  const save = async () => {
    tried()
    if (isPhone(typed)) await send(typed)
  }
  return (
    <View className="booking-note">
      <Field
        label={words.phone}
        kind="phone"
        hint={words.phoneText}
        placeholder={words.phoneExample}
        value={typed}
        error={wrong.phone ?? ''}
        onChange={value => {
          setTyped(value)
          setSaved(false)
        }}
      />
      {saved && <Notice tone="green">{words.saved}</Notice>}
      {setting.problem && <Refusal problem={setting.problem} />}
      {typed !== phone && (
        <Button kind="calm" busy={setting.busy} onTap={save}>
          {words.savePhone}
        </Button>
      )}
      {phone && typed === phone && (
        <Button
          kind="bare"
          busy={setting.busy}
          onTap={async () => {
            setTyped('')
            await send(undefined)
          }}
        >
          {words.noPhone}
        </Button>
      )}
    </View>
  )
}

const SHORTEST = 2
const LONGEST = 200

/** Medicine, how much and when. */
export function PickupMedicine({ pickup: { bookingId, events }, onChanged }: FormProps) {
  const last = events.findLast(({ verb }) => verb === 'instruct')?.note ?? ''
  const [typed, setTyped] = useState(last)
  const [saved, setSaved] = useState(false)
  const instructing = useInstruct()
  const isRight = lengthOf(typed) >= SHORTEST && lengthOf(typed) <= LONGEST
  const { wrong, tried } = useChecked<'note', object>(
    isRight ? {} : { wrong: { note: words.medicineMissing } },
  )
  const save = async () => {
    tried()
    if (!isRight || !(await instructing.send({ bookingId, note: typed }))) return
    setSaved(true)
    await onChanged()
  }
  return (
    <View className="booking-note">
      <Field
        label={words.medicine}
        lines={2}
        hint={words.medicineText}
        placeholder={words.medicineExample}
        maxLength={LONGEST}
        value={typed}
        error={wrong.note ?? ''}
        onChange={value => {
          setTyped(value)
          setSaved(false)
        }}
      />
      {saved && <Notice tone="green">{words.saved}</Notice>}
      {instructing.problem && <Refusal problem={instructing.problem} />}
      {typed !== last && (
        <Button kind="calm" busy={instructing.busy} onTap={save}>
          {words.saveMedicine}
        </Button>
      )}
    </View>
  )
}
