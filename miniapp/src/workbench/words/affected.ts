import { table } from '../../platform/language'

export const affectedWords = table('workbench.affectedWords', {
  ask: '这样改，会影响已经约好的人',
  count: (people: number) => `${people} 个预约受影响`,
  nobody: '没有人受影响。',
  how: '保存后系统马上告诉他们。各自留好下面的时段，换不换由他们。没有能换的，请打电话说一声。',
  line: (when: string, what: string, who: string, number: string) => `${when} · ${what} · ${who} · ${number}`,
  swap: (when: string, where: string) => `可换到 ${when}，${where}`,
  lacks: (things: string) => `那里还缺：${things}`,
  noSwap: '没有能换的，请打电话',
  more: (rest: number) => `还有 ${rest} 个没列出来`,
  yes: (people: number) => `就这样改，通知这 ${people} 位`,
  no: '先不改',
})
