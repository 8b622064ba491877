import { View } from '@tarojs/components'
import { useComfort } from '../../platform/comfort'
import { useParams } from '../../platform/route'
import { useMe } from '../../platform/session'
import { Button, Field, Refusal, Screen } from '../../ui'
import { needing } from '../../ui/needing'
import { SetBorn } from '../elder/set-born'
import '../identity.css'
import { useBorn } from '../use-household'
import { birthMonthOf } from '../view'
import { words } from '../words'

/** When somebody of my household was born: some classes are for an age. */
function BornPage() {
  const { personId = '' } = useParams()
  const { elder } = useComfort()
  const name = useMe()?.people.find(one => one.personId === personId)?.name ?? ''
  return elder ? (
    <Screen>
      <SetBorn personId={personId} name={name} />
    </Screen>
  ) : (
    <Form personId={personId} />
  )
}

function Form({ personId }: { personId: string }) {
  const { person, typed, type, setting, set } = useBorn(personId)
  const bornOn = birthMonthOf(typed.trim())
  const wrong = typed.trim().length >= 6 && !bornOn

  return (
    <Screen
      title={words.born}
      foot={
        <>
          {setting.problem && <Refusal problem={setting.problem} />}
          <Button
            kind="next"
            busy={setting.busy}
            disabled={!bornOn || bornOn === person?.bornOn?.slice(0, 7)}
            onTap={() => bornOn && set(bornOn)}
          >
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
          onChange={type}
          error={wrong ? words.bornWrong : ''}
        />
      </View>
    </Screen>
  )
}

export default needing(['personId'], BornPage)
