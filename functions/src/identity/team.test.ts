/** A team is registered by its community, led by who has taken a code once, joined by an act of one's own, and left by one. */
import { LEADER_CODE_HOURS, MEMBER_CODE_HOURS } from '@yike/shared/identity/schema/team'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readBooks } from '../../test/books'
import { everything } from '../../test/everything'
import { createWorld, OSMANTHUS, type Person, STONEBRIDGE, type World } from '../../test/world'

let w: World
let staff: Person
let leader: Person
let dancer: Person
beforeEach(async () => {
  w = await createWorld()
  staff = await w.person({ roles: ['resident', 'worker'], name: '钱文静' })
  leader = await w.person({ name: '吴秀英' })
  dancer = await w.person({ name: '陈美兰' })
})
afterEach(async () => {
  const { kept, due } = await readBooks(w)
  expect(kept).toEqual(due)
  await w.close()
})

const register = async () =>
  (await w.as(staff).post('/work/teams', { community: OSMANTHUS, name: '桂花里舞蹈队' })).body
const join = (code: string, by: Person, name = by.name) => w.as(by).post('/teams/join', { code, name })
/** A team that is led, and a code for the others. */
const led = async () => {
  const { teamId, code } = await register()
  await join(code, leader)
  const invited = await w.as(leader).post(`/teams/${teamId}/code`)
  return { teamId: teamId as string, code: invited.body.code as string }
}
const members = async (teamId: string, by: Person) => (await w.as(by).get(`/teams/${teamId}`)).body.list
const memberId = async (teamId: string, name: string) =>
  (await members(teamId, leader)).find((one: { name: string }) => one.name === name).memberId

describe('a code', () => {
  it('is read before it is taken: which team, of where, and as what', async () => {
    const { code, teamId } = await register()
    const { body } = await w.as(leader).post('/teams/read', { code })
    expect(body).toMatchObject({
      ...{ teamId, name: '桂花里舞蹈队', communityName: '桂花里社区', role: 'leader' },
    })
    expect((await w.as(leader).get('/teams')).body.teams).toEqual([])
  })

  it('of a leader lets in one of eight who take it at once, and a double tap of theirs is once', async () => {
    const { code, teamId } = await register()
    const people = await Promise.all(Array.from({ length: 7 }, () => w.person()))
    const answers = await Promise.all([...people, leader, leader].map(one => join(code, one)))
    const led = answers.filter(({ status }) => status === 200)
    expect(new Set(led.map(({ body }) => body.role))).toEqual(new Set(['leader']))
    const others = answers.filter(({ status }) => status !== 200)
    expect(new Set(others.map(({ body }) => body.code))).toEqual(new Set(['identity.team_code_over']))
    expect((await w.as(staff).get(`/teams/${teamId}`)).body).toMatchObject({ members: 1 })
  })

  it('of members lets in whoever has it until another is made, and not one who was too late', async () => {
    const { teamId, code } = await led()
    const two = await w.person()
    expect((await join(code, dancer)).body).toMatchObject({ role: 'member', called: '陈美兰', members: 2 })
    expect((await join(code, two, '小李')).body).toMatchObject({ members: 3 })
    const next = (await w.as(leader).post(`/teams/${teamId}/code`)).body.code
    const three = await w.person()
    expect((await join(code, three)).body.code).toBe('identity.team_code_over')
    // Who is in it already asks again: an answer may have been lost.
    expect((await join(code, dancer)).status).toBe(200)
    w.pass(MEMBER_CODE_HOURS * 60)
    expect((await join(next, three)).body.code).toBe('identity.team_code_over')
  })

  it('is worth nothing after its day, when the team was closed, or when it never was', async () => {
    const late = await register()
    w.pass(LEADER_CODE_HOURS * 60)
    expect((await join(late.code, leader)).body.code).toBe('identity.team_code_over')
    const { code, teamId } = await register()
    await w.as(staff).post(`/work/teams/${teamId}/close`)
    expect((await join(code, leader)).body.code).toBe('identity.team_code_over')
    expect((await w.as(staff).post(`/work/teams/${teamId}/leader-code`)).body.code).toBe(
      'identity.team_closed',
    )
    expect((await join('0123456789AB', leader)).body.code).toBe('identity.team_code_wrong')
  })

  it('stands nowhere in the table but in the answers that their keys remember', async () => {
    const { code } = await led()
    const items = Object.entries(await everything(w)).filter(([at]) => !at.startsWith('ONCE#'))
    expect(JSON.stringify(items)).not.toContain(code)
  })

  it('sent again under one key is the same code', async () => {
    const { teamId } = await led()
    const [one, two] = [1, 2].map(() => w.as(leader).post(`/teams/${teamId}/code`, {}, 'one-intent-of-hers'))
    expect((await one)?.body.code).toBe((await two)?.body.code)
  })
})

