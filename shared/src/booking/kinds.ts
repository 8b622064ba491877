/** What can be booked. A kind is configuration over one engine. */
export const kinds = ['elderCare', 'childcare', 'venue'] as const
export type BookingKind = (typeof kinds)[number]
