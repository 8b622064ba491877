/** Why something of a season is refused. */
import type { ErrorTable, NextAction } from '../../../kernel/problem'

const season: NextAction = {
  do: 'open',
  label: '看看这次抽签',
  page: '/booking/pages/season?seasonId=:seasonId',
}
const offerings: NextAction = {
  do: 'open',
  label: '改提前天数',
  page: '/workbench/pages/offerings?placeId=:placeId',
}
const queue: NextAction = { do: 'open', label: '回到待办', page: '/workbench/pages/queue' }

export const seasonErrors = {
  'booking.season_unclear': { status: 400, title: '有几处对不上，请改一下标出的地方。' },
  'booking.season_wide': {
    status: 409,
    title: '同一处场地的项目多，一次封不下这么多天：分成前后两季来开，或先把提前天数改短。',
    staffNext: [offerings, queue],
  },
  'booking.season_closed': {
    status: 409,
    title: '报名已经截止，名单封存了，不能再改。',
    next: [season],
  },
  'booking.season_off': {
    status: 409,
    title: '这次抽签取消了，时段放开大家约。',
    next: [season],
  },
  'booking.season_crowded': {
    status: 409,
    title: '报名的人数满了，请打电话问一问社区。',
    next: [season],
  },
  'booking.wish_unclear': {
    status: 400,
    title: '有几处对不上，请改一下标出的地方。',
    next: [season],
  },
  'booking.wish_not_for': {
    status: 409,
    title: '这一项不是给这个人的，请看看别的。',
    next: [season],
  },
  'booking.wish_theirs': {
    status: 409,
    title: '这家已经报过名，不是您替报的，请和家人说一声，由本人来改。',
    next: [season, { do: 'open', label: '看看代办授权', page: '/identity/pages/grants' }],
  },
  'booking.season_state': {
    status: 409,
    title: '这次抽签的状态已经变了，请刷新看看。',
    next: [season],
    staffNext: [season, queue],
  },
  'booking.draw_early': {
    status: 409,
    title: '还没到开奖时间，到了再录入公开号码。',
    staffNext: [season, queue],
  },
  'booking.draw_done': {
    status: 409,
    title: '已经按另一个号码抽过了，结果不能再改。',
    staffNext: [season, queue],
  },
} as const satisfies ErrorTable
