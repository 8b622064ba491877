import { View } from '@tarojs/components'
import { useState } from 'react'
import { now } from '../platform/spoken'
import { Outcome } from '../ui'
import { FormActs, type FormProps, nothingTyped, StateFields, stateOf } from './class-state'
import { useNoteCare } from './use-class'
import { classWords as words } from './words'

/** What is to be said of the child meanwhile. */
export function NoteForm({ placeId, child: { bookingId, forName }, onDone, onClose }: FormProps) {
  const [typed, setTyped] = useState(nothingTyped)
  const noting = useNoteCare(placeId, () => words.toNote(forName))
  const save = async () => {
    const state = stateOf(typed)
    if (!state) return
    const done = await noting.send({
      ...{ bookingId, at: now(), ...state },
      ...(typed.onPaper && { onPaper: true }),
    })
    if (done) await onDone()
  }
  return (
    <View className="workbench-child__form">
      <StateFields typed={typed} asks={['meal', 'received', 'given']} onChange={setTyped} />
      <Outcome of={noting} />
      <FormActs kind="go" label={words.save} busy={noting.busy} onTap={save} onClose={onClose} />
    </View>
  )
}
