import { View } from '@tarojs/components'
import { useState } from 'react'
import { goBack, useParams } from '../../platform/route'
import { session, useMe } from '../../platform/session'
import { Button, Field, Refusal, Screen } from '../../ui'
import { needing } from '../../ui/needing'
import '../identity.css'
import { useSetBorn } from '../use-identity'
import { birthMonthOf } from '../view'
import { words } from '../words'

/** When somebody of my household was born: some classes are for an age. */
function BornPage() {
  const { personId = '' } = useParams()
  const person = useMe()?.people.find(one => one.personId === personId)
  const [typed, setTyped] = useState(person?.bornOn ?? '')
  const setting = useSetBorn()
  const bornOn = birthMonthOf(typed.trim())
  const wrong = typed.trim().length >= 6 && !bornOn

  const set = async (on: string) => {
    const me = await setting.send({ personId, bornOn: on })
    if (!me) return
    session.refreshMe(me)
    goBack()
  }

  return (
    <Screen
      title={words.born}
      foot={
        <>
          {setting.problem && <Refusal problem={setting.problem} />}
          <Button kind="next" busy={setting.busy} disabled={!bornOn} onTap={() => bornOn && set(bornOn)}>
            {words.setBorn(person?.name ?? '')}
          </Button>
        </>
      }
    >
      <View className="identity-form">
        <Field
          label={words.bornOf(person?.name ?? '')}
          hint={words.bornHint}
          kind="number"
          required
          value={typed}
          onChange={setTyped}
          error={wrong ? words.bornWrong : ''}
        />
      </View>
    </Screen>
  )
}

export default needing(['personId'], BornPage)
