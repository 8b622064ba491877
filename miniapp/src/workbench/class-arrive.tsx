import { View } from '@tarojs/components'
import { useState } from 'react'
import { now } from '../platform/spoken'
import { useChecked } from '../platform/use-checked'
import { Field, Outcome } from '../ui'
import { FormActs, type FormProps, GUARDIAN, nothingTyped, StateFields, stateOf, Who } from './class-state'
import { useArrive } from './use-class'
import { classWords as words } from './words'

const OTHER = 'other'

/** Who brought the child, and how it is. */
export function ArriveForm({ placeId, child, onDone, onClose }: FormProps) {
  const { bookingId, forName, fetchers } = child
  const [who, setWho] = useState<string>(GUARDIAN)
  const [name, setName] = useState('')
  const [typed, setTyped] = useState(nothingTyped)
  const arriving = useArrive(placeId, () => words.toArrive(forName))
  const { wrong, tried } = useChecked<'name', object>(
    who === OTHER && name.trim() === '' ? { wrong: { name: words.mustName } } : {},
  )
  const save = async () => {
    tried()
    const state = stateOf(typed)
    if (!state || (who === OTHER && name.trim() === '')) return
    const done = await arriving.send({
      ...{ bookingId, at: now(), ...state },
      ...(who === OTHER ? { broughtBy: name } : who !== GUARDIAN && { fetcherId: who }),
      ...(typed.onPaper && { onPaper: true }),
    })
    if (done) await onDone()
  }
  return (
    <View className="workbench-child__form">
      <Who
        label={words.whoBrought}
        fetchers={fetchers}
        also={[{ value: OTHER, label: words.somebody }]}
        value={who}
        onChange={setWho}
      />
      {who === OTHER && (
        <Field
          label={words.whoBroughtName}
          maxLength={20}
          value={name}
          error={wrong.name ?? ''}
          required
          onChange={setName}
        />
      )}
      <StateFields typed={typed} asks={['received']} onChange={setTyped} />
      <Outcome of={arriving} />
      <FormActs kind="go" label={words.save} busy={arriving.busy} onTap={save} onClose={onClose} />
    </View>
  )
}
