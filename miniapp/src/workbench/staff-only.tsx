import { isStaff } from '@yike/shared/identity/rules'
import type { ReactNode } from 'react'
import { open } from '../platform/route'
import { useMe } from '../platform/session'
import { Empty } from '../ui'
import { words } from './words'

/** Says in words whose pages these are. It is a courtesy: the server refuses everybody else anyway. */
export function StaffOnly({ children }: { children: ReactNode }) {
  const me = useMe()
  if (me && isStaff(me.roles)) return children
  return (
    <Empty
      title={words.notStaff}
      text={words.notStaffText}
      icon="people"
      action={{ label: words.goHome, onTap: () => open('/circle/tab/index') }}
    />
  )
}
