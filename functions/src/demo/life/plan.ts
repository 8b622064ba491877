/** What has happened on the street before the visitor comes, around a moment. Pure: the same moment, the same life. */
import type { Instant } from '@yike/shared/kernel/time'
import type { ProjectRecord } from '../../microproject/store'
import type { PlannedBooking } from './book'
import { planBookings } from './bookings'
import { type PlannedCaller, planCallers } from './callers'
import { type Cast, castOf } from './cast'
import { Diary } from './diary'
import { type PlannedHandovers, planHandovers } from './handovers'
import { planProjects } from './projects'
import { type PlannedWait, planQueues } from './queue'
import { type PlannedSeason, planSeasons } from './seasons'
import { type PlannedSeries, planSeries } from './series'
import { planSwaps } from './swap'
import { type PlannedTask, planTasks } from './tasks'
import { type PlannedTeam, planTeam } from './teams'

export interface Life {
  readonly cast: Cast
  readonly tasks: readonly PlannedTask[]
  readonly bookings: readonly PlannedBooking[]
  readonly waits: readonly PlannedWait[]
  readonly handovers: PlannedHandovers['writes']
  readonly callers: readonly PlannedCaller[]
  readonly team: PlannedTeam['changes']
  readonly series: readonly PlannedSeries[]
  readonly seasons: readonly PlannedSeason[]
  readonly projects: readonly ProjectRecord[]
}

export const planLife = (now: Instant): Life => {
  const planning = { cast: castOf(now), diary: new Diary(), now }
  // Tasks are fixed in time, bookings look for a free slot: so tasks come first.
  const tasks = planTasks(planning)
  const bookings = planBookings(planning)
  const queues = planQueues(planning)
  const swapped = planSwaps(planning)
  const series = planSeries(planning)
  const handovers = planHandovers(planning)
  const callers = planCallers(planning)
  const team = planTeam(planning)
  return {
    cast: planning.cast,
    tasks,
    bookings: [
      ...bookings,
      ...queues.flatMap(queue => queue.bookings),
      ...swapped,
      ...series.flatMap(one => one.bookings),
      ...handovers.bookings,
      ...team.bookings,
    ],
    team: team.changes,
    handovers: handovers.writes,
    callers,
    waits: queues.flatMap(({ waits }) => waits),
    series,
    seasons: planSeasons(planning),
    projects: planProjects(planning),
  }
}
