import { View } from '@tarojs/components'
import type { Me } from '@yike/shared/identity/schema'
import { useState } from 'react'
import { useComfort } from '../../platform/comfort'
import { canChooseOnMap } from '../../platform/geo'
import { goBack, open } from '../../platform/route'
import { useMe } from '../../platform/session'
import { Button, Cell, Choices, Field, Notice, Refusal, Screen, Section } from '../../ui'
import { AskHome } from '../elder/home'
import '../identity.css'
import { Entering } from '../neighbours'
import { TypedPosition } from '../typed-position'
import { LABEL_LONGEST, useHome, type Way } from '../use-home'
import { fits } from '../view'
import { words } from '../words'

/** The doorstep that walking minutes are counted from. */
export default function HomePage() {
  const me = useMe()
  const { elder } = useComfort()
  if (me && !elder) return <HomeOf me={me} />
  return <Screen>{me ? <AskHome me={me} /> : <Entering />}</Screen>
}

function HomeOf({ me }: { me: Me }) {
  const { label, setLabel, way, position, refused, saving, choose, type, save } = useHome(me, goBack)
  const [typing, setTyping] = useState(false)

  return (
    <Screen
      title={words.home}
      foot={
        <>
          {saving.problem && <Refusal problem={saving.problem} />}
          <Button
            kind="next"
            busy={saving.busy}
            disabled={!position || !fits(label, LABEL_LONGEST)}
            onTap={() => save(label)}
          >
            {position ? words.setHome(label.trim() || words.myHome) : words.setHomeFirst}
          </Button>
        </>
      }
    >
      <View className="identity-quiet">{words.homeText}</View>
      <View className="identity-form">
        <Field
          label={words.homeLabel}
          placeholder={words.homeExample}
          value={label}
          onChange={setLabel}
          maxLength={LABEL_LONGEST}
          required
        />
      </View>
      <Section title={words.where} required>
        <Choices
          required
          label={words.home}
          options={[
            ...(me.home ? [{ value: 'keep', label: me.home.label, note: words.keepPlace }] : []),
            { value: 'here', label: words.here, note: words.hereNote },
            ...(canChooseOnMap ? [{ value: 'map', label: words.map, note: words.mapNote }] : []),
            ...(me.community
              ? [{ value: 'center', label: words.center(me.community.name), note: words.centerNote }]
              : []),
          ]}
          value={way}
          onChange={value => {
            setTyping(false)
            choose(value as Way)
          }}
        />
        {refused && <Notice tone="waiting">{me.community ? words.noPosition : words.noPositionYet}</Notice>}
        {typing ? (
          <TypedPosition onChange={type} />
        ) : (
          <Button compact kind="bare" onTap={() => setTyping(true)}>
            {words.more}
          </Button>
        )}
      </Section>
      <Cell
        title={me.community ? words.otherCommunity : words.chooseCommunity}
        note={me.community?.name ?? words.noCommunity}
        onTap={() => open('/identity/pages/join')}
      />
    </Screen>
  )
}
