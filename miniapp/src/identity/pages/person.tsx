import { View } from '@tarojs/components'
import { relations } from '@yike/shared/identity/schema'
import { useComfort } from '../../platform/comfort'
import { goBack } from '../../platform/route'
import { Button, Choices, Field, Outcome, Screen, Section } from '../../ui'
import { AskPerson } from '../elder/person'
import '../identity.css'
import { useAdding, usePersonDraft } from '../use-household'
import { birthMonthOf, fits, NAME_LONGEST } from '../view'
import { relationNames, words } from '../words'

/** Somebody of my household, so that I can book for them. */
export default function PersonPage() {
  const { elder } = useComfort()
  return elder ? (
    <Screen>
      <AskPerson />
    </Screen>
  ) : (
    <Form />
  )
}

function Form() {
  const written = usePersonDraft()
  const { draft, change } = written
  const { name, relation, born: typed } = draft
  const { adding, add } = useAdding(goBack, written)

  const called = name.trim()
  const bornOn = birthMonthOf(typed.trim())
  const wrong = typed.trim().length >= 6 && !bornOn

  return (
    <Screen
      title={words.person}
      foot={
        <>
          <Outcome of={adding} named={adding.away} />
          {!adding.away && (
            <Button
              kind="next"
              busy={adding.busy}
              disabled={!fits(called, NAME_LONGEST) || !relation || (typed.trim() !== '' && !bornOn)}
              onTap={() => relation && add({ name: called, relation, ...(bornOn ? { bornOn } : {}) })}
            >
              {called && relation ? words.addPerson(called) : words.addFirst}
            </Button>
          )}
        </>
      }
    >
      <View className="identity-form">
        <Field
          label={words.personName}
          placeholder={words.personExample}
          value={name}
          onChange={next => change({ name: next })}
          maxLength={NAME_LONGEST}
          required
        />
      </View>
      <Section title={words.relation} required>
        <Choices
          required
          label={words.relation}
          options={relations.map(value => ({ value, label: relationNames[value] }))}
          value={relation}
          onChange={value => change({ relation: relations.find(one => one === value) ?? null })}
        />
      </Section>
      <View className="identity-form">
        <Field
          label={words.bornOn}
          hint={words.bornOnHint}
          kind="number"
          value={typed}
          onChange={born => {
            change({ born })
            adding.clear()
          }}
          error={wrong ? words.bornOnWrong : (adding.problem?.fields?.bornOn ?? '')}
        />
      </View>
    </Screen>
  )
}
