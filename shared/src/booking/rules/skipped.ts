/** Why a seat that came free is not for somebody whose turn it was, by the code of the refusal. */
export const skips = {
  'booking.person_busy': '那段时间已有别的预约',
  'booking.quota_used': '能约的用完了',
  'booking.no_server': '没有空着的服务人员',
  'booking.equipment_taken': '要的设备那时借出去了',
  'booking.equipment_unknown': '要的设备这里没有了',
  'booking.too_late': '离开始太近，来不及答复',
  'booking.past': '离开始太近，来不及答复',
  'booking.home_unknown': '还不知道您家在哪里',
  'booking.too_far': '您家太远，上门服务到不了',
  'booking.closed': '这一天不开放了',
  'booking.not_a_slot': '开放时间变了',
  'booking.too_long': '能约的时长变了',
  'booking.odd_length': '能约的时长变了',
  'booking.odd_start': '开始的钟点变了',
  'booking.not_first': '优先排队用的证到期或撤下了，现在按先来后到排',
  'booking.team_over': '您现在不能替这个团队约',
  'request.not_found': '这一项或这个人已经不在了',
} as const
export type Skip = keyof typeof skips | 'other'

const OTHER = '这一项现在不能给这个人'

/** As the one who is passed over reads it. */
export const spokenSkip = (code: string): string => (skips as Readonly<Record<string, string>>)[code] ?? OTHER

/** The sentence's code again, for who reads another language. */
export const skipOf = (sentence: string): Skip | undefined =>
  sentence === OTHER
    ? 'other'
    : (Object.keys(skips) as (keyof typeof skips)[]).find(code => skips[code] === sentence)
