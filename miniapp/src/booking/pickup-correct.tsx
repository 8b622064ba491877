import { View } from '@tarojs/components'
import type { Fetcher } from '@yike/shared/booking/schema/pickup'
import { useState } from 'react'
import { useChecked } from '../platform/use-checked'
import { Button, Field, Refusal } from '../ui'
import { useCorrectFetcher } from './use-pickup'
import { pickupWords as words } from './words/pickup'

interface CorrectProps {
  bookingId: string
  fetcher: Fetcher
  onDone: () => Promise<void>
}

/** The same person under the name that they really have. */
export function CorrectName({ bookingId, fetcher: { fetcherId, name }, onDone }: CorrectProps) {
  const [typed, setTyped] = useState(name)
  const correcting = useCorrectFetcher()
  const isRight = typed.trim() !== ''
  const { wrong, tried } = useChecked<'name', object>(isRight ? {} : { wrong: { name: words.mustName } })
  const save = async () => {
    tried()
    if (isRight && (await correcting.send({ bookingId, fetcherId, name: typed }))) await onDone()
  }
  return (
    <View className="booking-note">
      <Field
        label={words.name}
        hint={words.correctText}
        maxLength={20}
        value={typed}
        error={wrong.name ?? ''}
        required
        onChange={setTyped}
        onConfirm={save}
      />
      {correcting.problem && <Refusal problem={correcting.problem} />}
      <Button kind="calm" busy={correcting.busy} disabled={typed.trim() === name} onTap={save}>
        {words.correct}
      </Button>
    </View>
  )
}
