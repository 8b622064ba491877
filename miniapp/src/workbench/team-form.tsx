import { View } from '@tarojs/components'
import { spokenCode } from '@yike/shared/identity/rules'
import { useState } from 'react'
import { now, spokenMoment } from '../platform/spoken'
import { useChecked } from '../platform/use-checked'
import { useDraft } from '../platform/use-draft'
import { Button, Card, Field, lengthOf, Refusal, Stack } from '../ui'
import './staff.css'
import { useRegisterTeam } from './use-teams'
import { teamWords as words } from './words'

const SHORTEST = 2

interface Told {
  name: string
  code: string
  endsAt: string
}

/** Registers a team by its name; then shows the code to tell to who leads it. */
export function TeamForm({
  community,
  onRegistered,
}: {
  community: string
  onRegistered: () => Promise<void>
}) {
  const { draft, change, forget } = useDraft('register', community, { name: '' })
  const { name } = draft
  const [told, setTold] = useState<Told | null>(null)
  const registering = useRegisterTeam()
  const read: { wrong: { name: string } } | { name: string } =
    lengthOf(name) < SHORTEST ? { wrong: { name: words.nameMissing } } : { name }
  const { wrong, tried } = useChecked(read)
  const register = async () => {
    tried()
    const done = 'name' in read && (await registering.send({ community, name: read.name }))
    if (!done) return
    forget()
    setTold(done)
    await onRegistered()
  }
  if (told) return <LeaderCode {...told} onTold={() => setTold(null)} />
  return (
    <Stack>
      <Field
        label={words.name}
        placeholder={words.nameExample}
        value={name}
        required
        maxLength={20}
        error={wrong.name ?? registering.problem?.fields?.name}
        onChange={written => change({ name: written })}
      />
      {registering.problem && <Refusal problem={registering.problem} />}
      <Button kind="next" busy={registering.busy} onTap={register}>
        {words.registerIt}
      </Button>
    </Stack>
  )
}

/** The code, as large as it is read out. */
export const LeaderCode = ({ name, code, endsAt, onTold }: Told & { onTold: () => void }) => (
  <Stack>
    <Card>
      <View>{words.codeFor(name)}</View>
      <View className="workbench-staff__code">{spokenCode(code)}</View>
      <View className="workbench-staff__how">{words.codeHow(spokenMoment(endsAt, now()))}</View>
    </Card>
    <Button kind="calm" onTap={onTold}>
      {words.told}
    </Button>
  </Stack>
)
