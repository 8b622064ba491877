import { isStaff } from '@yike/shared/identity/rules'
import type { ReactNode } from 'react'
import { open } from '../platform/route'
import { useMe } from '../platform/session'
import { useWide } from '../platform/use-wide'
import { Empty, Screen } from '../ui'
import { Rail } from './rail'
import { useHere, useWays } from './use-ways'
import { words } from './words'

interface StaffScreenProps {
  title?: string | undefined
  /** At a desk it takes all the room beside the rail; else a column as wide as one reads. */
  wide?: boolean
  foot?: ReactNode
  children: ReactNode
}

/**
 * A page for staff, at a desk with the rail beside it. It tells everybody else whose it is; that is a courtesy, for the
 * server refuses them anyway.
 */
export function StaffScreen({ title, wide, foot, children }: StaffScreenProps) {
  const me = useMe()
  const atDesk = useWide()
  const here = useHere()
  const ways = useWays()
  if (!me || isStaff(me.roles)) {
    return (
      <Screen
        title={title}
        wide={wide}
        foot={foot}
        beside={atDesk && <Rail />}
        top={ways.some(({ pages: [page] }) => page === here)}
      >
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
