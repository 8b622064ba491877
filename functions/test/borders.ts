/**
 * Between whom the borders run: for every id that a request can carry, a thing that is there, who may reach it, and
 * somebody of another community or another household who may not. A new kind of id needs its border here.
 */
import { instantAt } from '@yike/shared/kernel/time'
import { memberOf } from '../src/identity/store/team'
import { newId } from '../src/platform/ids'
import type { Input, Listed } from './contract'
import { MONDAY, OSMANTHUS, type Person, STONEBRIDGE, type World } from './world'

export interface Border {
  /** Who may, and with what: this call reaches the thing. */
  readonly inside: { readonly by: Person; readonly ids: Input }
  /** Who may not: the thing is there, and they must not be able to tell. */
  readonly outside: { readonly by: Person; readonly ids: Input }
  /** An id of the same kind that nothing has. */
  readonly missing: string
}

/** `open`: everybody may name any of them, as in a public directory. */
export type BorderOf = (endpoint: Listed) => Border | 'open'

const isForStaff = ({ endpoint: { access } }: Listed) => access !== 'anyone' && !access.includes('resident')

export const createBorders = async (w: World): Promise<Readonly<Record<string, BorderOf>>> => {
  const owner = await w.person({ roles: ['resident', 'volunteer'] })
  const neighbour = await w.person({ roles: ['resident', 'volunteer'] })
  const staff = await w.person({ roles: ['resident', 'worker'] })
  const far = { community: STONEBRIDGE, scope: STONEBRIDGE }
  const farResident = await w.person({ ...far, roles: ['resident', 'volunteer'] })
  const farStaff = await w.person({ ...far, roles: ['resident', 'worker'] })

  const place = await w.place()
  const offering = await w.offering(place, { needsApproval: true })
  const elsewhere = await w.offering(await w.place())
  const slot = { startAt: instantAt('2026-11-24', 9 * 60), endAt: instantAt('2026-11-24', 10 * 60) }
  const here = { placeId: place.placeId, offeringId: offering.offeringId, ...slot }

  const { bookingId } = await made(w, owner, '/bookings', here)
  const at = { startAt: instantAt('2026-11-24', 16 * 60), endAt: instantAt('2026-11-24', 17 * 60) }
  const { seriesId } = await made(w, owner, '/series', {
    placeId: elsewhere.placeId,
    offeringId: elsewhere.offeringId,
    spans: [at],
  })
  const nursery = await w.offering(place, { kind: 'childcare', name: '托小班' })
  const care = { startAt: instantAt('2026-11-24', 13 * 60), endAt: instantAt('2026-11-24', 14 * 60) }
  const child = await made(w, owner, '/bookings', {
    ...{ placeId: place.placeId, offeringId: nursery.offeringId, ...care },
  })
  const named = await made(w, owner, `/bookings/${child.bookingId}/fetchers`, {
    ...{ name: '孙奶奶', relation: 'grandparent', days: 30, agreed: true },
  })
  const [{ fetcherId }] = named.fetchers as [{ fetcherId: string }]
  const { microprojectId } = await made(w, owner, '/microprojects', {
    title: '修路灯',
    what: '北门三盏灯不亮',
    where: '北门',
    kind: 'works',
  })
  const { taskId } = await made(w, staff, '/tasks', {
    community: OSMANTHUS,
    title: '整理图书角',
    what: '上架、登记',
    where: '社区图书室',
    kind: 'culture',
    startAt: instantAt('2026-11-25', 9 * 60),
    endAt: instantAt('2026-11-25', 10 * 60),
    places: 5,
  })
  await w.react()
  await made(w, owner, `/tasks/${taskId}/claim`, { version: 0 })
  const { seasonId } = await made(
    w,
    staff,
    `/work/places/${elsewhere.placeId}/offerings/${elsewhere.offeringId}/seasons`,
    {
      ...{ from: '2026-12-07', to: '2026-12-31', slots: [{ weekday: 0, fromMinute: 1020, toMinute: 1080 }] },
      ...{ most: 1, source: 'hand' },
      ...{ closesAt: instantAt('2026-12-01', 720), drawAt: instantAt('2026-12-02', 720) },
    },
  )
  const household = await made(w, owner, '/me/people', { name: '妈妈', relation: 'parent' })
  const [, mother] = household.people as { personId: string }[]

  const asked = await made(w, staff, '/desks', { label: 'Chrome · Windows' })
  const desk = { deskId: asked.deskId, secret: asked.secret }
  await made(w, staff, '/desks/confirm', { code: asked.code })
  await made(w, staff, '/desks/take', { code: asked.code, secret: asked.secret })

  const supervisor = await w.person({ roles: ['resident', 'supervisor'] })
  const farSupervisor = await w.person({ ...far, roles: ['resident', 'supervisor'] })
  const member = await w.person()
  const wanted = { name: '钱文静', role: 'worker', scope: OSMANTHUS }
  const { code } = await made(w, supervisor, '/work/staff/invitations', wanted)
  await w.as(member).put('/me/post', { code })

  const holder = await w.person()
  const offered = await made(w, owner, '/grants', { may: ['book', 'cancel', 'see'], days: 30 })
  await made(w, holder, '/grants/take', { code: offered.code })
  await made(w, owner, `/grants/${offered.grantId}/confirm`, {})
  const underGrant = { grantId: offered.grantId, bookingId, seasonId, ...here }

  const team = await made(w, staff, '/work/teams', { community: OSMANTHUS, name: '桂花里舞蹈队' })
  await made(w, owner, '/teams/join', { code: team.code, name: '王队长' })
  const invited = await made(w, owner, `/teams/${team.teamId}/code`, {})
  const [dancer, leaver] = [await w.person(), await w.person()]
  for (const one of [dancer, leaver]) await made(w, one, '/teams/join', { code: invited.code, name: '队员' })
  const ofTeam = { teamId: team.teamId, memberId: memberOf(team.teamId, dancer.residentId) }

  const volunteerId = owner.residentId
  const ofCase = (ids: Input, kind: 'booking' | 'series' | 'microproject' | 'task'): BorderOf => {
    const missing = newId(kind, MONDAY)
    return endpoint =>
      isForStaff(endpoint)
        ? { inside: { by: staff, ids }, outside: { by: farStaff, ids }, missing }
        : { inside: { by: owner, ids }, outside: { by: farResident, ids }, missing }
  }

  return {
    bookingId: ofCase({ bookingId, ...here }, 'booking'),
    seriesId: ofCase({ seriesId }, 'series'),
    // What is published of a season everybody may read, and anybody may ask.
    seasonId: endpoint =>
      isForStaff(endpoint)
        ? {
            inside: { by: staff, ids: { seasonId } },
            outside: { by: farStaff, ids: { seasonId } },
            missing: newId('season', MONDAY),
          }
        : 'open',
    microprojectId: ofCase({ microprojectId }, 'microproject'),
    taskId: ofCase({ taskId, volunteerId }, 'task'),
    volunteerId: () => ({
      inside: { by: staff, ids: { taskId, volunteerId } },
      // Somebody who is there, but has not claimed this task.
      outside: { by: staff, ids: { taskId, volunteerId: neighbour.residentId } },
      missing: newId('resident', MONDAY),
    }),
    residentId: () => {
      const ids = { residentId: member.residentId }
      const missing = newId('resident', MONDAY)
      return { inside: { by: supervisor, ids }, outside: { by: farSupervisor, ids }, missing }
    },
    personId: () => ({
      inside: { by: owner, ids: { ...here, seasonId, personId: mother?.personId } },
      outside: { by: neighbour, ids: { ...here, seasonId, personId: mother?.personId } },
      missing: newId('person', MONDAY),
    }),
    fetcherId: endpoint => {
      const ids = { bookingId: child.bookingId, fetcherId }
      const [by, out] = isForStaff(endpoint) ? [staff, farStaff] : [owner, neighbour]
      return { inside: { by, ids }, outside: { by: out, ids }, missing: newId('fetcher', MONDAY) }
    },
    grantId: ({ id }) => ({
      inside: { by: id === 'identity.confirmGrant' ? owner : holder, ids: underGrant },
      outside: { by: neighbour, ids: underGrant },
      missing: newId('grant', MONDAY),
    }),
    teamId: endpoint => ({
      inside: {
        by: isForStaff(endpoint) ? staff : endpoint.id === 'identity.leaveTeam' ? leaver : owner,
        ids: { ...ofTeam, ...here },
      },
      outside: { by: isForStaff(endpoint) ? farStaff : neighbour, ids: { ...ofTeam, ...here } },
      missing: newId('team', MONDAY),
    }),
    memberId: () => ({
      inside: { by: owner, ids: ofTeam },
      outside: { by: neighbour, ids: ofTeam },
      missing: newId('member', MONDAY),
    }),
    deskId: ({ id }) => ({
      inside: { by: staff, ids: desk },
      outside:
        id === 'identity.renewDesk'
          ? // Whoever saw its number has not its secret.
            { by: owner, ids: { ...desk, secret: 'A'.repeat(43) } }
          : { by: farStaff, ids: desk },
      missing: newId('desk', MONDAY),
    }),
    placeId: endpoint => {
      const ids = { placeId: place.placeId, offeringId: offering.offeringId }
      return isForStaff(endpoint)
        ? { inside: { by: staff, ids }, outside: { by: farStaff, ids }, missing: newId('place', MONDAY) }
        : 'open'
    },
    offeringId: endpoint => ({
      inside: { by: isForStaff(endpoint) ? staff : neighbour, ids: here },
      // An offering of another place.
      outside: {
        by: isForStaff(endpoint) ? staff : neighbour,
        ids: { ...here, offeringId: elsewhere.offeringId },
      },
      missing: newId('offering', MONDAY),
    }),
    community: ({ id }) =>
      // Whoever moves house may choose any community; what seasons there are everybody may know.
      id === 'identity.join' || id === 'booking.seasons'
        ? 'open'
        : {
            inside: { by: staff, ids: { community: OSMANTHUS } },
            outside: { by: staff, ids: { community: STONEBRIDGE } },
            missing: '320499001999',
          },
    region: ({ endpoint: { access } }) => {
      const by = access.includes('worker') ? staff : supervisor
      return {
        inside: { by, ids: { region: OSMANTHUS } },
        outside: { by, ids: { region: STONEBRIDGE } },
        missing: '320499001999',
      }
    },
  }
}

const made = async (w: World, by: Person, path: string, body: Input) => {
  const answer = await w.as(by).post(path, body)
  if (answer.status >= 400) throw new Error(`${path}: ${answer.body.code}`)
  return answer.body
}
