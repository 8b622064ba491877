import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { spokenList } from '../platform/spoken'
import { Button, Refusal } from '../ui'
import './class.css'
import { useContact } from './use-class'
import { numberWords } from './words'

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
  const [found, setFound] = useState<{ phone?: string | undefined; whose?: string | undefined }>()
  const looking = useContact()
  const { phone, whose } = found ?? {}
  if (phone)
    return (
      <>
        <Button
          compact
          kind={next ? 'go' : 'calm'}
          label={spokenList(words.call(phone), of)}
          onTap={() => Taro.makePhoneCall({ phoneNumber: phone })}
        >
          {words.call(phone)}
        </Button>
        {whose && <View className="workbench-child__note">{numberWords.whose(whose)}</View>}
      </>
    )
  if (found) return <View className="workbench-child__note">{numberWords.gone}</View>
  const look = async () => {
    const answer = await looking.send({ bookingId })
    if (answer) setFound(answer)
  }
  return (
    <>
      <Button
        compact
        kind={next ? 'go' : 'bare'}
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
