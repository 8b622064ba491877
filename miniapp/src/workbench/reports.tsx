import type { Waiting } from '@yike/shared/workbench/schema'
import { now, spokenMinutes, spokenMoment } from '../platform/spoken'
import { Group, Tap } from '../ui'
import './reports.css'
import { lineKey } from './view'
import { words } from './words'

interface ReportsProps {
  reports: readonly Waiting[]
  /** The one that stands open beside; absent on a phone, where each opens a page. */
  shown?: Waiting
  onOpen: (report: Waiting) => void
}

/** Hours of one task, each to be answered by itself. Whose they are is told once one is opened. */
export function Reports({ reports, shown, onOpen }: ReportsProps) {
  const at = now()
  return (
    <Group {...(shown ? { role: 'radiogroup', label: words.reportsOf } : {})} className="workbench-reports">
      {reports.map((report, index) => (
        <Tap
          key={lineKey(report)}
          className={`workbench-reports__one${report === shown ? ' workbench-reports__one--on' : ''}`}
          {...(shown && { role: 'radio' as const, selected: report === shown })}
          onTap={() => onOpen(report)}
        >
          {words.report(index + 1, spokenMinutes(report.minutes ?? 0), spokenMoment(report.since, at))}
        </Tap>
      ))}
    </Group>
  )
}
