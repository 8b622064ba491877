/** One call of every endpoint that gets what it asks for, one after the other, and what each costs. */
import { MOST_WISHES } from '@yike/shared/booking/schema/season'
import {
  addDays,
  addMinutes,
  instantAt,
  localDate,
  minuteOfDay,
  minutesBetween,
} from '@yike/shared/kernel/time'
import { seasonsIn } from '../src/booking/season/seasons.test-support'
import { memberOf } from '../src/identity/store/team'
import { endpoints, type Input, requestFor } from './contract'
import { type Cost, createMeter } from './meter'
import { prepareStreets } from './streets'
import { createWorld, HOME, OSMANTHUS, type Person, type World } from './world'

/** Made up, after the manner of those that were published. */
const noticeOf2030 =
  '元旦：1月1日放假。春节：2月3日至9日放假调休，共7天。清明节：4月5日放假。劳动节：5月1日至5日放假。端午节：6月5日放假。中秋节：9月12日放假。国庆节：10月1日至7日放假。'

export interface Measured {
  readonly name: string
  readonly inRequest: Cost
  /** Reactions to what it committed. */
  readonly afterwards: Cost
}

/** Measures the endpoints and the clock; fails on an endpoint that the story does not call. */
export const measureCosts = async (): Promise<Measured[]> => {
  const meter = createMeter()
  const w = await createWorld({ meter })
  const measured: Measured[] = []

  const measure = async (name: string, act: () => Promise<unknown>) => {
    await w.react()
    meter.take()
    await act()
    const inRequest = meter.take()
    await w.react()
    measured.push({ name, inRequest, afterwards: meter.take() })
  }
  const call = async (id: string, by: Person | undefined, input: Input = {}) => {
    const listed = endpoints.find(one => one.id === id)
    if (!listed) throw new Error(`${id} is no endpoint`)
    const { method, path, body } = requestFor(listed.endpoint, input)
    let answer = { status: 0, body: {} as Record<string, string> }
    await measure(id, async () => {
      const key = listed.endpoint.keyed && `intent-of-${id}`.replace('.', '-').padEnd(16, '-')
      answer = await w.send(method, path, { token: by && (await w.tokenOf(by)), body, ...(key && { key }) })
    })
    if (answer.status >= 400) throw new Error(`${id} answered ${answer.status} ${answer.body.code}`)
    return answer.body
  }

  const resident = await w.person()
  const staff = await w.person({ roles: ['resident', 'worker'] })
  const place = await w.place()
  const offering = await w.offering(place, { needsApproval: true })
  const { placeId, offeringId } = offering
  await prepareStreets(w)
  const slot = (hour: number) => ({
    placeId,
    offeringId,
    startAt: instantAt('2026-11-24', hour * 60),
    endAt: instantAt('2026-11-24', (hour + 1) * 60),
  })

  const soon = (now: string) => {
    const startAt = instantAt(localDate(now), (Math.floor(minuteOfDay(now) / 60) + 1) * 60)
    return { startAt, endAt: addMinutes(startAt, 60) }
  }

  await call('identity.signIn', undefined, { code: w.sandbox.login('openid-of-somebody-new') })
  await call('identity.communities', undefined)
  await call('identity.me', resident)
  await call('identity.join', resident, { community: OSMANTHUS, name: '王阿姨' })
  await call('identity.setHome', resident, { label: '3 幢 2 单元', ...HOME })
  await call('identity.addPerson', resident, { name: '妈妈', relation: 'parent' })
  await call('identity.setBorn', resident, { personId: resident.personId, bornOn: '1950-03' })

  await call('identity.givePhone', resident, { phone: '138 0000 1234', agreed: true })
  await call('identity.phone', resident)
  await call('identity.removePhone', resident)

  const desk = await call('identity.askDesk', undefined, { label: 'Chrome · Windows' })
  const { deskId, secret, code: deskCode } = desk
  await call('identity.scanDesk', staff, { code: deskCode })
  await call('identity.confirmDesk', staff, { code: deskCode })
  await call('identity.takeDesk', undefined, { code: deskCode, secret })
  await call('identity.renewDesk', undefined, { deskId, secret })
  await call('identity.desks', staff)
  await call('identity.endDesk', staff, { deskId })
  const { body: notMine } = await w.send('POST', '/desks', { body: { label: 'Chrome · Windows' } })
  await call('identity.refuseDesk', staff, { code: notMine.code })

  const daughter = await w.person()
  const acts = ['book', 'cancel', 'see']
  const granted = await call('identity.offerGrant', resident, { may: acts, days: 90 })
  const { grantId } = granted
  await call('identity.readGrant', daughter, { code: granted.code })
  await call('identity.takeGrant', daughter, { code: granted.code })
  await call('identity.confirmGrant', resident, { grantId })
  await call('identity.grant', resident, { grantId })
  await call('identity.grants', daughter, { side: 'held' })

  const supervisor = await w.person({ roles: ['resident', 'supervisor'] })
  const wanted = { name: '钱文静', role: 'worker', scope: OSMANTHUS }
  const invitation = await call('identity.inviteStaff', supervisor, wanted)
  const invited = await w.person()
  await call('identity.readInvitation', invited, { code: invitation.code })
  await call('identity.takePost', invited, { code: invitation.code })
  await call('identity.staff', supervisor)
  await call('identity.endPost', supervisor, { residentId: invited.residentId })

  const registered = await call('identity.registerTeam', staff, { community: OSMANTHUS, name: '舞蹈队' })
  const ofTeam = { teamId: registered.teamId }
  await call('identity.teamsOf', staff, { community: OSMANTHUS })
  await call('identity.readTeam', resident, { code: registered.code })
  await call('identity.joinTeam', resident, { code: registered.code, name: '王阿姨' })
  await call('identity.inviteLeader', staff, ofTeam)
  const forAll = await call('identity.inviteMembers', resident, ofTeam)
  const [dancer, another] = [await w.person(), await w.person()]
  for (const one of [dancer, another])
    await w.as(one).post('/teams/join', { code: forAll.code, name: '队员' })
  const memberId = memberOf(registered.teamId as never, dancer.residentId)
  await call('identity.setMember', resident, { ...ofTeam, memberId, mayBook: true })
  await call('identity.removeMember', resident, { ...ofTeam, memberId })
  await call('identity.leaveTeam', another, ofTeam)
  await call('identity.teams', resident)
  await call('identity.team', resident, ofTeam)
  await call('booking.ofTeam', resident, ofTeam)
  await call('identity.closeTeam', staff, ofTeam)
  await call('identity.reopenTeam', staff, ofTeam)

  await call('circle.around', resident, HOME)
  await call('circle.bands', resident, HOME)
  await call('circle.near', resident, HOME)
  await call('circle.place', resident, { placeId })
  await call('booking.soonest', resident, { places: placeId })
  await call('circle.favour', resident, { placeId, favourite: true })
  await call('circle.favourites', resident, HOME)

  const hall = { name: '文化礼堂', kind: 'culture', position: HOME, hours: '每天 8:30–17:30' }
  const { placeId: hallId } = await call('circle.addPlace', staff, { community: OSMANTHUS, ...hall })
  const seen = (version: number) => ({ placeId: hallId, version })
  await call('circle.directory', staff, { community: OSMANTHUS })
  await call('circle.coverage', staff, { region: OSMANTHUS })
  await call('circle.holidays', staff)
  await call('circle.enterHolidays', await w.person({ roles: ['resident', 'supervisor'] }), {
    year: 2030,
    text: noticeOf2030,
    version: 0,
  })
  await call('circle.entry', staff, { placeId: hallId })
  await call('circle.changePlace', staff, { ...seen(1), ...hall, phone: '0519-1' })
  await call('circle.assurePlace', staff, seen(2))
  await call('circle.closePlace', staff, { ...seen(3), reason: '房屋收回' })
  await call('circle.reopenPlace', staff, seen(4))

  await call('booking.days', resident, { placeId, offeringId })
  const hallOf = await w.offering(place, { kind: 'venue', equipment: [{ name: '投影', count: 1 }] })
  const { startAt: at9, endAt: at10 } = slot(9)
  await call('booking.equipment', resident, {
    ...{ placeId, offeringId: hallOf.offeringId },
    ...{ startAt: at9, endAt: at10 },
  })
  const { bookingId } = await call('booking.place', resident, slot(9))
  await call('booking.mine', resident)
  await call('booking.show', resident, { bookingId })
  await call('workbench.communities', staff)
  await call('workbench.queue', staff, { community: OSMANTHUS })
  await call('booking.approve', staff, { bookingId })
  await call('booking.cancel', resident, { bookingId })
  const staffed = await w.offering(place, { capacity: 10, staffing: { ratio: 3, weekly: [] } })
  const ofClass = { placeId, offeringId: staffed.offeringId, on: '2026-11-24' }
  const shift = { name: '郁老师', fromMinute: 480, toMinute: 1020 }
  await call('booking.setRoster', staff, { ...ofClass, version: 0, shifts: [shift] })
  await call('booking.roster', staff, ofClass)
  await call('booking.rosters', staff, { placeId, from: ofClass.on })
  const ofGuest = { ...slot(11), offeringId: staffed.offeringId }
  const seated = await w.as(await w.person()).post('/bookings', ofGuest)
  await w.as(staff).put(`/places/${placeId}/offerings/${staffed.offeringId}/rosters/${ofClass.on}`, {
    version: 1,
    shifts: [],
  })
  await call('booking.displace', staff, { bookingId: seated.body.bookingId })
  const again = await w.as(resident).post('/bookings', slot(10))
  await call('booking.decline', staff, { bookingId: again.body.bookingId, reason: '当天消毒' })

  const nursery = await w.offering(place, { kind: 'childcare', name: '托小班', capacity: 10 })
  const care = await w.as(resident).post('/bookings', {
    ...{ placeId, offeringId: nursery.offeringId },
    ...{ startAt: instantAt('2026-11-23', 10 * 60), endAt: instantAt('2026-11-23', 11 * 60) },
  })
  const ofChild = { bookingId: care.body.bookingId }
  const grandmother = { name: '孙奶奶', relation: 'grandparent', days: 30, agreed: true }
  const pickup = await call('booking.nameFetcher', resident, { ...ofChild, ...grandmother })
  const [{ fetcherId }] = pickup.fetchers as unknown as [{ fetcherId: string }]
  await call('booking.setContact', resident, { ...ofChild, phone: '13900001111' })
  await call('booking.instruct', resident, { ...ofChild, note: '美林 5 毫升，饭后' })
  await call('booking.makePickupCode', resident, ofChild)
  await call('booking.endPickupCode', resident, ofChild)
  const told = await w.as(resident).post(`/bookings/${ofChild.bookingId}/pickup-code`, { fetcherId })
  await call('booking.classDay', staff, { placeId, on: '2026-11-23' })
  await call('booking.contact', staff, ofChild)
  await call('booking.arrive', staff, { ...ofChild, at: w.now, temperatureDeci: 366 })
  await call('booking.noteCare', staff, { ...ofChild, at: w.now, meal: 'all' })
  const code = { code: told.body.code.digits }
  await call('booking.checkPickup', staff, { ...ofChild, ...code })
  await call('booking.leave', staff, { ...ofChild, at: w.now, ...code })
  await call('booking.pickup', resident, ofChild)
  const corrected = await call('booking.correctFetcher', resident, { ...ofChild, fetcherId, name: '孙玉兰' })
  const [fetcher] = corrected.fetchers as unknown as [{ fetcherId: string }]
  await call('booking.endFetcher', resident, { ...ofChild, ...{ fetcherId: fetcher.fetcherId } })

  const fields = {
    ...{ name: '陶艺课', forWhom: '人人可约', capacity: 8, hours: '每天 9:00–18:00，节假日照常' },
    ...{ slotMinutes: 60, noticeMinutes: 60, daysAhead: 14, cancelMinutes: 60, needsApproval: false },
    ...{ priceClass: 'free', priceFen: 0, equipment: [{ name: '投影仪', count: 2 }] },
  }
  const added = await call('booking.addOffering', staff, { placeId, kind: 'venue', ...fields })
  const { offeringId: addedId } = added
  await call('booking.offerings', staff, { placeId })
  // Somebody wants a projector with the room: what else has one is looked for too.
  const shown = { ...slot(16), offeringId: addedId, equipment: [{ name: '投影仪', count: 1 }] }
  const showing = await w.as(await w.person()).post('/bookings', shown)
  if (showing.status !== 201) throw new Error(`a projector: ${showing.body.code}`)
  const hit = await call('booking.affected', staff, { placeId, closed: true })
  const [first] = hit.affected as unknown as { bookingId: string }[]
  await call('booking.followUp', staff, { placeId, shown: [{ bookingId: first?.bookingId }] })
  await call('booking.changeOffering', staff, {
    placeId,
    offeringId: addedId,
    version: 1,
    ...fields,
    capacity: 6,
  })

  const full = await w.offering(place, { capacity: 1 })
  const fullSlot = { ...slot(14), offeringId: full.offeringId }
  const holder = w.as(await w.person())
  const held = await holder.post('/bookings', fullSlot)
  const entry = await call('booking.join', resident, fullSlot)
  w.pass(15)
  const next = await w.person()
  await w.as(next).post('/bookings/waiting', fullSlot)
  await measure('a held seat is given back, two wait', () =>
    holder.post(`/bookings/${held.body.bookingId}/cancel`),
  )
  await call('booking.accept', resident, { bookingId: entry.bookingId })
  await w.as(resident).post(`/bookings/${entry.bookingId}/cancel`)
  await w.react()
  const { body: second } = await w.as(next).post('/bookings/waiting', fullSlot)
  await call('booking.pass', next, { bookingId: second.bookingId })
  const retaken = await holder.post('/bookings', fullSlot)
  const onPhone = w.as(await w.person())
  const { body: third } = await onPhone.post('/bookings/waiting', fullSlot)
  await w.react()
  await holder.post(`/bookings/${retaken.body.bookingId}/cancel`)
  await w.react()
  await call('booking.acceptFor', staff, { bookingId: third.bookingId })
  await onPhone.post(`/bookings/${third.bookingId}/cancel`)
  await w.react()

  const { body: gone } = await w.as(resident).post('/bookings', { ...slot(16), offeringId: full.offeringId })
  const today = { placeId, offeringId: full.offeringId, startAt: w.now, endAt: addMinutes(w.now, 60) }
  const { body: come } = await w.as(next).post('/bookings', { ...today, ...soon(w.now) })
  await call('booking.sheet', staff, { placeId, from: '2026-11-23', days: 7 })
  await call('booking.takeAttendance', staff, { placeId, from: '2026-11-23', days: 7 })
  const door = await call('booking.door', staff, { placeId })
  await call('booking.checkIn', next, { bookingId: come.bookingId, code: door.code })
  w.pass(60 * 24 * 2)
  const absent = { bookingId: gone.bookingId, mark: 'absent', markedAt: w.now }
  await call('booking.mark', staff, absent)
  await call('booking.appeal', resident, { bookingId: gone.bookingId, reason: '发烧去了医院' })
  await call('booking.uphold', staff, { bookingId: gone.bookingId, reason: '没有接到电话' })
  const { body: ill } = await w.as(resident).post('/bookings', { ...today, ...soon(w.now) })
  w.pass(120)
  const did = { mark: 'absent', markedAt: w.now }
  await w.as(staff).post(`/work/bookings/${ill.bookingId}/mark`, did)
  await w.as(resident).post(`/bookings/${ill.bookingId}/appeal`, { reason: '发烧去了医院' })
  await call('booking.excuse', staff, { bookingId: ill.bookingId })

  const asked = { ...soon(w.now), placeId, offeringId: full.offeringId, phone: '138 0000 0001' }
  const called = await call('booking.bookFor', staff, { ...asked, name: '李奶奶' })
  await call('booking.findCaller', staff, { community: OSMANTHUS, phone: '13800000001' })
  await call('booking.recordCertificate', staff, {
    ...{ bookingId: called.bookingId, has: true, untilOn: addDays(localDate(w.now), 20) },
    agreed: true,
  })
  await call('booking.certificate', staff, { bookingId: called.bookingId })
  await call('booking.certificates', staff, { community: OSMANTHUS })
  await call('booking.cancelFor', staff, { bookingId: called.bookingId, reason: '来电话说不去了' })

  const tomorrow = addDays(localDate(w.now), 1)
  const fourDays = Array.from({ length: 4 }, (_, i) => ({
    startAt: instantAt(addDays(tomorrow, i), 17 * 60),
    endAt: instantAt(addDays(tomorrow, i), 18 * 60),
  }))
  const ofCourt = { placeId, offeringId: full.offeringId }
  await call('booking.previewSeries', resident, { ...ofCourt, ...fourDays[0], every: 'daily', times: 4 })
  const { seriesId } = await call('booking.placeSeries', resident, { ...ofCourt, spans: fourDays })
  await call('booking.series', resident, { seriesId })
  const answered = await w.offering(place, { needsApproval: true, capacity: 10 })
  const waiting = async () => {
    const wished = { placeId, offeringId: answered.offeringId, spans: fourDays }
    return { seriesId: (await w.as(await w.person()).post('/series', wished)).body.seriesId }
  }
  await call('booking.approveSeries', staff, await waiting())
  await call('booking.declineSeries', staff, { ...(await waiting()), reason: '场地要大修' })
  await call('booking.cancelSeries', resident, { seriesId })
  await call('booking.delegated', daughter, { grantId })
  await call('identity.endGrant', resident, { grantId })

  await call('booking.linkCalendar', resident)
  await call('booking.calendar', resident)
  await call('booking.endCalendar', resident)

  const { photoId } = await call('microproject.offerPhoto', resident, { type: 'image/jpeg', bytes: 1 })
  const wish = { title: '修路灯', what: '北门三盏灯不亮', where: '北门', kind: 'works', photos: [photoId] }
  const { microprojectId } = await call('microproject.file', resident, wish)
  await call('microproject.list', resident, { of: 'me' })
  await call('microproject.show', resident, { microprojectId })
  await call('microproject.sendBack', staff, { microprojectId, version: 1, reason: '请写明是哪三盏' })
  await call('microproject.refile', resident, { microprojectId, version: 2, ...wish })
  await w.react()
  await call('microproject.accept', staff, { microprojectId, version: 3 })
  const other = await w.as(resident).post('/microprojects', wish)
  await call('microproject.withdraw', resident, { microprojectId: other.body.microprojectId })

  const startAt = addMinutes(w.now, 30)
  const { taskId } = await call('volunteer.publish', staff, {
    community: OSMANTHUS,
    title: '整理图书角',
    what: '上架、登记',
    where: '社区图书室',
    kind: 'culture',
    startAt,
    endAt: addMinutes(startAt, 30),
    places: 5,
  })
  await w.react()
  // WeChat does not know who wrote it.
  await w.react()
  await call('volunteer.reword', staff, {
    taskId,
    title: '整理图书角',
    what: '上架、登记、掸灰',
    where: '社区图书室',
  })
  await w.react()
  await w.react()
  const colleague = await w.person({ roles: ['resident', 'worker'] })
  await call('volunteer.passWords', colleague, { taskId })
  const volunteerId = resident.residentId
  await call('volunteer.register', resident)
  await call('volunteer.menu', resident)
  await call('volunteer.task', resident, { taskId })
  await call('volunteer.claim', resident, { taskId, version: 0 })
  await call('volunteer.release', resident, { taskId, version: 1 })
  await w.as(resident).move(`/tasks/${taskId}/claim`)
  w.pass(60)
  await call('volunteer.complete', resident, { taskId, version: 3, minutes: 30 })
  await call('volunteer.reported', staff, { taskId, volunteerId })
  await call('volunteer.dispute', staff, { taskId, volunteerId, version: 4, reason: '请核对时长' })
  await w.as(resident).move(`/tasks/${taskId}/complete`, { minutes: 25 })
  await call('volunteer.confirm', staff, { taskId, volunteerId, version: 6, minutes: 25 })
  await call('volunteer.mine', resident)

  await call('identity.looks', resident)
  await call('bulletin.notices', resident)
  await call('bulletin.movements', resident)
  await call('bulletin.consent', resident, { about: 'booking' })
  await call('bulletin.consents', resident)

  w.pass(11)
  // What was changed above is looked at a second time, before the next minute is measured.
  await w.tick()
  await w.as(resident).post('/bookings', slot(11))
  w.pass(24 * 60)
  await measure('the clock, one booking lapses', () => w.tick())

  const hours = await w.offering(place, { capacity: 1 })
  const inSpring = { placeId, offeringId: hours.offeringId, from: '2026-12-14', to: '2027-01-03' }
  const week = [0, 2].map(weekday => ({ weekday, fromMinute: 840, toMinute: 900 }))
  const closesAt = addMinutes(w.now, 60)
  const season = {
    ...inSpring,
    slots: week,
    most: 1,
    closesAt,
    drawAt: addMinutes(closesAt, 60),
    source: 'hand',
  }
  const { seasonId: ofSeason } = await call('booking.openSeason', staff, season)
  await call('booking.fileWish', resident, { seasonId: ofSeason, choices: ['s1', 's2'], wants: 1 })
  await call('booking.seasons', resident, { community: OSMANTHUS })
  await call('booking.season', resident, { seasonId: ofSeason })
  await call('booking.withdrawWish', resident, { seasonId: ofSeason })
  await w.as(resident).put(`/seasons/${ofSeason}/wish`, { choices: ['s1'], wants: 1 })
  await call('booking.drawRecord', undefined, { seasonId: ofSeason })
  w.pass(61)
  await measure('the clock, requests of a season close', () => w.tick())
  w.pass(60)
  await call('booking.drawSeason', staff, { seasonId: ofSeason, publicNumber: '123456' })
  const later = { ...season, from: '2027-02-01', to: '2027-02-28', closesAt: addMinutes(w.now, 60) }
  const off = await w.as(staff).post(`/work/places/${placeId}/offerings/${hours.offeringId}/seasons`, {
    ...later,
    placeId: undefined,
    offeringId: undefined,
    drawAt: addMinutes(w.now, 120),
  })
  await call('booking.callOffSeason', staff, { seasonId: off.body.seasonId, reason: 'few' })
  await measureLongList(w, measure, staff)

  const open = await w.offering(place)
  const comesAt = instantAt(addDays(localDate(w.now), 2), 14 * 60)
  const phoned = await w.as(staff).post('/work/bookings', {
    ...{ placeId, offeringId: open.offeringId, startAt: comesAt, endAt: addMinutes(comesAt, 60) },
    ...{ phone: '051988660001', name: '李奶奶' },
  })
  await w.react()
  w.pass(minutesBetween(w.now, comesAt) - 25 * 60)
  // What else is due by now is done before the next minute is measured.
  await w.tick()
  w.pass(61)
  await measure('the clock, one is reminded', () => w.tick())
  await call('booking.unsettled', staff, { community: OSMANTHUS })
  await call('booking.calls', staff, { community: OSMANTHUS, on: localDate(comesAt) })
  const toCall = { bookingId: phoned.body.bookingId, version: 2, outcome: 'reached' }
  await call('booking.recordCall', staff, toCall)

  const court = await w.offering(place, {
    ...{ kind: 'venue', name: '排练厅' },
    quotas: [{ per: 'team', count: 'minutes', within: 'month', most: 480 }],
  })
  const rehearsal = { startAt: addMinutes(comesAt, 1440), endAt: addMinutes(comesAt, 1500) }
  await measure('a room is booked for a team', () =>
    w.as(resident).post('/bookings', { placeId, offeringId: court.offeringId, ...rehearsal, ...ofTeam }),
  )
  await w.close()

  const order = endpoints.map(({ id }) => id)
  const lost = order.filter(id => !measured.some(({ name }) => name === id))
  if (lost.length > 0) throw new Error(`call ${lost.join(', ')} in functions/test/costs.ts`)
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)
  return measured.sort((a, b) => rank(a.name) - rank(b.name))
}

/** A season that as many ask for as may: what freezing and publishing its list cost at most. */
const measureLongList = async (
  w: World,
  measure: (name: string, act: () => Promise<unknown>) => Promise<void>,
  staff: Person,
): Promise<void> => {
  const { court, openAt, part, manyWishes } = seasonsIn(() => w)
  const { seasonId } = (await openAt(staff, await court())).body
  await manyWishes(seasonId, MOST_WISHES)
  w.pass(61)
  const count = `of ${MOST_WISHES.toLocaleString('en')} requests`
  await measure(`the clock, a list ${count} is frozen`, () => w.tick())
  await measure(`booking.drawRecord, a part ${count}`, () => part(`/seasons/${seasonId}`, 1))
}
