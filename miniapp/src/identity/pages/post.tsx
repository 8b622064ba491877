import { View } from '@tarojs/components'
import { isStaff, readCode } from '@yike/shared/identity/rules'
import type { OfferedPost } from '@yike/shared/identity/schema/staff'
import { useState } from 'react'
import { open } from '../../platform/route'
import { session, useMe } from '../../platform/session'
import { now, spokenMoment } from '../../platform/spoken'
import { Button, Card, Notice, Refusal, Screen, Stack } from '../../ui'
import { CodeField } from '../code-field'
import '../identity.css'
import { useReadInvitation, useTakePost } from '../use-joining'
import { roleNames, postWords as words } from '../words'

/** Taking up a post by the code that somebody was told: which it is, and then yes. */
export default function PostPage() {
  const me = useMe()
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const [offered, setOffered] = useState<OfferedPost | null>(null)
  const [done, setDone] = useState(false)
  const reading = useReadInvitation()
  const taking = useTakePost()
  const code = readCode(typed)

  const read = async () => {
    setTried(true)
    if (code) setOffered(await reading.send({ code }))
  }
  const take = async () => {
    const taken = code && (await taking.send({ code }))
    if (!taken) return
    session.keep(taken)
    setDone(true)
  }

  if (done || (me && isStaff(me.roles)))
    return (
      <Screen title={words.title}>
        <Stack>
          <Notice tone="green">{words.done(me?.name ?? '')}</Notice>
          <Button kind="next" onTap={() => open('/workbench/pages/queue')}>
            {words.begin}
          </Button>
        </Stack>
      </Screen>
    )
  const foot = offered ? (
    <Stack>
      {taking.problem && <Refusal problem={taking.problem} />}
      <Button kind="next" busy={taking.busy} onTap={take}>
        {words.yes(me?.name ?? '')}
      </Button>
      <Button kind="calm" onTap={() => setOffered(null)}>
        {words.no}
      </Button>
    </Stack>
  ) : (
    <Button kind="next" busy={reading.busy} onTap={read}>
      {words.read}
    </Button>
  )
  return (
    <Screen title={words.title} foot={foot}>
      {offered ? (
        <Card>
          <View className="identity-desk__how">
            {words.offer(roleNames[offered.role], offered.scopeName)}
          </View>
          <View className="identity-quiet">{words.until(spokenMoment(offered.endsAt, now()))}</View>
          <Notice tone="waiting">{words.duty}</Notice>
        </Card>
      ) : (
        <Stack>
          <CodeField
            words={words}
            typed={typed}
            wrong={tried && !code}
            onType={written => {
              setTyped(written)
              reading.clear()
            }}
            onRead={read}
          />
          {reading.problem && <Refusal problem={reading.problem} />}
        </Stack>
      )}
    </Screen>
  )
}
