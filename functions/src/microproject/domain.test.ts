import type { RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import { addMinutes, type Instant } from '@yike/shared/kernel/time'
import { addWorkdays } from '@yike/shared/kernel/workday'
import type { MicroProject } from '@yike/shared/microproject/schema'
import { describe, expect, it } from 'vitest'
import { type Doing, decide, file, isRepeat, MOST_REFILES, viewOf } from './domain'
import type { ProjectRecord } from './store'

const now = '2026-11-23T01:00:00.000Z'
const later = addMinutes(now, 90)
const residentId = 'rs_owner' as Id<'resident'>
const staffId = 'rs_staff' as Id<'resident'>
const wish = {
  title: '单元门口加扶手',
  what: '三级台阶，雨天湿滑',
  where: '3 幢 2 单元',
  kind: 'works' as const,
  position: { lng: 119.95, lat: 31.78 },
}

const filed = file({
  wish,
  microprojectId: 'mp_1' as Id<'microproject'>,
  residentId,
  community: '320499001001' as RegionCode,
  now,
})
const staff: Doing = { part: 'staff', actorId: staffId, now: later }
const owner: Doing = { part: 'owner', actorId: residentId, now: later }
const after = (result: ReturnType<(typeof decide)[keyof typeof decide]>): ProjectRecord => {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}
const sentBack = after(decide.sendBack(filed, { ...staff, note: '请写明几级台阶' }))

describe('a request', () => {
  it('waits for staff until five workdays after it was filed', () => {
    expect(filed).toMatchObject({ state: 'filed', deadlineAt: addWorkdays(now, 5) })
  })

  it('waits no longer once it is accepted, sent back or withdrawn', () => {
    for (const next of [decide.accept(filed, staff), decide.withdraw(filed, owner)])
      expect(after(next)).not.toHaveProperty('deadlineAt')
    expect(sentBack).not.toHaveProperty('deadlineAt')
  })

  it('waits anew when it is filed again, with the changed words and without a position taken away', () => {
    const { position: _, ...moved } = { ...wish, where: '5 幢' }
    const again = after(decide.refile(sentBack, { ...owner, wish: moved }))
    expect(again).toMatchObject({ state: 'filed', where: '5 幢', deadlineAt: addWorkdays(later, 5) })
    expect(again.position).toBeUndefined()
  })

  it('is filed again ten times, and not an eleventh time', () => {
    let project = sentBack
    for (let time = 1; time <= MOST_REFILES; time++)
      project = after(decide.sendBack(after(decide.refile(project, { ...owner, wish })), staff))
    expect(decide.refile(project, { ...owner, wish })).toMatchObject({
      refusal: { code: 'microproject.too_many_refiles' },
    })
    expect(viewOf(project, 'owner', residentId, later).can).toEqual(['withdraw'])
  })

  it.each(['accept', 'sendBack'] as const)('its owner cannot %s it', verb => {
    expect(decide[verb](filed, owner)).toMatchObject({ refusal: { code: 'microproject.wrong_state' } })
  })

  it('an accepted one stays as it is', () => {
    const accepted = after(decide.accept(filed, staff))
    for (const verb of ['accept', 'sendBack'] as const) expect(decide[verb](accepted, staff).ok).toBe(false)
    for (const verb of ['refile', 'withdraw'] as const) expect(decide[verb](accepted, owner).ok).toBe(false)
  })
})

describe('a repeat', () => {
  it('is the same verb with the same words by the same person, right after', () => {
    const doing = { ...staff, note: '请写明几级台阶' }
    expect(isRepeat(sentBack, 'sendBack', doing)).toBe(true)
    expect(isRepeat(sentBack, 'sendBack', { ...doing, note: '别的' })).toBe(false)
    expect(isRepeat(sentBack, 'sendBack', { ...doing, actorId: residentId })).toBe(false)
    expect(isRepeat(filed, 'sendBack', doing)).toBe(false)
  })

  it('of filing again has the same fields', () => {
    const again = after(decide.refile(sentBack, { ...owner, wish }))
    expect(isRepeat(again, 'refile', { ...owner, wish })).toBe(true)
    expect(isRepeat(again, 'refile', { ...owner, wish: { ...wish, what: '又改了一次' } })).toBe(false)
  })
})

describe('what readers see', () => {
  const accepted = after(decide.accept(filed, { ...staff, note: '下周一来量尺寸' }))

  it('neighbours see neither notes nor who filed it, and can do nothing', () => {
    const view = viewOf(accepted, 'neighbour', staffId, later)
    expect(view).toMatchObject({ mine: false, can: [] })
    expect(view.timeline.map(({ verb }) => verb)).toEqual(['file', 'accept'])
    expect(JSON.stringify(view)).not.toMatch(/rs_owner|rs_staff|下周一/)
  })

  it('staff see the notes, and the owner those that were read or waited for ten minutes; each sees what they can do', () => {
    const noteFor = (reader: 'owner' | 'staff', now: Instant) =>
      (viewOf(accepted, reader, residentId, now) as MicroProject).timeline[1]?.note
    expect(noteFor('staff', later)).toBe('下周一来量尺寸')
    expect(noteFor('owner', later)).toBeUndefined()
    expect(noteFor('owner', addMinutes(later, 10))).toBe('下周一来量尺寸')
    expect(viewOf(filed, 'staff', staffId, later)).toMatchObject({ mine: false, can: ['accept', 'sendBack'] })
    expect(viewOf(filed, 'owner', residentId, later)).toMatchObject({ mine: true, can: ['withdraw'] })
  })
})
