import { describe, expect, it } from 'vitest'
import { endpoints, type Listed, sampleOf } from '../contract'
import { OSMANTHUS } from '../world'
import { codeOf, openAttempts } from './attempts'

const { here, leavingNoTrace, sendRaw } = openAttempts()

describe('texts', () => {
  const file = (title: string) => ({ title, what: '北门三盏灯不亮', where: '北门', kind: 'works' })
  const empty = [
    '',
    ' \t\n',
    '\u200b\u200b\u200b',
    '\u202e\u2066\u2069',
    '\u0000\u0000',
    '\ufeff\ufeff',
    '\u3164\u3164',
    '\u2800\u2800',
    '\ud800\ud800',
  ]

  it.each(empty.map(text => [JSON.stringify(text), text]))(
    '%s is empty for a reader and so is refused',
    async (_, text) => {
      await leavingNoTrace(async () => {
        const answer = await here().w.as(here().anyone).post('/microprojects', file(text))
        expect(answer).toMatchObject({
          status: 400,
          body: { code: 'request.malformed', fields: { title: expect.any(String) } },
        })
      })
    },
  )

  it('what hides or reorders a text is taken out of it, and the rest stays as it was typed', async () => {
    const { body } = await here()
      .w.as(here().anyone)
      .post('/microprojects', file('\ufeff修\u200b路\u202e灯\u0000\ud800 🏮 e\u0301\u{20bb7}'))
    expect(body.title).toBe('修路灯 🏮 é𠮷')
  })

  it('a text longer than its limit is refused, however it is padded', async () => {
    await leavingNoTrace(async () => {
      for (const title of ['长'.repeat(41), '🏮'.repeat(41), `${'\u200b'.repeat(161)}修灯`])
        expect((await here().w.as(here().anyone).post('/microprojects', file(title))).status).toBe(400)
    })
  })
})

describe('times', () => {
  const noInstant = [
    '2026-11-24T25:00:00.000Z',
    '2026-11-24T09:60:00.000Z',
    '2026-11-24T24:00:00.000Z',
    '2026-02-30T09:00:00.000Z',
    '2027-02-29T09:00:00.000Z',
    '2026-13-01T09:00:00.000Z',
    '1970-01-01T00:00:00.000Z',
    '2019-12-31T23:59:59.000Z',
    '2100-01-01T00:00:00.000Z',
    '+002026-11-24T09:00:00.000Z',
    '2026-11-24',
    '2026-11-24T09:00:00',
    '09:00',
    'tomorrow',
    '2026-11-24T09:00:00.000+24:00',
    '２０２６-11-24T09:00:00.000Z',
    '',
    1795500000,
    null,
    ['2026-11-24T09:00:00.000Z'],
  ]
  const noDate = [
    '2026-02-29',
    '2027-02-29',
    '2026-00-10',
    '2026-11-31',
    '2026-1-1',
    '2019-12-31',
    '2100-01-01',
    '0000-00-00',
    '2026-11-24T00:00:00Z',
  ]
  const placing = async () => {
    const { placeId, offeringId } = await here().w.offering(await here().w.place())
    return { placeId, offeringId }
  }

  it('a time of day or a calendar day that does not exist is refused', async () => {
    const offering = await placing()
    await leavingNoTrace(async () => {
      for (const startAt of noInstant) {
        const body = JSON.stringify({ ...offering, startAt, endAt: '2026-11-24T10:00:00.000Z' })
        expect(codeOf(await sendRaw({ method: 'POST', path: '/bookings', body }), String(startAt))).toBe(
          'request.malformed',
        )
      }
    })
  })

  it('a date that is none is refused, and the leap day of 2028 is one', async () => {
    const { placeId, offeringId } = await placing()
    const path = `/places/${placeId}/offerings/${offeringId}/days`
    for (const from of noDate)
      expect(
        codeOf(await sendRaw({ method: 'GET', path: `${path}?from=${encodeURIComponent(from)}` }), from),
      ).toBe('request.malformed')
    const { body } = await here().w.as(here().anyone).get(`${path}?from=2028-02-29&days=2`)
    expect(body.days.map(({ on }: { on: string }) => on)).toEqual(['2028-02-29', '2028-03-01'])
  })

  it('what has passed, runs backwards or lasts for years is refused and takes nothing', async () => {
    const offering = await placing()
    const task = {
      ...sampleOf(endpoints.find(({ id }) => id === 'volunteer.publish') as Listed),
      community: OSMANTHUS,
    }
    await leavingNoTrace(async () => {
      for (const [startAt, endAt] of [
        ['2020-01-01T01:00:00.000Z', '2020-01-01T02:00:00.000Z'],
        ['2026-11-24T02:00:00.000Z', '2026-11-24T01:00:00.000Z'],
        ['2026-11-24T01:00:00.000Z', '2026-11-24T01:00:00.000Z'],
        ['2026-11-24T01:00:00.000Z', '2099-11-24T01:00:00.000Z'],
        ['2026-11-24T01:00:00.001Z', '2026-11-24T02:00:00.001Z'],
      ]) {
        for (const [path, body] of [
          ['/bookings', offering],
          ['/tasks', task],
        ] as const) {
          const raw = { method: 'POST', path, body: JSON.stringify({ ...body, startAt, endAt }) }
          codeOf(await sendRaw(raw), `${path} ${startAt}`)
        }
      }
    })
  })
})
