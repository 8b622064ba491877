import type { TeamRole } from '@yike/shared/identity/schema/team'
import { table } from '../../platform/language'

/** 团队: the dance troupe, the chess club, and who of it books. */
export const teamWords = table('identity.teamWords', {
  title: '我的团队',
  how: '舞蹈队、棋社、志愿队在社区登记后，就能用团队的名义订场地。能订多少，算团队的。',
  none: '还没有加入团队',
  noneText: '队长给您一个团队码，填上就能加入。要登记新的团队，请问社区。',
  enter: '我有团队码',
  roles: { leader: '队长', booker: '能订场地', member: '队员' } satisfies Record<TeamRole, string>,
  members: (count: number) => `${count} 人`,
  closed: '停用了',
  closedText: '社区停用了这个团队，现在订不了场地。要恢复请打社区电话。',
  number: (number: string) => `团队号 ${number}`,

  booked: '看看团队约了什么',
  mayBook: '订场地时，在“给谁约”里选这个团队。',
  mayNot: '要替团队订场地，请队长让您能订。',
  whoBooks: '能替团队订的',
  everybody: '队里的人',
  me: '我',

  invite: '请人加入',
  inviteText: ['出一个团队码，发给大家，填上就能加入。', '以前发出去的码，出了新的就不能用了。'],
  make: '出一个团队码',
  tell: '把这个码发给大家',
  tellHow: (until: string) =>
    `打开“一刻邻里”，在“我的 · 我的团队”里填。${until}前有效。这个码只在这里显示一次，先发出去或记下来。`,
  qr: '团队码',
  copy: '复制团队码',
  copied: '复制好了，去微信里发给大家。',
  told: '好了',

  letBook: '让这位替团队订',
  letNot: '不再让这位订',
  remove: '请出团队',
  removeAsk: (name: string) => `请${name}离开团队？`,
  removeText: '马上生效，之后不能再替团队订；订好的还在，队长可以取消。请人的码也作废，再请人要换一个。',
  keep: '先不',

  leave: '退出团队',
  leaveAsk: (name: string) => `退出${name}？`,
  leaveText: '马上生效，之后不能再替团队订。您订好的还在“预约”里。',

  codeHow: '队长给您的码',
  code: '团队码',
  codeExample: '比如：K7QF-2M9P-X3TA',
  codeHint: '队长或社区告诉您的十二个字，大小写都行',
  codeWrong: '团队码有十二个字母和数字，请对一对',
  scan: '扫队长手机上的码',
  read: '看看是哪个团队',
  offer: (team: string, community: string) => `加入${team}（${community}）吗？`,
  offerLead: (team: string, community: string) => `来当${team}（${community}）的队长吗？`,
  callMe: '在队里怎么称呼',
  callMeExample: '比如：吴秀英',
  callMeHint: '队长看得到。能订场地的人，全队看得到。',
  take: '好，我加入',
  takeLead: '好，我来当队长',
  later: '先不了',
  nameMissing: '写一个称呼',
})
