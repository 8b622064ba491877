import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button, Refusal } from '../ui'
import { useContact } from './use-class'

interface NumberProps {
  bookingId: string
  words: { readonly look: string; readonly call: (phone: string) => string }
  /** Calling is the one thing to do now. */
  next?: boolean
}

/** The number of whoever booked: it is shown to whoever asks for it, and its owner reads that they did. */
export function TheirNumber({ bookingId, words, next = false }: NumberProps) {
  const [phone, setPhone] = useState('')
  const looking = useContact()
  if (phone)
    return (
      <Button compact kind={next ? 'next' : 'calm'} onTap={() => Taro.makePhoneCall({ phoneNumber: phone })}>
        {words.call(phone)}
      </Button>
    )
  const look = async () => {
    const found = await looking.send({ bookingId })
    if (found?.phone) setPhone(found.phone)
  }
  return (
    <>
      <Button compact kind={next ? 'next' : 'bare'} busy={looking.busy} onTap={look}>
        {words.look}
      </Button>
      {looking.problem && <Refusal problem={looking.problem} />}
    </>
  )
}
