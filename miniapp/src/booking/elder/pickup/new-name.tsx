import { View } from '@tarojs/components'
import { type Relation, relations } from '@yike/shared/booking/rules/pickup'
import { useState } from 'react'
import { goBack } from '../../../platform/route'
import { spokenList } from '../../../platform/spoken'
import { Answer, Facts, Field, Question, Refusal } from '../../../ui'
import { useNameFetcher } from '../../use-pickup'
import { pickupElder as elderWords, pickupWords as words } from '../../words/pickup'
import type { OneProps } from './names'

const lengths = [0, 30, 180] as const
type Step = 'name' | 'relation' | 'long' | 'agree'

/** One question after the other: the name, what they are to the child, for how long, and whether they know. */
export function NewName({ bookingId, onChanged }: Omit<OneProps, 'fetcher'>) {
  const [step, setStep] = useState<Step>('name')
  const [name, setName] = useState('')
  const [relation, setRelation] = useState<Relation>('grandparent')
  const [days, setDays] = useState<(typeof lengths)[number]>(0)
  const [missing, setMissing] = useState('')
  const naming = useNameFetcher()
  const save = async () => {
    if (!(await naming.send({ bookingId, name, relation, days, agreed: true }))) return
    await onChanged()
    goBack()
  }
  if (step === 'name')
    return (
      <>
        <Question>{elderWords.whatName}</Question>
        <Field
          label={words.name}
          placeholder={words.nameExample}
          maxLength={20}
          value={name}
          error={missing}
          required
          first
          onChange={written => {
            setName(written)
            setMissing('')
          }}
        />
        <Answer
          kind="next"
          icon="check"
          title={elderWords.written}
          onTap={() => (name.trim() === '' ? setMissing(words.mustName) : setStep('relation'))}
        />
      </>
    )
  if (step === 'relation')
    return (
      <>
        <Question>{elderWords.whatRelation(name)}</Question>
        {relations.map(one => (
          <Answer
            key={one}
            icon="person"
            title={words.relations[one]}
            onTap={() => {
              setRelation(one)
              setStep('long')
            }}
          />
        ))}
      </>
    )
  if (step === 'long')
    return (
      <>
        <Question>{elderWords.howLong(name)}</Question>
        {lengths.map(one => (
          <Answer
            key={one}
            icon="calendar"
            title={words.days[one]}
            onTap={() => {
              setDays(one)
              setStep('agree')
            }}
          />
        ))}
      </>
    )
  return (
    <>
      <Question>{elderWords.knows(name)}</Question>
      <Facts>{[spokenList(name, words.relations[relation], words.days[days]), words.agreedText]}</Facts>
      {naming.problem && <Refusal problem={naming.problem} />}
      <View className="booking-asked__act">
        <Answer kind="next" icon="check" title={elderWords.yesKnows} busy={naming.busy} onTap={save} />
        <Answer icon="back" title={elderWords.again} onTap={() => setStep('name')} />
      </View>
    </>
  )
}
