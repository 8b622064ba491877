import { View } from '@tarojs/components'
import type { ScannedDesk } from '@yike/shared/identity/schema/desk'
import { useEffect, useState } from 'react'
import { goBack, open, useParams } from '../../platform/route'
import { useMe } from '../../platform/session'
import { now, spokenMoment } from '../../platform/spoken'
import { Button, Field, Notice, Refusal, Screen, Skeleton, Stack } from '../../ui'
import '../desk.css'
import '../identity.css'
import { useLetIn, useNotMine, useScan } from '../use-desk'
import { deskWords as words } from '../words'

/** On the phone: which desk wants in, and as whom; nothing happens before it is confirmed. */
export default function LetInPage() {
  const { code: scanned } = useParams()
  const [code, setCode] = useState(scanned ?? '')
  const [desk, setDesk] = useState<ScannedDesk | null>(null)
  const [done, setDone] = useState<'done' | 'saidNo' | null>(null)
  const scanning = useScan()
  const lettingIn = useLetIn()
  const refusing = useNotMine()
  const me = useMe()

  const look = async () => setDesk(await scanning.send({ code: code.trim() }))
  // biome-ignore lint/correctness/useExhaustiveDependencies: a scanned code is looked at once, when the page opens
  useEffect(() => {
    if (scanned) look()
  }, [])
  const letIn = async () => {
    if (await lettingIn.send({ code: code.trim() })) setDone('done')
  }
  // As long as the code holds it can be said again; once it does not, there is nothing left to refuse.
  const isOver = refusing.problem?.status === 409 || refusing.problem?.status === 404
  const sayNo = async () => {
    if (await refusing.send({ code: code.trim() })) setDone('saidNo')
  }

  if (done)
    return (
      <Screen title={words.confirm}>
        <Stack>
          <Notice tone="green">{words[done]}</Notice>
          <Button kind="calm" onTap={() => open('/identity/tab/index')}>
            {words.back}
          </Button>
        </Stack>
      </Screen>
    )
  return (
    <Screen
      title={words.confirm}
      foot={
        desk && (
          <Stack>
            {lettingIn.problem && <Refusal problem={lettingIn.problem} />}
            {refusing.problem && <Refusal problem={refusing.problem} />}
            {lettingIn.problem?.status !== 409 && (
              <Button kind="next" busy={lettingIn.busy} disabled={refusing.busy} onTap={letIn}>
                {words.yes(me?.name ?? '')}
              </Button>
            )}
            {isOver ? (
              <Button kind="calm" onTap={goBack}>
                {words.back}
              </Button>
            ) : (
              <Button kind="calm" busy={refusing.busy} disabled={lettingIn.busy} onTap={sayNo}>
                {words.no}
              </Button>
            )}
          </Stack>
        )
      }
    >
      {scanning.problem && <Refusal problem={scanning.problem} />}
      {scanning.busy && <Skeleton lines={2} face={false} />}
      {!desk && (!scanned || scanning.problem) && (
        <>
          <Field
            label={words.paste}
            hint={words.pasteHint}
            error={scanning.problem?.fields?.code ?? ''}
            value={code}
            onChange={setCode}
            lines={2}
            maxLength={600}
          />
          <Button kind="next" busy={scanning.busy} disabled={code.trim() === ''} onTap={look}>
            {words.look}
          </Button>
        </>
      )}
      {desk && (
        <View className="identity-desk">
          <View className="identity-desk__how">{words.ask(desk.label)}</View>
          <View className="identity-quiet">{words.askedAt(spokenMoment(desk.askedAt, now()))}</View>
          <View className="identity-desk__number">{desk.number}</View>
          <View>{words.same}</View>
          <Notice tone="waiting">{words.warn}</Notice>
        </View>
      )}
    </Screen>
  )
}
