import { View } from '@tarojs/components'
import { readCode } from '@yike/shared/identity/rules'
import type { Grant } from '@yike/shared/identity/schema/grant'
import { useState } from 'react'
import { useComfort } from '../../platform/comfort'
import { goBack, openInstead } from '../../platform/route'
import { Answer, Button, Notice, Question, Refusal, Screen, Stack } from '../../ui'
import { CodeField, onPhone, scan } from '../code-field'
import { AskCode } from '../elder/code'
import { actsOf, untilOf } from '../grant-line'
import '../identity.css'
import { useReadGrant, useTakeGrant } from '../use-grant'
import { grantWords as words } from '../words/grant'

/** Acting for a relative by the code that they told: for whom and what, and then yes. */
export default function GrantTakePage() {
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const [offered, setOffered] = useState<Grant | null>(null)
  const { elder } = useComfort()
  const reading = useReadGrant()
  const taking = useTakeGrant()
  const code = readCode(typed)

  const read = async (from: string) => {
    const found = readCode(from)
    setTyped(from)
    setTried(true)
    if (found) setOffered(await reading.send({ code: found }))
  }
  const scanned = async () => {
    const found = await scan()
    if (found) await read(found)
  }
  const take = async () => {
    const taken = code && (await taking.send({ code }))
    if (taken) openInstead('/identity/pages/grant', { grantId: taken.grantId })
  }

  if (offered) {
    const { giver, forName } = offered
    return (
      <Screen title={elder ? undefined : words.title}>
        <Question>
          {forName === giver.name ? words.offerSelf(giver.name) : words.offerOf(giver.name, forName)}
        </Question>
        <View>{`${actsOf(offered)} · ${untilOf(offered)}`}</View>
        <Notice tone="waiting">{words.duty}</Notice>
        {taking.problem && <Refusal problem={taking.problem} />}
        <Answer kind="next" icon="check" title={words.take} busy={taking.busy} onTap={take} />
        <Answer title={words.later} onTap={goBack} />
      </Screen>
    )
  }
  const entry = {
    typed,
    wrong: tried && !code,
    onType: (written: string) => {
      setTyped(written)
      reading.clear()
    },
    onRead: () => read(typed),
  }
  if (elder)
    return (
      <Screen>
        <AskCode
          words={words}
          {...entry}
          busy={reading.busy}
          problem={reading.problem}
          onScan={onPhone ? scanned : undefined}
        />
      </Screen>
    )
  return (
    <Screen
      title={words.title}
      foot={
        <Button kind="next" busy={reading.busy} onTap={() => read(typed)}>
          {words.read}
        </Button>
      }
    >
      <Stack>
        {onPhone && <Answer icon="search" title={words.scan} onTap={scanned} />}
        <CodeField words={words} {...entry} />
        {reading.problem && <Refusal problem={reading.problem} />}
      </Stack>
    </Screen>
  )
}
