import { View } from '@tarojs/components'
import type { Member } from '@yike/shared/identity/schema/staff'
import { useState } from 'react'
import { useMe } from '../platform/session'
import { now, spokenMoment } from '../platform/spoken'
import { Button, Cell, Confirm, Empty, Face, Loaded, More, Notice, Refusal, Section } from '../ui'
import { Pick } from '../ui/pick'
import { InviteForm } from './invite-form'
import './staff.css'
import { useEndPost, useStaff } from './use-staff'
import { roleNames, staffWords as words } from './words'

interface StaffProps {
  region: string
  onRegion: (code: string) => void
}

export function Staff({ region, onRegion }: StaffProps) {
  const { first, pages, more, busy } = useStaff(region)
  const [said, setSaid] = useState('')
  const ended = async ({ name }: Member) => {
    setSaid(words.ended(name))
    await first.refresh()
  }
  return (
    <Loaded query={first}>
      {({ regions }) => (
        <View className="workbench-staff">
          <Section title={words.list}>
            {regions.length > 1 && (
              <Pick
                label={words.region}
                options={regions.map(({ code, name }) => ({ value: code, label: name }))}
                value={region}
                onChange={onRegion}
              />
            )}
            {said && <Notice tone="green">{said}</Notice>}
            {pages
              .flatMap(({ staff }) => staff)
              .map(member => (
                <Line key={member.residentId} member={member} onEnded={ended} />
              ))}
            {pages.every(({ staff }) => staff.length === 0) && (
              <Empty title={words.nobody} text={words.nobodyText} icon="people" />
            )}
            <More more={more} busy={busy} />
          </Section>
          <Section title={words.invite}>
            <InviteForm regions={regions} region={region} />
          </Section>
        </View>
      )}
    </Loaded>
  )
}

function Line({ member, onEnded }: { member: Member; onEnded: (member: Member) => Promise<void> }) {
  const me = useMe()
  const [asking, setAsking] = useState(false)
  const ending = useEndPost()
  const { residentId, name, role, scopeName, number, since } = member
  const end = async () => {
    if (!(await ending.send({ residentId }))) return
    setAsking(false)
    await onEnded(member)
  }
  return (
    <>
      <Cell
        title={`${name} · ${roleNames[role]}`}
        note={words.note(scopeName, number, spokenMoment(since, now()))}
        lead={<Face name={name} />}
        aside={
          residentId !== me?.residentId && (
            <Button compact kind="calm" label={words.endOf(name)} onTap={() => setAsking(true)}>
              {words.end}
            </Button>
          )
        }
      />
      {asking && (
        <Confirm
          open
          question={words.endAsk(name)}
          yes={words.endYes}
          no={words.endNo}
          busy={ending.busy}
          onYes={end}
          onNo={() => setAsking(false)}
        >
          {ending.problem && <Refusal problem={ending.problem} />}
        </Confirm>
      )}
    </>
  )
}
