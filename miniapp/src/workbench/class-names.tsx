import { View } from '@tarojs/components'
import { type Relation, relations } from '@yike/shared/booking/rules/pickup'
import { useState } from 'react'
import { Tick } from '../booking/tick'
import { pickupWords } from '../booking/words/pickup'
import { useChecked } from '../platform/use-checked'
import { Choices, Field, Refusal } from '../ui'
import { FormActs, type FormProps } from './class-state'
import { useCorrectFetcher, useNameFetcher } from './use-class'
import { classWords as words } from './words'

const NEW = 'new'

/** What a guardian says on the telephone of who may fetch: a name that is written wrong, or somebody for this day. */
export function NamesForm({ child: { bookingId, fetchers }, onDone, onClose }: FormProps) {
  const [who, setWho] = useState<string>(fetchers[0]?.fetcherId ?? NEW)
  const [name, setName] = useState('')
  const [relation, setRelation] = useState<Relation>('grandparent')
  const [agreed, setAgreed] = useState(false)
  const correcting = useCorrectFetcher()
  const naming = useNameFetcher()
  const missing = {
    ...(name.trim() === '' && { name: words.mustName }),
    ...(!agreed && { agreed: words.mustAgree }),
  }
  const isRight = Object.keys(missing).length === 0
  const { wrong, tried } = useChecked<'name' | 'agreed', object>(isRight ? {} : { wrong: missing })
  const problem = correcting.problem ?? naming.problem
  const save = async () => {
    tried()
    if (!isRight) return
    const done =
      who === NEW
        ? await naming.send({ bookingId, name, relation, days: 0, agreed: true })
        : await correcting.send({ bookingId, fetcherId: who, name })
    if (done) await onDone()
  }
  return (
    <View className="workbench-child__form">
      <Choices
        named
        label={words.whichName}
        options={[
          ...fetchers.map(one => ({
            value: one.fetcherId,
            label: words.correct(one.name),
            note: pickupWords.relations[one.relation],
          })),
          { value: NEW, label: words.addName },
        ]}
        value={who}
        onChange={chosen => {
          setWho(chosen)
          // What was said of one name was not said of another.
          setAgreed(false)
        }}
      />
      <Field
        label={who === NEW ? words.newName : words.rightName}
        hint={who === NEW ? '' : words.correctText}
        maxLength={20}
        value={name}
        error={wrong.name ?? ''}
        required
        onChange={setName}
      />
      {who === NEW && (
        <Choices
          named
          label={pickupWords.relation}
          options={relations.map(value => ({ value, label: pickupWords.relations[value] }))}
          value={relation}
          onChange={value => setRelation(value as Relation)}
        />
      )}
      <Tick
        label={words.guardianSaid}
        hint={words.guardianTold}
        on={agreed}
        error={wrong.agreed}
        onChange={setAgreed}
      />
      {problem && <Refusal problem={problem} />}
      <FormActs
        kind="go"
        label={words.saveNames}
        busy={correcting.busy || naming.busy}
        onTap={save}
        onClose={onClose}
      />
    </View>
  )
}
