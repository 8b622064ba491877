import { useState } from 'react'
import { useMe } from '../../platform/session'
import { Empty, Screen } from '../../ui'
import { Staff } from '../staff'
import { StaffScreen } from '../staff-screen'
import { staffWords as words } from '../words'

/** Who works here: for supervisors, who invite and end posts. */
export default function StaffPage() {
  const me = useMe()
  const [region, setRegion] = useState(me?.scope ?? '')
  if (me && !me.roles.includes('supervisor'))
    return (
      <Screen title={words.title}>
        <Empty title={words.supervisorsOnly} text={words.supervisorsOnlyText} icon="people" />
      </Screen>
    )
  return (
    <StaffScreen title={words.title}>
      <Staff key={region} region={region} onRegion={setRegion} />
    </StaffScreen>
  )
}
