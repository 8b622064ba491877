import { View } from '@tarojs/components'
import { type ComponentProps, useState } from 'react'
import { useComfort } from '../../platform/comfort'
import { useMe } from '../../platform/session'
import { Button, Choices, Field, More, Refusal, Screen, Section } from '../../ui'
import { AskJoin } from '../elder/join'
import '../identity.css'
import { FindCommunity } from '../find-community'
import { useJoining } from '../use-identity'
import { fits, NAME_LONGEST, saidName } from '../view'
import { words } from '../words'

/** Which community I live in and what I am called. */
export default function JoinPage() {
  const me = useMe()
  const { elder } = useComfort()
  const of = useJoining()
  const called = saidName(me)
  return elder ? (
    <Screen>
      <AskJoin called={called} of={of} />
    </Screen>
  ) : (
    <Form called={called} of={of} />
  )
}

function Form({ called: before, of: { joining, join } }: ComponentProps<typeof AskJoin>) {
  const me = useMe()
  const [name, setName] = useState(before)
  const [community, setCommunity] = useState(me?.community ?? null)
  const called = name.trim()

  return (
    <Screen
      title={words.join}
      foot={
        <>
          {joining.problem && <Refusal problem={joining.problem} />}
          <Button
            kind="next"
            busy={joining.busy}
            disabled={!community || !fits(called, NAME_LONGEST)}
            onTap={() => community && join(community.code, called)}
          >
            {community && called ? words.joinAs(community.name, called) : words.joinFirst}
          </Button>
        </>
      }
    >
      <View className="identity-form">
        <Field
          label={words.name}
          placeholder={words.nameExample}
          value={name}
          onChange={written => {
            setName(written)
            joining.clear()
          }}
          maxLength={NAME_LONGEST}
          required
          error={joining.problem?.fields?.name ?? ''}
        />
      </View>
      <Section title={words.whichCommunity} required>
        <FindCommunity>
          {(found, more, busy) => (
            <>
              <Choices
                label={words.whichCommunity}
                required
                options={found.map(({ code, name: title, street }) => ({
                  value: code,
                  label: title,
                  note: street,
                }))}
                value={community?.code ?? null}
                onChange={code => setCommunity(found.find(one => one.code === code) ?? null)}
              />
              <More more={more} busy={busy} />
            </>
          )}
        </FindCommunity>
      </Section>
    </Screen>
  )
}
