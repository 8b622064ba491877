import { View } from '@tarojs/components'
import { useComfort } from '../../platform/comfort'
import { useParams } from '../../platform/route'
import { useMe } from '../../platform/session'
import { useDraft } from '../../platform/use-draft'
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
  const person = useMe()?.people.find(one => one.personId === personId)
  // As it is asked for: 195003.
  const asked = (person?.bornOn ?? '').slice(0, 7).replace('-', '')
  const { draft, change, forget } = useDraft('born', personId, { typed: asked })
  const { typed } = draft
  const { setting, set } = useBorn(personId, forget)
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
          onChange={written => change({ typed: written })}
          error={wrong ? words.bornWrong : ''}
        />
      </View>
    </Screen>
  )
}

export default needing(['personId'], BornPage)
