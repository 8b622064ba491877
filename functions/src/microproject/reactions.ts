/** After a request's commit: its owner is told what staff did, and the community what was accepted. */
import type { TimelineEntry } from '@yike/shared/kernel/shapes'
import { type Happening, tellCommunity, tellResident } from '../bulletin/handlers'
import type { Moved, Reaction } from '../platform/outbox'
import { asProject, type ProjectRecord } from './store'

/** The request and what has just happened to it, or undefined if nothing has. */
const newsOf = ({ before, after }: Moved): { project: ProjectRecord; entry: TimelineEntry } | undefined => {
  if (!after || before?.version === after.version) return undefined
  const project = asProject(after)
  const entry = project.timeline.at(-1)
  return entry && { project, entry }
}

const happening = ({ project, entry }: { project: ProjectRecord; entry: TimelineEntry }): Happening => ({
  about: 'microproject',
  caseId: project.microprojectId,
  name: project.title,
  entry,
})

export const microprojectReactions: readonly Reaction[] = [
  {
    name: 'microproject.tellOwner',
    on: 'MicroProject',
    async react(table, moved) {
      const news = newsOf(moved)
      if (news?.entry.by === 'staff') await tellResident(table, news.project.residentId, happening(news))
    },
  },
  {
    name: 'microproject.tellCommunity',
    on: 'MicroProject',
    async react(table, moved) {
      const news = newsOf(moved)
      if (news?.project.state === 'accepted')
        await tellCommunity(table, news.project.community, happening(news))
    },
  },
]
