import { table } from '../../platform/language'

/** Who works here. */
export const staffWords = table('workbench.staffWords', {
  title: '工作人员',
  list: '在岗的人',
  region: '哪个辖区',
  nobody: '这里还没有人在岗',
  nobodyText: '在下面写姓名，给一个邀请码。',
  note: (region: string, number: string, since: string) => `${region} · 工号 ${number} · ${since}上岗`,
  end: '结束',
  endOf: (name: string) => `结束${name}的岗位`,
  endAsk: (name: string) => `结束${name}的岗位？`,
  endYes: '结束',
  endNo: '先不结束',
  ended: (name: string) => `${name}的岗位已结束，一刻钟内不能再看居民的事。`,

  invite: '邀请一位',
  name: '姓名',
  nameExample: '比如：钱文静',
  nameMissing: '写姓名，至少两个字',
  office: '什么岗位',
  where: '管哪里',
  makeCode: '给一个邀请码',
  codeFor: (name: string, region: string, office: string) => `给${name}：${region}的${office}`,
  codeHow: (until: string) => `请本人打开“我的”，点“我有工作邀请码”。填上它，只能用一次。${until}前有效。`,
  again: '再邀请一位',

  supervisorsOnly: '只有街道督导能用',
  supervisorsOnlyText: '岗位的事，请问您的街道。',
  toQueue: '回工作台',
})
