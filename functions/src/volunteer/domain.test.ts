import type { RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'
import { addMinutes } from '@yike/shared/kernel/time'
import { addWorkdays } from '@yike/shared/kernel/workday'
import type { ClaimVerb } from '@yike/shared/volunteer/lifecycle'
import { describe, expect, it } from 'vitest'
import type { Resident } from '../identity/handlers'
import { type Case, canDo, isRepeat, may, moved, ownCase, transfer } from './domain'
import { publish } from './domain/publish'
import type { TaskRecord } from './store'

const now = '2026-11-23T01:00:00.000Z'
const community = '320499001001' as RegionCode
const input = {
  community,
  title: '陪张爷爷去医院',
  what: '挂号、取药',
  where: '3 幢',
  kind: 'health' as const,
  startAt: addMinutes(now, 60),
  endAt: addMinutes(now, 180),
  places: 2,
}
const taskId = 'tk_1' as Id<'task'>
const task: TaskRecord = { ...input, taskId, claimed: 0, publishedAt: now }
const volunteerId = 'rs_v' as Id<'resident'>
const staffId = 'rs_staff' as Id<'resident'>
const volunteer: Resident = {
  residentId: volunteerId,
  personId: 'ps_v' as Id<'person'>,
  name: '小李',
  roles: ['resident', 'volunteer'],
  scope: community,
  community,
  home: null,
  householdSize: 1,
  createdAt: now,
}

const own = ownCase(task, undefined, volunteer, now)
const after = (of: Case, verb: ClaimVerb, more: { minutes?: number; reason?: string } = {}): Case => {
  const next = may[verb](of, more.minutes)
  if (!next.ok) throw new Error(next.refusal.code)
  return moved(of, next.value, { verb, actorId: of.part === 'staff' ? staffId : volunteerId, ...more })
}
const as = (of: Case, part: Case['part'], at = of.now): Case => ({ ...of, part, now: at })
const claimed = after(own, 'claim')
const reported = after(as(claimed, 'owner', task.endAt), 'complete', { minutes: 120 })

describe('publishing', () => {
  it.each([
    ['ends before it starts', { endAt: input.startAt }],
    ['is not in whole quarters', { startAt: addMinutes(now, 61) }],
    ['is longer than twelve hours', { endAt: addMinutes(input.startAt, 12 * 60 + 15) }],
  ])('a task that %s is refused', (_, times) => {
    expect(publish({ ...input, ...times }, { taskId, now })).toMatchObject({
      refusal: { code: 'volunteer.bad_times' },
    })
  })

  it('a task that starts now is refused, one of exactly twelve hours over midnight is not', () => {
    expect(publish({ ...input, startAt: now }, { taskId, now })).toMatchObject({
      refusal: { code: 'volunteer.starts_in_past' },
    })
    const overnight = { startAt: addMinutes(now, 600), endAt: addMinutes(now, 600 + 12 * 60) }
    expect(publish({ ...input, ...overnight }, { taskId, now }).ok).toBe(true)
  })
})

describe('claiming', () => {
  it.each([
    ['no volunteer', { mayVolunteer: false }, 'volunteer.not_registered'],
    ['at the minute of the start', { now: input.startAt }, 'volunteer.task_started'],
    ['a task whose places are taken', { task: { ...task, claimed: 2 } }, 'volunteer.task_full'],
    ['a task already claimed', { claim: claimed.claim }, 'volunteer.wrong_state'],
  ])('%s: refused, and not offered', (_, is, code) => {
    const of: Case = { ...own, ...is }
    expect(may.claim(of)).toMatchObject({ refusal: { code } })
    expect(canDo(of)).not.toContain('claim')
  })

  it('only a volunteer of the community of the task may', () => {
    expect(own.mayVolunteer).toBe(true)
    expect(ownCase(task, undefined, { ...volunteer, roles: ['resident'] }, now).mayVolunteer).toBe(false)
    const elsewhere = { ...volunteer, community: '320499001002' as RegionCode }
    expect(ownCase(task, undefined, elsewhere, now).mayVolunteer).toBe(false)
  })

  it('takes a place; giving it back before the start frees it, and it may be claimed again', () => {
    expect(claimed.task.claimed).toBe(1)
    const released = after(claimed, 'release')
    expect(released.task.claimed).toBe(0)
    expect(after(released, 'claim').claim.state).toBe('claimed')
    expect(may.release(as(claimed, 'owner', task.startAt)).ok).toBe(false)
  })

  it('claiming and releasing a hundred times keeps the timeline short', () => {
    let of: Case = own
    for (let time = 0; time < 100; time++) of = after(after(of, 'claim'), 'release')
    expect(of.claim.timeline.length).toBeLessThanOrEqual(40)
    expect(of.claim.version).toBe(200)
  })
})

describe('hours', () => {
  it('what was told and what was confirmed stand in the story as minutes, for its reader to word', () => {
    const confirmed = after(as(reported, 'staff'), 'confirm', { minutes: 90 })
    expect(confirmed.claim.timeline.map(({ verb, minutes, note }) => [verb, minutes, note])).toEqual([
      ['claim', undefined, undefined],
      ['complete', 120, undefined],
      ['confirm', 90, undefined],
    ])
  })

  it('are reported from the end on, and never more than the task lasts', () => {
    expect(may.complete(as(claimed, 'owner', addMinutes(task.endAt, -1)), 60)).toMatchObject({
      refusal: { code: 'volunteer.not_ended' },
    })
    const ended = as(claimed, 'owner', task.endAt)
    expect(may.complete(ended, 120).ok).toBe(true)
    expect(may.complete(ended, 121)).toMatchObject({ refusal: { code: 'volunteer.too_many_minutes' } })
    expect(may.confirm(as(reported, 'staff'), 121)).toMatchObject({
      refusal: { code: 'volunteer.too_many_minutes' },
    })
  })

  it('wait for staff for five workdays, and no longer once they are answered', () => {
    expect(reported.claim.deadlineAt).toBe(addWorkdays(task.endAt, 5))
    const staff = as(reported, 'staff')
    expect(after(staff, 'confirm', { minutes: 90 }).claim).not.toHaveProperty('deadlineAt')
    const disputed = after(staff, 'dispute', { reason: '那天提前结束' }).claim
    expect(disputed).not.toHaveProperty('deadlineAt')
    expect(canDo({ ...reported, claim: disputed })).toEqual(['complete'])
  })

  it('nobody confirms or disputes their own', () => {
    expect(may.confirm(as(reported, 'owner'), 60).ok).toBe(false)
    expect(may.dispute(as(reported, 'owner')).ok).toBe(false)
    expect(canDo(as(reported, 'owner'))).toEqual([])
    expect(canDo(as(reported, 'staff'))).toEqual(['confirm', 'dispute'])
  })

  it('that are confirmed move from the community to the volunteer, and add up to nothing', () => {
    const { claim } = after(as(reported, 'staff'), 'confirm', { minutes: 90 })
    const sides = transfer(claim, 'le_1' as Id<'entry'>, now)
    expect(sides).toMatchObject([
      { accountId: `community:${community}`, minutes: -90, transferId: 'le_1', confirmedBy: staffId },
      { accountId: volunteerId, minutes: 90, transferId: 'le_1', confirmedBy: staffId },
    ])
  })

  it('a repeat is the same verb with the same minutes by the same person', () => {
    const { claim } = after(as(reported, 'staff'), 'confirm', { minutes: 90 })
    expect(isRepeat(claim, { verb: 'confirm', actorId: staffId, minutes: 90 }, claim.version - 1)).toBe(true)
    expect(isRepeat(claim, { verb: 'confirm', actorId: staffId, minutes: 91 }, claim.version - 1)).toBe(false)
    expect(isRepeat(claim, { verb: 'confirm', actorId: volunteerId, minutes: 90 }, claim.version - 1)).toBe(
      false,
    )
    expect(isRepeat(claim, { verb: 'confirm', actorId: staffId, minutes: 90 }, claim.version)).toBe(false)
  })
})
