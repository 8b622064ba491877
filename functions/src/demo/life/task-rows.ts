/** Volunteer tasks that exist when the demo begins: a menu for the next days, and some that are over. */
import type { TaskKind } from '@yike/shared/volunteer/schema'
import type { CommunityKey } from '../street'

/** What became of the claims of a task that is over. */
export type Ending = readonly ['reported' | 'confirmed', minutes: number]

export type TaskRow = readonly [
  kind: TaskKind,
  title: string,
  what: string,
  where: string,
  /** Days from today; below 0 it is over. */
  day: number,
  hour: number,
  minutes: number,
  places: number,
  /** How many neighbours have claimed it, and whether the community's volunteer among the personas has too. */
  neighbours: number,
  persona: boolean,
  ending?: Ending,
  /** WeChat could not judge its words: somebody of staff has to read them. */
  doubted?: true,
]

// biome-ignore format: a table is read in rows
export const tasks: Readonly<Record<CommunityKey, readonly TaskRow[]>> = {
  osmanthus: [
    ['culture', '书场接待和摆椅子', '开场前摆好 40 张椅子，帮腿脚慢的老人找座位。', '南塘书场', 1, 12.5, 180, 2, 2, false],
    ['errand', '代取药送上门', '到卫生服务站取药，送给两位出不了门的老人，要核对药名。', '桂花里社区卫生服务站', 1, 9.5, 60, 1, 0, false],
    ['housework', '帮独居老人擦窗', '两人一组，带伸缩杆，不爬高；擦完陪老人坐一会儿。', '桂花里 6 幢、7 幢', 2, 9, 120, 4, 2, true],
    ['health', '测血压志愿岗', '在服务站护士带领下登记、量血压，把数字记到本子上。', '桂花里自助体检亭', 3, 8, 120, 3, 1, false],
    ['counselling', '陪聊：听老人讲老运河', '每人陪一位老人聊一小时，可以记下来给家风馆。', '桂花里家风馆', 5, 14, 120, 5, 2, true],
    ['legal', '防诈骗入户宣讲', '两人一组上门，讲三个真实案例，留下社区电话。', '桂花里 1 至 5 幢', 8, 15, 120, 6, 1, false],
    ['culture', '春节前写春联', '会写毛笔字的来，红纸墨汁社区备好；写好的先送给独居老人，多的摆在门口自取。', '桂花里书画室', 7, 13.5, 120, 4, 0, false, undefined, true],
    ['errand', '给三户老人换季晒被', '上门收被子、晒好送回，约好下午四点前送到。', '桂花里 3 幢天台', -2, 13, 90, 2, 0, true],
    ['culture', '老照片扫描', '帮老人把相册里的照片扫成电子版，原件当场归还。', '桂花里家风馆', -12, 14, 120, 2, 1, false, ['reported', 120]],
    ['errand', '老年食堂送餐', '给十二户送午饭，敲门等应答，没人应要告诉社区。', '桂花里老年食堂', -1, 10.5, 120, 3, 1, true, ['reported', 120]],
    ['culture', '锡剧票友角音响值守', '搬音箱、接话筒，散场后收好。', '桂花里锡剧票友角', -6, 18.5, 150, 2, 1, true, ['confirmed', 150]],
    ['housework', '楼道清洁日', '清小广告、擦扶手，旧物请户主自己决定去留。', '桂花里 9 至 12 幢', -11, 9, 120, 8, 4, true, ['confirmed', 120]],
  ],
  stonebridge: [
    ['health', '助浴点搭把手', '女性志愿者优先；扶老人进出，听护理员安排。', '石桥头助浴点', 1, 8.5, 180, 2, 1, true],
    ['errand', '陪独居老人看病', '从家里到卫生服务站，帮忙挂号、取药，送回家。', '石桥头社区卫生服务站', 2, 7.5, 240, 1, 0, false],
    ['counselling', '四点半陪读', '陪低年级孩子写作业，不代写，一位志愿者带三个孩子。', '石桥头儿童之家', 3, 16, 120, 4, 2, false],
    ['housework', '家政互助：缝补改衣', '会用缝纫机的来，帮老人改裤脚、换拉链。', '石桥头党群服务中心', 4, 9, 180, 4, 2, false],
    ['culture', '露天电影维持秩序', '引导停车、看好台阶，放映结束清场。', '石桥头露天电影场', 6, 18.5, 150, 8, 3, true],
    ['legal', '遗嘱和赠与咨询日', '接待登记、引导排队，法律解答由律师做。', '石桥头法律服务点', 9, 13.5, 210, 3, 1, false],
    ['errand', '替腿脚不便的邻居交水电费', '到缴费点代交，把收据送回家。', '石桥头党群服务中心', -2, 9.5, 60, 2, 0, true],
    ['housework', '运河岸线捡拾', '沿运河东街走一圈，带夹子和手套，不下河。', '老石桥摆渡码头', -1, 8, 90, 10, 2, true, ['reported', 90]],
    ['health', '慢病小组签到', '登记、发资料，提醒带上次的化验单。', '石桥头健康小屋', -5, 14, 150, 2, 1, true, ['confirmed', 120]],
    ['culture', '图书角上架', '把捐来的书擦净、贴标、上架。', '石桥头图书角', -10, 9, 120, 4, 2, true, ['confirmed', 120]],
  ],
}