describe('who reads names', () => {
  it('a member reads who books and themselves, who leads reads all, a neighbour nothing', async () => {
    const { teamId, code } = await led()
    await join(code, dancer, '美兰')
    await join(code, await w.person(), '小李')
    const names = async (by: Person) => (await members(teamId, by)).map((one: { name: string }) => one.name)
    expect((await names(leader)).sort()).toEqual(['吴秀英', '小李', '美兰'].sort())
    expect((await names(dancer)).sort()).toEqual(['吴秀英', '美兰'].sort())
    expect((await w.as(await w.person()).get(`/teams/${teamId}`)).status).toBe(404)
  })

  it('staff who open the list are noted with everybody who is on it', async () => {
    const { teamId, code } = await led()
    await join(code, dancer)
    await w.as(staff).get(`/teams/${teamId}`)
    for (const one of [leader, dancer])
      expect((await w.as(one).get('/me/looks')).body.looks).toMatchObject([
        { about: 'team', caseId: teamId, office: 'worker' },
      ])
    const list = (await w.as(staff).get(`/work/teams?community=${OSMANTHUS}`)).body.teams
    expect(list).toMatchObject([{ teamId, members: 2, state: 'open' }])
    expect(JSON.stringify(list)).not.toContain('吴秀英')
  })

  it('of who has left nothing stands there that says who it was', async () => {
    const { teamId, code } = await led()
    await join(code, dancer, '美兰')
    await w.as(dancer).post(`/teams/${teamId}/leave`)
    const ofTeam = Object.entries(await everything(w)).filter(([at]) => at.startsWith('TEAM#'))
    expect(JSON.stringify(ofTeam)).not.toContain('美兰')
    expect(JSON.stringify(ofTeam)).not.toContain(dancer.residentId)
    expect((await w.as(dancer).get('/teams')).body.teams).toEqual([])
    // Who comes back is a member once more, and not what they were.
    expect((await join(code, dancer, '美兰')).body).toMatchObject({ role: 'member', members: 2 })
  })
})

