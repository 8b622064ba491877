import { View } from '@tarojs/components'
import { Icon, QuarterRing, Tap } from '../ui'
import './bank.css'
import { spokenList, spokenMinutes } from '../platform/spoken'
import { words } from './words'

interface BankProps {
  minutes: number
  /** Leads to what the hours are made of. */
  onTap?: () => void
}

/** The time bank: whole hours in words, the begun hour as the ring. */
export function Bank({ minutes, onTap }: BankProps) {
  const balance = (
    <>
      <QuarterRing minutes={minutes % 60 || (minutes > 0 ? 60 : 0)} of={60} size={64}>
        <Icon name="clock" />
      </QuarterRing>
      <View className="volunteer-bank__words">
        <View className="volunteer-bank__name">{words.bank}</View>
        <View className="volunteer-bank__hours">{spokenMinutes(minutes)}</View>
        <View className="volunteer-bank__name">{minutes === 0 ? words.bankNote : ''}</View>
      </View>
    </>
  )
  if (!onTap) return <View className="volunteer-bank">{balance}</View>
  return (
    <Tap
      className="volunteer-bank"
      label={spokenList(`${words.bank} ${spokenMinutes(minutes)}`, words.seeMine)}
      onTap={onTap}
    >
      {balance}
      <View className="volunteer-bank__go">
        {words.seeMine}
        <Icon name="forward" size={18} />
      </View>
    </Tap>
  )
}
