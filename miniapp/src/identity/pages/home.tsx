import { View } from '@tarojs/components'
import type { Me, Position } from '@yike/shared/identity/schema'
import { useState } from 'react'
import { canChooseOnMap, chooseOnMap, whereAmI } from '../../platform/geo'
import { goBack, open } from '../../platform/route'
import { session, useMe } from '../../platform/session'
import { Button, Cell, Choices, Field, Notice, Refusal, Screen, Section } from '../../ui'
import '../identity.css'
import { TypedPosition } from '../typed-position'
import { doorstep, useSetHome } from '../use-identity'
import { fits } from '../view'
import { words } from '../words'

/** The doorstep that walking minutes are counted from. */
export default function HomePage() {
  const me = useMe()
  return me ? <HomeOf me={me} /> : <Screen title={words.home}>{null}</Screen>
}

const LABEL_LONGEST = 60

type Way = 'keep' | 'here' | 'map' | 'center'

function HomeOf({ me }: { me: Me }) {
  const from = doorstep(me)
  const [label, setLabel] = useState(me.home?.label ?? words.myHome)
  const [way, setWay] = useState<Way | null>(me.home ? 'keep' : null)
  const [position, setPosition] = useState<Position | null>(me.home)
  const [refused, setRefused] = useState(false)
  const [typing, setTyping] = useState(false)
  const saving = useSetHome()

  const choose = async (chosen: Way) => {
    setRefused(false)
    setTyping(false)
    setWay(chosen)
    if (chosen === 'keep') return setPosition(me.home)
    if (chosen === 'center') return setPosition(me.community?.center ?? null)
    setPosition(null)
    if (chosen === 'map') {
      const point = await chooseOnMap(from ?? { lng: 0, lat: 0 })
      setPosition(point && { lng: point.lng, lat: point.lat })
      if (point?.name && label === words.myHome) setLabel(point.name)
      if (!point) setWay(null)
      return
    }
    const { from: source, lng, lat } = await whereAmI(from ?? { lng: 0, lat: 0 })
    if (source === 'here') return setPosition({ lng, lat })
    setRefused(true)
    setWay(null)
  }

  const type = (typed: Position | null) => {
    setWay(null)
    setPosition(typed)
  }

  const save = async ({ lng, lat }: Position) => {
    const fresh = await saving.send({ label: label.trim(), lng, lat })
    if (!fresh) return
    session.refreshMe(fresh)
    goBack()
  }

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
            onTap={() => position && save(position)}
          >
            {words.setHome(label.trim() || words.myHome)}
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
          onChange={value => choose(value as Way)}
        />
        {refused && <Notice tone="waiting">{words.noPosition}</Notice>}
        {typing ? (
          <TypedPosition onChange={type} />
        ) : (
          <Button compact kind="bare" onTap={() => setTyping(true)}>
            {words.more}
          </Button>
        )}
      </Section>
      <Cell
        title={words.otherCommunity}
        note={me.community?.name ?? words.noCommunity}
        onTap={() => open('/identity/pages/join')}
      />
    </Screen>
  )
}
