import fc from 'fast-check'
import { it } from 'vitest'
import { tried } from './long'
import { CareClass } from './model/care-class'
import { agreeOnSight, commands, type Real } from './model/commands'
import { createWorld } from './world'

const open = async ({ seats, needsApproval }: CareClass): Promise<Real> => {
  const w = await createWorld()
  const place = await w.place()
  const hour = await w.offering(place, { capacity: seats, needsApproval: needsApproval.hour })
  const wholeDay = await w.offering(place, {
    capacity: seats,
    needsApproval: needsApproval.wholeDay,
    thingId: hour.thingId,
    slotMinutes: 600,
  })
  return {
    w,
    offerings: { hour, wholeDay },
    residents: await Promise.all(Array.from({ length: 4 }, () => w.person())),
    staff: await w.person({ roles: ['resident', 'worker'] }),
    bookingIds: new Map(),
    answers: new Map(),
  }
}

const { params, timeoutMs } = tried(60)

it(
  'in 60 histories of up to 25 acts one class never differs from its model: seats, states and refusals',
  async () => {
    const setup = fc.record({
      seats: fc.integer({ min: 1, max: 3 }),
      needsApproval: fc.record({ hour: fc.boolean(), wholeDay: fc.boolean() }),
    })
    await fc.assert(
      fc.asyncProperty(setup, commands, async ({ seats, needsApproval }, acts) => {
        const model = new CareClass(seats, needsApproval)
        const real = await open(model)
        try {
          await fc.asyncModelRun(() => ({ model, real }), acts)
          await agreeOnSight(model, real)
        } finally {
          await real.w.close()
        }
      }),
      params,
    )
  },
  timeoutMs,
)
