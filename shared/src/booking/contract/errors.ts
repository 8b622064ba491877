/** Why a booking is refused, and what its reader can do next. */
import type { ErrorTable, NextAction } from '../../kernel/problem'
import { grantErrors } from './errors/grant'
import { mine, offerErrors } from './errors/offer'
import { pickupErrors } from './errors/pickup'
import { seasonErrors } from './errors/season'
import { otherSlot, slotErrors } from './errors/slot'

const asItIs: NextAction = {
  do: 'open',
  label: '看看现在怎样',
  page: '/booking/pages/ticket?bookingId=:bookingId',
}
const queue: NextAction = { do: 'open', label: '回到待办', page: '/workbench/pages/queue' }
const otherHere: NextAction = {
  do: 'open',
  label: '看看这里别的',
  page: '/circle/pages/place?placeId=:placeId',
}

export const bookingErrors = {
  ...seasonErrors,
  'booking.slot_full': { status: 409, title: '这个时段刚刚约满了，请选别的时段。', next: [otherSlot] },
  'booking.person_busy': {
    status: 409,
    title: '这段时间已有别的安排，请换个时段。',
    next: [otherSlot, mine],
  },
  ...slotErrors,
  'booking.past': { status: 409, title: '这个时段已经开始了，请选后面的时段。', next: [otherSlot] },
  'booking.too_late': {
    status: 409,
    title: '离开始太近了，请改约晚一点，或打电话问一问。',
    next: [otherSlot],
  },
  'booking.too_early': { status: 409, title: '这一天还没开始预约，请选近一点的日子。', next: [otherSlot] },
  'booking.calendar_unknown': {
    status: 409,
    title: '这一年的放假安排还没公布，请选近一点的日子。',
    next: [otherSlot],
  },
  'booking.not_eligible': {
    status: 409,
    title: '这一项不是给这个人的，请看看别的。',
    next: [otherHere],
  },
  'booking.quota_used': {
    status: 409,
    title: '这段时间能约的用完了，取消一个，或约晚一点的。',
    next: [otherSlot, mine],
  },
  'booking.no_server': { status: 409, title: '这个时段没有空着的服务人员，请换个时段。', next: [otherSlot] },
  'booking.equipment_taken': {
    status: 409,
    title: '要的设备那时不够了，少要一点，或换个时段。',
    next: [otherSlot],
  },
  'booking.equipment_unknown': {
    status: 409,
    title: '这里没有这么多设备，请看看有什么。',
    next: [otherSlot],
  },
  'booking.too_far': { status: 409, title: '您家太远，上门服务到不了，请看看离家近的。', next: [otherHere] },
  'booking.home_unknown': {
    status: 409,
    title: '上门服务要知道您家在哪里，请先标出您家。',
    next: [{ do: 'open', label: '标出我家在哪里', page: '/identity/pages/home' }],
  },
  'booking.closed': { status: 409, title: '这一天不开放，请选别的日子。', next: [otherSlot] },
  'booking.season_held': {
    status: 409,
    title: '这个时段留给一季的抽签，不能单独约；请选别的时段。',
    next: [otherSlot],
  },
  'booking.series_moved': {
    status: 409,
    title: '有一天刚刚约不上了，所以一次也没有约；请看看现在哪几天能约。',
    next: [otherSlot, mine],
  },
  'booking.series_long': {
    status: 409,
    title: '一次约不了这么多回，请少选几天，余下的再约一次。',
    next: [otherSlot],
  },
  'booking.roster_moved': {
    status: 409,
    title: '值班表刚被别人改过，请刷新再改。',
    staffNext: [queue],
  },
  'booking.still_seated': {
    status: 409,
    title: '值班的人手够照看这一位，不用另找时段。',
    staffNext: [queue],
  },
  'booking.no_roster': {
    status: 409,
    title: '这一项不按值班人数放名额，没有值班表。',
    staffNext: [queue],
  },
  'booking.roster_date': {
    status: 400,
    title: '值班表从今天排起，最多排到一年以后，请看看日期。',
    staffNext: [queue],
  },
  'booking.terms_unclear': { status: 400, title: '有几处没看懂或对不上，请改一下标出的地方。' },
  'booking.offering_moved': {
    status: 409,
    title: '这一项刚被别人改过，请刷新看看再改。',
    staffNext: [
      { do: 'open', label: '看看现在怎样', page: '/workbench/pages/offerings?placeId=:placeId' },
      queue,
    ],
  },
  'booking.place_closed': {
    status: 409,
    title: '这处场所已经停用，先恢复开放再添项目。',
    staffNext: [{ do: 'open', label: '去看这处场所', page: '/workbench/pages/place?placeId=:placeId' }],
  },
  'booking.mode_unknown': { status: 409, title: '这件事不能这样办，请选列出的办法。', next: [otherHere] },
  'booking.seat_left': {
    status: 409,
    title: '这个时段现在有空位，不用排队，直接约就行。',
    next: [otherSlot],
  },
  ...offerErrors,
  'booking.wrong_state': {
    status: 409,
    title: '这个预约的状态已经变了，请刷新看看。',
    next: [asItIs],
    staffNext: [
      { do: 'open', label: '看看现在怎样', page: '/workbench/pages/case?kind=booking&caseId=:bookingId' },
      queue,
    ],
  },
  'booking.own_case': {
    status: 409,
    title: '这是您自己的事，请别的同事来办。',
    next: [asItIs],
    staffNext: [queue],
  },
  'booking.cancel_closed': { status: 409, title: '已过自行取消的时间，请打电话告诉场所。', next: [asItIs] },
  'booking.caller_unclear': { status: 400, title: '还不知道替谁约，请补上标出的地方。' },
  'booking.not_begun': {
    status: 409,
    title: '还没到时间，到了再记谁没来。',
    staffNext: [queue],
  },
  'booking.mark_over': {
    status: 409,
    title: '结束超过两周了，不能再记；有出入请写进当天的记录。',
    staffNext: [queue],
  },
  'booking.door_wrong': {
    status: 409,
    title: '这不是这处场所门口的签到码，请扫门口屏幕上的，或把预约号报给工作人员。',
    next: [asItIs],
  },
  'booking.door_over': {
    status: 409,
    title: '这个签到码过时了，请再扫一次门口屏幕上现在的码。',
    next: [asItIs],
  },
  'booking.not_check_in_time': {
    status: 409,
    title: '现在还不能签到，开始前一小时到结束都行。',
    next: [asItIs],
  },
  'booking.appeal_over': {
    status: 409,
    title: '说明情况的时间过了，请打电话告诉社区。',
    next: [asItIs],
  },
  'booking.appeal_said': {
    status: 409,
    title: '您已经说明过情况了，以社区的答复为准；还有要说的，请打电话给社区。',
    next: [asItIs],
  },
  'booking.certificate_date': {
    status: 400,
    title: '证上的到期日从今天起、十年以内，请看着证再填一次。',
  },
  ...grantErrors,
  'booking.team_over': {
    status: 409,
    title: '现在不能替这个团队约：您不在名单里、没让您约，或团队停用了；请问队长或社区。',
    next: [{ do: 'open', label: '看看我的团队', page: '/identity/pages/teams' }],
  },
  ...pickupErrors,
  'booking.call_moved': {
    status: 409,
    title: '这个电话刚刚别人记过了，请刷新看看。',
    staffNext: [{ do: 'open', label: '看看提醒电话', page: '/workbench/pages/calls' }, queue],
  },
  'booking.lapsed': { status: 409, title: '审核时限已过，名额已自动释放。', staffNext: [queue] },
} as const satisfies ErrorTable
