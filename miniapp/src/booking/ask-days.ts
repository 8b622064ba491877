import { daysOf } from '@yike/shared/booking/days'
import type { Days } from '@yike/shared/booking/schema'
import type { Answer } from '../platform/answer'
import { api } from '../platform/api'

/** Some days of an offering, their slots one by one. */
export const askDays = async (asked: Parameters<typeof api.booking.days>[0]): Promise<Answer<Days>> => {
  const answer = await api.booking.days(asked)
  return answer.ok ? { ok: true, value: daysOf(answer.value) } : answer
}
