/** After a request's commit: its owner is told what staff did, and the community what was accepted. */
import type { TimelineEntry } from '@yike/shared/kernel/shapes'
import { type Happening, tellCommunity, tellResident } from '../bulletin/handlers'
import { loadOpenId } from '../identity/handlers'
import { effect, type Moved, type Reaction } from '../platform/outbox'
import type { WeChatService } from '../platform/wechat/service'
import { asProject, type ProjectRecord, wordingChange } from './store'

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

export const microprojectReactions = (service: WeChatService): readonly Reaction[] => [
  {
    name: 'microproject.checkWording',
    on: 'MicroProject',
    async react(table, moved) {
      const news = newsOf(moved)
      if (news?.project.wording !== 'pending') return
      const { project } = news
      const openId = await loadOpenId(table, project.residentId)
      const verdict = openId
        ? await service.checkWriting({
            openId,
            title: project.title,
            content: [project.title, project.what, project.where].join('\n'),
          })
        : 'unknown'
      // Unknown means that a person looks: a service that is down holds up nobody's street lamp.
      const wording = verdict === 'unknown' ? 'review' : verdict
      await effect(table, [wordingChange(project, wording)], 'microproject.checked')
    },
  },
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
