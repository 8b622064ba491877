/** Reminders that reached nobody, and what came of the calls. */
import { type Endpoint, staff } from '../../kernel/contract'
import { AskCalls, AskUnsettled, Call, Calls, RecordCall } from '../schema/reminder'

export const reminderEndpoints = {
  calls: {
    method: 'GET',
    path: '/work/calls',
    status: 200,
    access: staff,
    summary: 'Whom no reminder has reached of those who come on a day, by the start: to be called',
    input: AskCalls,
    output: Calls,
    errors: [],
  },
  unsettled: {
    method: 'GET',
    path: '/work/calls/unsettled',
    status: 200,
    access: staff,
    summary:
      'Whose time closed, until they answer or are told by a message what is held instead, by the start: to be called',
    input: AskUnsettled,
    output: Calls,
    errors: [],
  },
  recordCall: {
    method: 'POST',
    path: '/work/bookings/:bookingId/call',
    status: 200,
    access: staff,
    summary: 'What came of a call: reached, no answer, or cancelled as they asked, in the same write',
    input: RecordCall,
    output: Call,
    errors: ['booking.call_moved', 'booking.wrong_state', 'booking.own_case'],
  },
} as const satisfies Record<string, Endpoint>
