import { View } from '@tarojs/components'
import { useState } from 'react'
import { open } from '../../platform/route'
import { session, useMe } from '../../platform/session'
import { Button, Choices, Empty, Field, Loaded, Refusal, Screen, Section } from '../../ui'
import '../identity.css'
import { useCommunities, useJoin } from '../use-identity'
import { fits, NAME_LONGEST } from '../view'
import { roleNames, words } from '../words'

/** Which community I live in and what I am called. */
export default function JoinPage() {
  const me = useMe()
  const communities = useCommunities()
  const joining = useJoin()
  // A newcomer is called 居民 until they say their name; nobody wants to delete that first.
  const [name, setName] = useState(me && me.name !== roleNames.resident ? me.name : '')
  const [chosen, setChosen] = useState<string | null>(me?.community?.code ?? null)

  const known = ('value' in communities && communities.value?.communities) || []
  const community = known.find(({ code }) => code === chosen)
  const called = name.trim()

  const join = async (code: string) => {
    const joined = await joining.send({ community: code, name: called })
    if (!joined) return
    session.keep(joined)
    open('/circle/tab/index')
  }

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
            onTap={() => community && join(community.code)}
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
        <Loaded
          query={communities}
          empty={<Empty title={words.noCommunities} text={words.noCommunitiesText} icon="home" />}
        >
          {found => (
            <Choices
              label={words.whichCommunity}
              required
              options={found.communities.map(({ code, name: title, street }) => ({
                value: code,
                label: title,
                note: street,
              }))}
              value={chosen}
              onChange={setChosen}
            />
          )}
        </Loaded>
      </Section>
    </Screen>
  )
}
