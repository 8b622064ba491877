import { View } from '@tarojs/components'
import type { ComponentProps } from 'react'
import { useComfort } from '../../platform/comfort'
import { Button, Choices, Field, More, Refusal, Screen, Section } from '../../ui'
import { AskJoin } from '../elder/join'
import '../identity.css'
import { FindCommunity } from '../find-community'
import { useJoining } from '../use-joining'
import { fits, NAME_LONGEST } from '../view'
import { words } from '../words'

/** Which community I live in and what I am called. */
export default function JoinPage() {
  const { elder } = useComfort()
  const of = useJoining()
  return elder ? (
    <Screen>
      <AskJoin of={of} />
    </Screen>
  ) : (
    <Form of={of} />
  )
}

function Form({ of: { joining, name, community, change, join } }: ComponentProps<typeof AskJoin>) {
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
            change({ name: written })
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
                onChange={code => change({ community: found.find(one => one.code === code) ?? null })}
              />
              <More more={more} busy={busy} />
            </>
          )}
        </FindCommunity>
      </Section>
    </Screen>
  )
}