describe('who may change it', () => {
  it('who leads lets others book and takes them out; a member and staff of elsewhere do neither', async () => {
    const { teamId, code } = await led()
    await join(code, dancer)
    const id = await memberId(teamId, '陈美兰')
    const path = `/teams/${teamId}/members/${id}`
    const far = await w.person({
      roles: ['resident', 'worker'],
      ...{ community: STONEBRIDGE, scope: STONEBRIDGE },
    })
    for (const one of [dancer, far]) {
      expect((await w.as(one).put(path, { mayBook: true })).status).toBe(404)
      expect((await w.as(one).post(`${path}/remove`)).status).toBe(404)
    }
    expect((await w.as(leader).put(path, { mayBook: true })).body.role).toBe('booker')
    expect((await w.as(staff).put(path, { mayBook: false })).body.role).toBe('member')
    expect((await w.as(leader).post(`${path}/remove`)).body.role).toBe('left')
    expect((await w.as(leader).post(`${path}/remove`)).body.role).toBe('left')
    expect((await w.as(leader).get(`/teams/${teamId}`)).body.members).toBe(1)
  })

  it('leaving four times at once is leaving once', async () => {
    const { teamId, code } = await led()
    await join(code, dancer)
    const left = await Promise.all([1, 2, 3, 4].map(() => w.as(dancer).post(`/teams/${teamId}/leave`)))
    expect(new Set(left.map(({ status }) => status))).toEqual(new Set([200]))
    expect((await w.as(leader).get(`/teams/${teamId}`)).body.members).toBe(1)
  })

  it('a leader who was taken out meanwhile takes out nobody', async () => {
    const { teamId, code } = await led()
    await join(code, dancer)
    const mine = await memberId(teamId, '吴秀英')
    const theirs = await memberId(teamId, '陈美兰')
    const write = w.table.write.bind(w.table)
    let isOut = false
    w.table.write = async changes => {
      if (!isOut) {
        isOut = true
        await w.as(staff).post(`/teams/${teamId}/members/${mine}/remove`)
      }
      return write(changes)
    }
    const answer = await w.as(leader).post(`/teams/${teamId}/members/${theirs}/remove`)
    w.table.write = write
    expect(answer.status).toBe(404)
    expect((await w.as(staff).get(`/teams/${teamId}`)).body.members).toBe(1)
  })

  it('staff register for their own community alone, name another who leads, close and reopen', async () => {
    const far = { community: STONEBRIDGE, name: '石桥头棋社' }
    expect((await w.as(staff).post('/work/teams', far)).status).toBe(404)
    const { teamId } = await led()
    const { code } = (await w.as(staff).post(`/work/teams/${teamId}/leader-code`)).body
    expect((await join(code, dancer)).body.role).toBe('leader')
    const closed = await Promise.all([1, 2].map(() => w.as(staff).post(`/work/teams/${teamId}/close`)))
    expect(closed.map(({ body }) => body.state)).toEqual(['closed', 'closed'])
    expect((await w.as(staff).post(`/work/teams/${teamId}/reopen`)).body.state).toBe('open')
  })
})

describe('who was taken out', () => {
  it('does not come back by the code that let them in; a new one lets others in', async () => {
    const { teamId, code } = await led()
    await join(code, dancer)
    await w.as(leader).post(`/teams/${teamId}/members/${await memberId(teamId, dancer.name)}/remove`)
    expect((await join(code, dancer)).body.code).toBe('identity.team_code_over')
    const next = (await w.as(leader).post(`/teams/${teamId}/code`)).body.code
    expect((await join(next, await w.person())).status).toBe(200)
  })

  it('by oneself leaves the code to the others', async () => {
    const { teamId, code } = await led()
    await join(code, dancer)
    await w.as(dancer).post(`/teams/${teamId}/leave`)
    expect((await join(code, await w.person())).status).toBe(200)
  })
})

describe('the list of a team', () => {
  it('begins with who leads it and who books for it, also of 40, and to a member it ends there and with them', async () => {
    const { teamId, code } = await led()
    for (let i = 0; i < 40; i++) await join(code, await w.person(), `队员${i}`)
    await join(code, dancer)
    await w.as(leader).put(`/teams/${teamId}/members/${await memberIdIn(teamId, '队员7')}`, { mayBook: true })
    const names = (body: { list: { name: string }[] }) => body.list.map(({ name }) => name)
    const first = (await w.as(leader).get(`/teams/${teamId}?limit=5`)).body
    expect(names(first).slice(0, 2)).toEqual([leader.name, '队员7'])
    const seen = (await w.as(dancer).get(`/teams/${teamId}?limit=5`)).body
    expect(names(seen)).toEqual([leader.name, '队员7', dancer.name])
    expect(seen.cursor).toBeUndefined()
  })

  it('is whole to staff of its community who are in it too, and those in it read that it was opened', async () => {
    const { teamId, code } = await led()
    await join(code, dancer)
    await join(code, staff)
    expect(await members(teamId, staff)).toHaveLength(3)
    expect((await w.as(dancer).get('/me/looks')).body.looks).toHaveLength(1)
  })
})

/** All pages of it. */
const memberIdIn = async (teamId: string, wanted: string) => {
  for (let cursor = ''; ; ) {
    const { body } = await w.as(leader).get(`/teams/${teamId}?limit=50${cursor && `&cursor=${cursor}`}`)
    const found = body.list.find(({ name }: { name: string }) => name === wanted)
    if (found) return found.memberId
    cursor = body.cursor
  }
}
