import type { TeamRole } from '@yike/shared/identity/schema/team'
import { table } from '../../platform/language'

/** Teams of a community: who leads them, and whether they book. */
export const teamWords = table('workbench.teamWords', {
  title: '团队',
  list: '登记的团队',
  none: '还没有登记团队',
  noneText: '在下面写名字登记，把队长码告诉队长。',
  note: (members: number, number: string, since: string) => `${members} 人 · 团队号 ${number} · ${since}登记`,
  closed: '停用了',
  open: '看名单',
  openOf: (name: string) => `看名单：${name}`,
  looked: '打开名单，名单上的人会看到谁看过。',
  role: { leader: '队长', booker: '能订场地', member: '队员' } satisfies Record<TeamRole, string>,
  nobody: '还没有人加入',
  remove: '请出',
  removeOf: (name: string) => `请出：${name}`,
  removeAsk: (name: string) => `请${name}出团队？`,
  removeText: '马上生效，之后不能再替团队订；订好的还在，队长可以取消。请人的码也作废。',
  yes: '请出',
  no: '先不',

  code: '再给一个队长码',
  codeOf: (name: string) => `再给一个队长码：${name}`,
  codeFor: (name: string) => `${name}的队长码`,
  codeHow: (until: string) =>
    `请队长打开“我的”，点“我的团队”。再点“我有团队码”，填上它。只能用一次，${until}前有效。队员由队长来请。`,
  told: '告诉过了',

  close: '停用',
  closeOf: (name: string) => `停用${name}`,
  closeAsk: (name: string) => `停用${name}？`,
  closeText: '马上生效，谁也不能再替它订。已经订好的还在。',
  keep: '先不停用',
  reopen: '恢复',
  reopenOf: (name: string) => `恢复${name}`,

  register: '登记一个团队',
  name: '叫什么',
  nameExample: '比如：桂花里舞蹈队',
  nameMissing: '写团队的名字，至少两个字',
  registerIt: '登记，给一个队长码',
})
