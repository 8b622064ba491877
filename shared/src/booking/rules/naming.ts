/** What is booked and where, without saying the same twice: 桂花里书画室 · 书桌, but 桂花里多功能厅 alone. */
export const spokenOffering = ({
  placeName,
  offeringName,
}: Readonly<Record<'placeName' | 'offeringName', string>>): string =>
  placeName.includes(offeringName) ? placeName : `${placeName} · ${offeringName}`
