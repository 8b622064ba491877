import Taro from '@tarojs/taro'
import { useState } from 'react'
import { spokenList } from '../platform/spoken'
import { Button, Refusal } from '../ui'
import { useContact } from './use-class'

interface NumberProps {
  bookingId: string
  /** For whom it is booked: several such buttons stand in one list. */
  of: string
  words: { readonly look: string; readonly call: (phone: string) => string }
  /** Calling is the one thing to do now. */
  next?: boolean
}

/** The number of whoever booked: it is shown to whoever asks for it, and its owner reads that they did. */
export function TheirNumber({ bookingId, of, words, next = false }: NumberProps) {
  const [phone, setPhone] = useState('')
  const looking = useContact()
  if (phone)
    return (
      <Button
        compact
        kind={next ? 'next' : 'calm'}
        label={spokenList(words.call(phone), of)}
        onTap={() => Taro.makePhoneCall({ phoneNumber: phone })}
      >
        {words.call(phone)}
      </Button>
    )
  const look = async () => {
    const found = await looking.send({ bookingId })
    if (found?.phone) setPhone(found.phone)
  }
  return (
    <>
      <Button
        compact
        kind={next ? 'next' : 'bare'}
        label={spokenList(words.look, of)}
        busy={looking.busy}
        onTap={look}
      >
        {words.look}
      </Button>
      {looking.problem && <Refusal problem={looking.problem} />}
    </>
  )
}
