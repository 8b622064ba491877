import { View } from '@tarojs/components'
import { canHold, spokenCode } from '@yike/shared/identity/rules'
import {
  type Invitation,
  type PostRole,
  posts,
  type Staff as StaffList,
} from '@yike/shared/identity/schema/staff'
import { useState } from 'react'
import { now, spokenMoment } from '../platform/spoken'
import { useChecked } from '../platform/use-checked'
import { Button, Card, Field, lengthOf, Refusal, Stack } from '../ui'
import { Pick } from '../ui/pick'
import './staff.css'
import { useInvite } from './use-staff'
import { roleNames, staffWords as words } from './words'

const SHORTEST = 2

/** Names a post and somebody for it; then shows the code to tell them. */
export function InviteForm({ regions, region }: { regions: StaffList['regions']; region: string }) {
  const [name, setName] = useState('')
  const [role, setRole] = useState<PostRole>('worker')
  const [scope, setScope] = useState<string>(region)
  const [invitation, setInvitation] = useState<Invitation | null>(null)
  const inviting = useInvite()
  const suiting = regions.filter(({ code }) => canHold(role, code))
  const chosen = (suiting.find(({ code }) => code === scope) ?? suiting.at(-1))?.code
  const read: { wrong: { name: string } } | { post: { name: string; role: PostRole; scope: string } } =
    lengthOf(name) < SHORTEST || !chosen
      ? { wrong: { name: words.nameMissing } }
      : { post: { name, role, scope: chosen } }
  const { wrong, tried } = useChecked(read)
  const invite = async () => {
    tried()
    if ('post' in read) setInvitation(await inviting.send(read.post))
  }
  const again = () => {
    setName('')
    setInvitation(null)
  }
  if (invitation) return <Told invitation={invitation} onAgain={again} />
  return (
    <Stack>
      <Field
        label={words.name}
        placeholder={words.nameExample}
        value={name}
        required
        maxLength={20}
        error={wrong.name ?? inviting.problem?.fields?.name}
        onChange={setName}
      />
      <Pick
        label={words.office}
        options={posts.map(one => ({ value: one, label: roleNames[one] }))}
        value={role}
        onChange={one => setRole(one as PostRole)}
      />
      <Pick
        label={words.where}
        options={suiting.map(({ code, name: label }) => ({ value: code, label }))}
        value={chosen ?? ''}
        onChange={setScope}
      />
      {inviting.problem && <Refusal problem={inviting.problem} />}
      <Button kind="next" busy={inviting.busy} onTap={invite}>
        {words.makeCode}
      </Button>
    </Stack>
  )
}

/** The code, as large as it is read out. */
function Told({
  invitation: { code, name, role, scopeName, endsAt },
  onAgain,
}: {
  invitation: Invitation
  onAgain: () => void
}) {
  return (
    <Stack>
      <Card>
        <View className="workbench-staff__for">{words.codeFor(name, scopeName, roleNames[role])}</View>
        <View className="workbench-staff__code">{spokenCode(code)}</View>
        <View className="workbench-staff__how">{words.codeHow(spokenMoment(endsAt, now()))}</View>
      </Card>
      <Button kind="calm" onTap={onAgain}>
        {words.again}
      </Button>
    </Stack>
  )
}
