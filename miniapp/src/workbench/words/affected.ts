import type { OutcomeWhy, SwapWay, unswappedWhys } from '@yike/shared/booking/schema/affected'
import { table } from '../../platform/language'

export const affectedWords = table('workbench.affectedWords', {
  ask: '这样改，会影响已经约好的人',
  count: (people: number) => `${people} 个预约受影响`,
  split: (swapped: number, none: number) => `${swapped} 个有能换的 · ${none} 个没有着落`,
  nobody: '没有人受影响。',
  how: '保存后马上告诉他们，照下面替他们留好。换不换由本人定。微信没有送到的，列进“提醒电话”。优先的人在前，其余先约的在前。名额改少了，后约的先换。',
  noneHow: '没有着落的，列进“提醒电话”，请打过去。',
  swap: (when: string, where: string) => `可换到 ${when}，${where}`,
  lacks: (things: string) => `那里还缺：${things}`,
  ways: {
    ownTime: '原来的时段',
    elsewhere: '同样的用途，时间最近',
    anotherTime: '附近没有同样用途的空位，换这里的别的时间',
    elsewhereAnotherTime: '同样的用途，别的时间',
  } satisfies Record<SwapWay, string>,
  walk: (minutes: number) => `走路 ${minutes} 分钟`,
  none: {
    nothingFree: '没有着落：附近十天里没有同样用途的空位。列进提醒电话',
    noPurpose: '没有着落：没写用途，它自己又没有别的空。列进提醒电话',
  } satisfies Record<(typeof unswappedWhys)[number], string>,
  more: (rest: number) => `再看 ${rest} 个`,
  yes: (people: number) => `就这样改，通知这 ${people} 位`,
  yesAll: '就这样改',
  no: '先不改',
  seatless: (people: number, days: string, more: boolean) =>
    `班里有 ${people} 个预约会没有名额（${days}${more ? '等' : ''}）。这些不会自动换：改了以后，到值班表里一个一个定。`,
  toRoster: '看值班表',
})

export const outcomeWords = table('workbench.outcomeWords', {
  title: '他们怎样了',
  counts: (same: number, otherwise: number, pending: number) =>
    `${same} 个和先前看到的一样 · ${otherwise} 个不一样${pending > 0 ? ` · ${pending} 个正在通知` : ''}`,
  line: (who: string, number: string) => `${who} · ${number}`,
  held: (when: string, where: string) => `留着 ${when}，${where}`,
  none: '没有着落，列进提醒电话了',
  over: '不用换了',
  whys: {
    cancelled: '这之前已经取消了',
    stays: '不用动了，原来的预约照旧',
    openAgain: '又开放了，原来的预约照旧',
    notOpen: '先前看到的那个时段不开放了',
    full: '先前看到的那个时段刚被别人约走',
    othersFirst: '有别人排在前面，先前看到的给了他们',
  } satisfies Record<OutcomeWhy, string>,
  unread: (rest: number) => `另有 ${rest} 个刚才没看。没有着落的在“提醒电话”里。`,
  toCalls: '去打电话',
})
