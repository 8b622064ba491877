import { useEffect } from 'react'
import { Group } from './group'
import type { DayRowProps } from './types'

export function DayRow({ label, bring, children }: DayRowProps) {
  useEffect(() => {
    const day = document.getElementById(bring)
    const row = day?.parentElement
    if (!day || !row) return
    const [one, all] = [day.getBoundingClientRect(), row.getBoundingClientRect()]
    if (one.left < all.left || one.right > all.right)
      row.scrollLeft += one.left - all.left - (all.width - one.width) / 2
  }, [bring])
  return (
    <Group role="radiogroup" label={label} className="yk-days">
      {children}
    </Group>
  )
}
