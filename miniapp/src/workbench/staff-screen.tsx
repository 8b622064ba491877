import { isStaff } from '@yike/shared/identity/rules'
import type { ReactNode } from 'react'
import { open } from '../platform/route'
import { useMe } from '../platform/session'
import { Empty, Screen } from '../ui'
import { words } from './words'

interface StaffScreenProps {
  title?: string | undefined
  wide?: boolean
  foot?: ReactNode
  children: ReactNode
}

/** A page for staff. It tells everybody else whose it is; that is a courtesy, for the server refuses them anyway. */
export function StaffScreen({ title, wide, foot, children }: StaffScreenProps) {
  const me = useMe()
  if (!me || isStaff(me.roles)) {
    return (
      <Screen title={title} wide={wide} foot={foot}>
        {children}
      </Screen>
    )
  }
  return (
    <Screen title={words.workbench}>
      <Empty
        title={words.notStaff}
        text={words.notStaffText}
        icon="people"
        action={{ label: words.goHome, onTap: () => open('/circle/tab/index') }}
      />
    </Screen>
  )
}
