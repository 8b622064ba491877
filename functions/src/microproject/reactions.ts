/** After a request's commit: its owner is told what staff did, and the community what was accepted. */
import type { Id } from '@yike/shared/kernel/id'
import type { TimelineEntry } from '@yike/shared/kernel/shapes'
import { instantOf } from '@yike/shared/kernel/time'
import { barePhoto } from '@yike/shared/microproject/rules'
import { type Happening, tellCommunity, tellResident } from '../bulletin/handlers'
import { loadOpenId } from '../identity/handlers'
import type { Bucket } from '../platform/bucket'
import { effect, type Moved, type Reaction } from '../platform/outbox'
import type { Item, Table } from '../platform/table'
import type { WeChatService } from '../platform/wechat/service'
import { newsIn, type Reading } from '../platform/wechat/wording'
import {
  asProject,
  keptFile,
  loadPhoto,
  loadProject,
  type PhotoRecord,
  type ProjectRecord,
  photoChanges,
  sentFile,
} from './store'

/** The request and what may be told of it now. */
const newsOf = ({ before, after }: Moved): { project: ProjectRecord; entry: TimelineEntry }[] => {
  if (!after) return []
  const project = asProject(after)
  return newsIn(before && asProject(before), project).map(entry => ({ project, entry }))
}

const happening = ({ project, entry }: { project: ProjectRecord; entry: TimelineEntry }): Happening => ({
  about: 'microproject',
  caseId: project.microprojectId,
  name: project.title,
  entry,
})

interface PhotoPorts {
  readonly service: WeChatService
  readonly bucket: Bucket
  readonly clock: () => number
}

/** So long WeChat may fetch a photo; it promises its answer in half of it. */
const WECHAT_SECONDS = 3600

/** Takes in what the phone sent: without position and date, whatever the phone has left of them; then WeChat looks. */
const takePhoto = async (
  table: Table,
  { microprojectId, residentId }: ProjectRecord,
  photoId: Id<'photo'>,
  { service, bucket, clock }: PhotoPorts,
): Promise<void> => {
  const file = keptFile(microprojectId, photoId)
  const before = await loadPhoto(table, { microprojectId }, photoId)
  // One that was left out and is named again has its record still, but no file.
  if (before && (before.state === 'lost' || (await bucket.get(file)))) return
  const sent = await bucket.get(sentFile(residentId, photoId))
  const photo = sent && barePhoto(sent)
  const taken = (state: PhotoRecord['state'], traceId?: string) =>
    effect(
      table,
      photoChanges({ microprojectId, photoId, state, askedAt: instantOf(clock()) }, { traceId, before }),
      'microproject.checked',
    )
  if (!photo) return taken('lost')
  await bucket.put(file, photo)
  const openId = await loadOpenId(table, residentId)
  const url = bucket.signed('GET', file, new Date(clock()), WECHAT_SECONDS)
  const traceId = openId && (await service.checkPicture({ openId, url }))
  await taken(traceId ? 'pending' : 'review', traceId)
}

const photosOf = (image: Item | undefined) => (image && asProject(image).photos) ?? []

export const microprojectReading: Reading<ProjectRecord> = {
  name: 'microproject.checkWording',
  on: 'MicroProject',
  asRecord: asProject,
  words: ({ title, what, where }) => [title, what, where],
  authors: ({ residentId, lastActorId }) => ({ owner: residentId, staff: lastActorId }),
}

export const microprojectReactions = (ports: PhotoPorts): readonly Reaction[] => [
  {
    name: 'microproject.takePhotos',
    on: 'MicroProject',
    async react(table, { before, after }) {
      if (!after) return
      const { microprojectId } = asProject(after)
      const [had, has] = [photosOf(before), photosOf(after)]
      const moved = [...had, ...has].filter(photoId => had.includes(photoId) !== has.includes(photoId))
      if (moved.length === 0) return
      // A change may be told late, or again: what the request names now is kept, whatever it named then.
      const project = await loadProject(table, microprojectId)
      for (const photoId of moved)
        if (project?.photos?.includes(photoId)) await takePhoto(table, project, photoId, ports)
        else await ports.bucket.remove(keptFile(microprojectId, photoId))
    },
  },
  {
    name: 'microproject.tellOwner',
    on: 'MicroProject',
    async react(table, moved) {
      for (const news of newsOf(moved))
        if (news.entry.by === 'staff') await tellResident(table, news.project.residentId, happening(news))
    },
  },
  {
    name: 'microproject.tellCommunity',
    on: 'MicroProject',
    async react(table, moved) {
      for (const news of newsOf(moved))
        if (news.project.state === 'accepted')
          await tellCommunity(table, news.project.community, happening(news))
    },
  },
]
