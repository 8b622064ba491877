/** The micro-project requests of the demo, each with its timeline. */
import { addDays, type Instant, instantAt, localDate } from '@yike/shared/kernel/time'
import { decide, file } from '../../microproject/domain'
import type { ProjectRecord } from '../../microproject/store'
import { communities, demoId, offset } from '../street'
import { type Planning, sure } from './book'
import { personaOf, workerFor } from './cast'
import { type PhotoName, type ProjectRow, projects, type StepRow } from './project-rows'

const ago = (now: Instant, days: number, hour: number): Instant =>
  instantAt(addDays(localDate(now), -days), hour * 60)

const photoIdOf = (name: PhotoName) => demoId('photo', name)

const planProject = ({ cast, now }: Planning, row: ProjectRow): ProjectRecord => {
  const { code, center } = communities[row.community]
  const owner =
    typeof row.by === 'string' ? personaOf(cast, row.by) : cast.neighbours[row.community].elders[row.by]
  if (!owner) throw new Error(`Nobody files ${row.title}`)
  const staff = workerFor(cast, code).resident.residentId
  const { title, what, where, kind, photos = [] } = row
  const wish = {
    title,
    what,
    where,
    kind,
    position: offset(center, ...row.at),
    ...(photos.length > 0 && { photos: photos.map(photoIdOf) }),
  }
  const { residentId } = owner.resident
  const filed = file({
    wish,
    microprojectId: demoId('microproject', title),
    residentId,
    community: code,
    now: ago(now, ...row.filed),
  })
  const step = (project: ProjectRecord, [verb, days, hour, note]: StepRow): ProjectRecord => {
    const isStaff = verb === 'accept' || verb === 'sendBack'
    const doing = { part: isStaff ? 'staff' : 'owner', actorId: isStaff ? staff : residentId } as const
    return sure(
      title,
      decide[verb](project, {
        ...doing,
        now: ago(now, days, hour),
        note,
        ...(verb === 'refile' && { wish }),
      }),
    )
  }
  return row.since.reduce(step, filed)
}

/** Every photo of the demo with the request that shows it. */
export const projectPhotos = projects.flatMap(({ title, photos = [] }) =>
  photos.map(name => ({ name, microprojectId: demoId('microproject', title), photoId: photoIdOf(name) })),
)

export const planProjects = (planning: Planning): ProjectRecord[] =>
  projects.map(row => planProject(planning, row))
