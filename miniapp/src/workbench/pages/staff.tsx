import { useState } from 'react'
import { open } from '../../platform/route'
import { useMe } from '../../platform/session'
import { Empty } from '../../ui'
import { Staff } from '../staff'
import { StaffScreen } from '../staff-screen'
import { staffWords as words } from '../words'

/** Who works here: for supervisors, who invite and end posts. */
export default function StaffPage() {
  const me = useMe()
  const [region, setRegion] = useState(me?.scope ?? '')
  return (
    <StaffScreen title={words.title}>
      {me && !me.roles.includes('supervisor') ? (
        <Empty
          title={words.supervisorsOnly}
          text={words.supervisorsOnlyText}
          icon="people"
          action={{ label: words.toQueue, onTap: () => open('/workbench/pages/queue') }}
        />
      ) : (
        <Staff key={region} region={region} onRegion={setRegion} />
      )}
    </StaffScreen>
  )
}
