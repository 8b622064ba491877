import { table } from '../../platform/language'

export const presenceWords = table('booking.presenceWords', {
  here: '到了，扫码签到',
  noCode: '没有码，把预约号报给工作人员也行。',
  paste: '门口的签到码',
  pasteHint: '把门口屏幕上的码粘贴到这里',
  checkIn: '签到',
  cameIn: '签到好了，请进。',
  absent: (until: string) => `这次记了没来，${until}后不再算。不影响您以后预约。`,
  appealed: (until: string) => `您的说明收到了，社区最晚 ${until} 答复。`,
  say: '不是这样？说明原因',
  why: '怎么回事',
  whyExample: '比如：那天发烧去了医院',
  whyMissing: '写一句，至少两个字',
  until: (when: string) => `${when} 前都能说明。生病的，不计。`,
  send: '交给社区核对',
})
