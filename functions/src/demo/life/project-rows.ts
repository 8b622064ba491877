/** Micro-project requests that exist when the demo begins. */
import type { FileProject } from '@yike/shared/microproject/schema'
import type { CommunityKey } from '../street'

/** Somebody does something so many days ago, at a time of the day. */
export type StepRow = readonly [
  verb: 'accept' | 'sendBack' | 'refile' | 'withdraw',
  daysAgo: number,
  hour: number,
  note?: string,
]

/** Drawings that stand for photos: files in `../photos`. */
export type PhotoName = 'steps' | 'pavement'

export interface ProjectRow extends Omit<FileProject, 'position' | 'photos'> {
  readonly photos?: readonly PhotoName[]
  readonly community: CommunityKey
  /** A persona, or a neighbour by their line among the elders. */
  readonly by: string | number
  /** Metres east and north of the community's centre. */
  readonly at: readonly [east: number, north: number]
  readonly filed: readonly [daysAgo: number, hour: number]
  readonly since: readonly StepRow[]
}

export const projects: readonly ProjectRow[] = [
  {
    community: 'osmanthus',
    by: 'osmanthus-resident',
    kind: 'works',
    title: '学前弄台阶加一段扶手',
    what: '学前弄 8 号旁有七级台阶，下雨天很滑。托育园和活动室的老人孩子都从这里走，想请社区装一段扶手，再贴防滑条。',
    where: '学前弄 8 号东侧台阶',
    photos: ['steps'],
    at: [-140, 230],
    filed: [9, 9.5],
    since: [['accept', 7, 10.5, '已和施工队看过现场，方案在议事厅贴出。']],
  },
  {
    community: 'osmanthus',
    by: 1,
    kind: 'service',
    title: '每月请师傅上门理发',
    what: '我们楼里有五位老人下不了楼，理发店师傅愿意来，想请社区每月定一天，帮忙排个名单。',
    where: '桂花里 6 幢、7 幢',
    at: [-30, 50],
    filed: [2, 15],
    since: [],
  },
  {
    community: 'osmanthus',
    by: 3,
    kind: 'goods',
    title: '南塘巷口放两张长椅',
    what: '去卫生服务站要走十来分钟，巷口原来有石凳，修路时搬走了。想放两张有靠背和扶手的长椅，路上能歇一歇。',
    where: '南塘巷和清水河路口，公交站牌往东十米',
    at: [150, -200],
    filed: [12, 10],
    since: [
      ['sendBack', 11, 14, '请补充具体位置，避开消防通道。'],
      ['refile', 3, 9],
    ],
  },
  {
    community: 'osmanthus',
    by: 5,
    kind: 'works',
    title: '充电棚加装雨棚和照明',
    what: '电动车充电棚西边没有顶，晚上也看不清插座，下雨天不敢用。',
    where: '学前弄 30 号充电棚',
    at: [92, 256],
    filed: [15, 19],
    since: [['withdraw', 13, 8.5]],
  },
  {
    community: 'stonebridge',
    by: 'stonebridge-resident',
    kind: 'works',
    title: '石桥路人行道补平，方便推童车',
    what: '石桥路菜场到亲子小屋这段人行道有好几处缺砖，童车和轮椅都要走到马路上去。',
    where: '石桥路 29 号到 60 号南侧',
    photos: ['pavement'],
    at: [80, -8],
    filed: [4, 20],
    since: [['sendBack', 1, 11, '请标出缺砖最多的两处，我们好报修；最好再拍一张近的。']],
  },
  {
    community: 'stonebridge',
    by: 2,
    kind: 'works',
    title: '船坞弄加两盏路灯',
    what: '晚上打完球从船坞弄回家，后半段一盏灯都没有，老人看电影回来也怕摔。',
    where: '船坞弄 40 号到 51 号',
    at: [240, -232],
    filed: [20, 21],
    since: [['accept', 18, 9.5, '供电公司已排期，装好后请来看看亮不亮。']],
  },
  {
    community: 'stonebridge',
    by: 4,
    kind: 'goods',
    title: '颐养驿站添一台轮椅给大家借',
    what: '现在只有一台轮椅，周末常常借不到。想再添一台轻便能折叠的，登记身份就能借。',
    where: '石桥头颐养驿站门厅',
    at: [-64, 22],
    filed: [1, 9],
    since: [],
  },
  {
    community: 'stonebridge',
    by: 6,
    kind: 'service',
    title: '周末开一班手机课',
    what: '数字课堂排在工作日，白天要接孙子去不了。想周末上午也开一班，教挂号、缴费和认清诈骗电话。',
    where: '石桥头数字课堂',
    at: [-18, 44],
    filed: [8, 16],
    since: [['accept', 6, 15, '下月起每周六上午开课，名额先给没上过的邻居。']],
  },
]
