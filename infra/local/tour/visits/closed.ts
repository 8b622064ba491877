/**
 * What a closing leads to: what became of whom it hit, what is open again, whom to call. Nothing is closed for it, for a
 * walk is walked more than once: the answers are as the server would give them.
 */
import type { Affected, AskOutcome, Outcome } from '@yike/shared/booking/schema/affected'
import { addMinutes, instantAt } from '@yike/shared/kernel/time'
import { demoId } from '../../../../functions/src/demo/street'
import type { Visitor } from '../../visitor'
import { placeId, RESIDENT, type Visit, WORKER } from './acts'

const studio = placeId('桂花里书画室')
const held = {
  placeName: '石桥头书画角',
  offeringName: '书画桌',
  startAt: instantAt('2026-11-26', 14 * 60),
  endAt: instantAt('2026-11-26', 15 * 60 + 30),
}

/** Some as they were shown, one that is not told yet, and the others otherwise. */
const becameOf = (
  { affected }: Pick<Affected, 'affected'>,
  { shown }: Pick<AskOutcome, 'shown'>,
): Outcome => ({
  lines: shown.map(({ bookingId }, at) => {
    const { number, forName } = affected.find(one => one.bookingId === bookingId) ?? {
      number: '',
      forName: '',
    }
    const line = { bookingId, number, forName }
    if (at === 0) return { ...line, state: 'offered', is: 'otherwise', now: held }
    if (at === 1) return { ...line, state: 'displaced', is: 'otherwise', why: 'othersFirst' }
    if (at === 2) return { ...line, state: 'cancelled', is: 'otherwise', why: 'cancelled' }
    return { ...line, state: 'displaced', is: at === 3 ? 'pending' : 'asShown' }
  }),
})

const closedInWords = async ({ page }: Visitor) => {
  let preview: Pick<Affected, 'affected'> = { affected: [] }
  let entry: unknown
  await page.route(`**/api/work/places/${studio}`, async route => {
    const answer = await route.fetch()
    entry = await answer.json()
    await route.fulfill({ response: answer })
  })
  await page.route('**/affected', async route => {
    const answer = await route.fetch()
    preview = await answer.json()
    await route.fulfill({ response: answer })
  })
  await page.route('**/close', route => route.fulfill({ json: entry }))
  await page.route('**/affected/outcome', route =>
    route.fulfill({ json: becameOf(preview, route.request().postDataJSON()) }),
  )
}

/** Their own time is open again, and held beside what they have taken instead. */
const heldAgain =
  (asks?: true) =>
  ({ page }: Visitor) =>
    page.route('**/api/bookings/bk_*', async route => {
      const answer = await route.fetch()
      const booking = await answer.json()
      await route.fulfill({
        json: {
          ...booking,
          state: 'offered',
          can: ['accept', 'pass'],
          deadlineAt: instantAt('2026-11-26', 10 * 60),
          insteadOf: { bookingId: demoId('booking', 'taken instead'), ...held, ...(asks && { asks }) },
        },
      })
    })

const unsettled = ({ page }: Visitor) =>
  page.route('**/api/work/calls/unsettled*', route =>
    route.fulfill({
      json: {
        calls: ['朱奶奶', '陈阿姨', '顾阿婆'].map((forName, at) => ({
          ...{ bookingId: demoId('booking', `unsettled ${at}`), number: `NMF-7K${at}`, version: 1 },
          ...{
            kind: 'venue',
            state: at < 2 ? 'displaced' : 'confirmed',
            forName,
            placeName: '桂花里书画室',
            offeringName: '书画室',
          },
          ...{ startAt: held.startAt, endAt: addMinutes(held.startAt, 90), hasPhone: at !== 1, tries: at },
          ...(at === 2 && { holdsAfterAll: true, outcome: 'noAnswer', calledAt: held.startAt }),
        })),
      },
    }),
  )

const ending = ({ page }: Visitor) =>
  page.route('**/api/work/certificates*', route =>
    route.fulfill({
      json: {
        certificates: [
          ['马师傅', '2026-11-20', false],
          ['李伯伯', '2026-12-15', true],
        ].map(([forName, untilOn, has]) => ({
          ...{ bookingId: demoId('booking', `certificate ${forName}`), forName, untilOn, has },
          ...{ seenBy: '0107', seenAt: instantAt('2026-03-02', 9 * 60) },
        })),
      },
    }),
  )

export const closed: readonly Visit[] = [
  {
    name: 'place-outcome',
    who: WORKER,
    address: `/workbench/pages/place?placeId=${studio}`,
    before: closedInWords,
    act: async ({ press, see, write }) => {
      await press('停用这处场所')
      await write('为什么停用', '屋顶漏水，要大修')
      await see(/个预约受影响/)
      await press(/^停用$/)
      await see('他们怎样了')
    },
  },
  ...[undefined, true as const].map(asks => ({
    name: asks ? 'ticket-back-asks' : 'ticket-back',
    who: RESIDENT,
    address: '/booking/tab/index',
    before: heldAgain(asks),
    act: ({ press }: Visitor) => press(/预约号/),
    actElder: ({ press }: Visitor) => press(/^看预约单/),
  })),
  { name: 'calls-unsettled', who: WORKER, address: '/workbench/pages/calls', before: unsettled },
  {
    name: 'calls-certificates',
    who: WORKER,
    address: '/workbench/pages/calls',
    before: ending,
    act: ({ press }) => press('看看要提醒谁带新证来'),
  },
]
