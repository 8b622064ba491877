/** Why something of the circle is refused, and what its reader can do next. */
import type { ErrorTable } from '../../kernel/problem'

export const circleErrors = {
  'circle.cursor_stale': {
    status: 400,
    title: '列表已经更新，请从头再看一遍。',
    next: [{ do: 'retry', label: '从头再看' }],
  },
  'circle.favourites_full': {
    status: 409,
    title: '最多收藏 30 处，先取消一处再收藏。',
    next: [{ do: 'open', label: '看看收藏', page: '/circle/pages/list?favourites=1' }],
  },
  'circle.hours_unclear': { status: 400, title: '开放时间没看懂，请改一下标出的地方。' },
  'circle.special_days_unclear': { status: 400, title: '临时安排没看懂，请改一下标出的地方。' },
  'circle.place_far': { status: 400, title: '这个位置离社区太远，请检查经度和纬度有没有写错。' },
  'circle.no_such_community': { status: 400, title: '共用的社区里有还没开通的，请从列表里选。' },
  'circle.notice_unclear': { status: 400, title: '通知没看懂，请对照原文改一下标出的地方。' },
  'circle.year_held': {
    status: 409,
    title: '这一年的放假安排已经有了，不用再录。',
    next: [{ do: 'open', label: '看看有哪几年', page: '/workbench/pages/holidays' }],
  },
  'circle.notice_moved': {
    status: 409,
    title: '别人刚录过这一年，请刷新看看再改。',
    next: [{ do: 'open', label: '看看现在怎样', page: '/workbench/pages/holidays' }],
  },
  'circle.wrong_state': {
    status: 409,
    title: '这条资料刚被别人改过，请刷新看看再改。',
    next: [{ do: 'open', label: '看看现在怎样', page: '/workbench/pages/place?placeId=:placeId' }],
  },
} as const satisfies ErrorTable
