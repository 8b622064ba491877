/** The document's Chinese. An endpoint without its words does not compile. */
import type { Api, SliceName } from '@yike/shared/api'
import type { Role } from '@yike/shared/kernel/contract'

type EndpointId = { [S in SliceName]: `${S}.${keyof Api[S]['endpoints'] & string}` }[SliceName]

export const preface = [
  '社区十五分钟服务圈的接口：找服务、预约、审核、提民生微实事、做志愿者。',
  '',
  'Sign in with `POST /sessions` and send the token as `Authorization: Bearer …`. Bodies are JSON; unknown fields are',
  'refused. Instants are ISO 8601 in UTC, local dates are those of Asia/Shanghai, money is in fen (0.01 CNY), positions',
  'are WGS-84. Lists have at most 50 rows a page and a `cursor` to go on from.',
  '',
  'A refusal is `application/problem+json` (RFC 9457): `code` says what happened, `title` says it in plain Chinese,',
  '`next` holds the best things to do instead. What is missing and what is not yours answer with the same 404.',
].join('\n')

export const roleWords: Readonly<Record<Role, string>> = {
  resident: '居民',
  volunteer: '志愿者',
  worker: '社区工作者',
  supervisor: '街道督导',
}

const slices: Readonly<Record<SliceName, string>> = {
  identity: '身份：登录、社区、住处、家人 — who I am, where I live, my household',
  circle: '服务圈：走路能到的地方 — places within reach on foot',
  booking: '预约：养老、托育、场地 — elder care, childcare, venues',
  microproject: '民生微实事：提需求、受理、退回 — micro-project requests',
  volunteer: '志愿服务与时间银行 — tasks, claims, the time bank',
  bulletin: '消息与社区动态 — my inbox, and what moved in my community',
  workbench: '社区工作台：等着办的事 — what waits for staff',
}

const endpoints: Readonly<Record<EndpointId, string>> = {
  'identity.signIn': '用微信登录',
  'identity.communities': '已开通的社区',
  'identity.me': '我的资料',
  'identity.join': '选择我住的社区',
  'identity.setHome': '设置我家的位置',
  'identity.addPerson': '登记一位家人',
  'identity.setBorn': '补上一位家人的出生年月',
  'identity.looks': '谁看过我的事',
  'identity.askDesk': '电脑要一个登录码',
  'identity.scanDesk': '看清楚是哪台电脑',
  'identity.confirmDesk': '在手机上确认电脑登录',
  'identity.takeDesk': '电脑领取登录',
  'identity.renewDesk': '电脑续登录',
  'identity.desks': '我登录着的电脑',
  'identity.endDesk': '让一台电脑退出',
  'circle.around': '我家门口有什么，一样一样地看',
  'circle.bands': '从家门口出发，每条街走几分钟',
  'circle.near': '我身边的服务圈',
  'circle.place': '一个场所的详情',
  'circle.directory': '本社区的场所资料',
  'circle.coverage': '本社区走路能到什么，谁还够不着',
  'circle.entry': '一条场所资料和它的经过',
  'circle.addPlace': '登记一处场所',
  'circle.changePlace': '修改场所资料',
  'circle.assurePlace': '核对过，资料还对',
  'circle.closePlace': '停用一处场所',
  'circle.reopenPlace': '恢复一处停用的场所',
  'booking.days': '可预约的日子和时段',
  'booking.place': '预约',
  'booking.join': '为约满的时段排队',
  'booking.accept': '要下留给我的空位',
  'booking.pass': '把空位让给下一位',
  'booking.mine': '我的预约',
  'booking.show': '一个预约的详情',
  'booking.cancel': '取消预约',
  'booking.approve': '通过预约',
  'booking.decline': '退回预约',
  'booking.roster': '一天的值班表，和排不下的预约',
  'booking.setRoster': '改一天的值班表',
  'microproject.file': '提一件民生微实事',
  'microproject.offerPhoto': '为需求传一张照片',
  'microproject.list': '我提的，或本社区已受理的微实事',
  'microproject.show': '一件微实事的进展',
  'microproject.accept': '受理',
  'microproject.sendBack': '退回，写明原因',
  'microproject.refile': '修改后再交',
  'microproject.withdraw': '撤回',
  'volunteer.register': '登记成为志愿者',
  'volunteer.menu': '志愿任务菜单',
  'volunteer.task': '一个任务的详情',
  'volunteer.claim': '认领任务',
  'volunteer.release': '放弃认领',
  'volunteer.complete': '完成任务，报时长',
  'volunteer.mine': '我的认领和时间银行余额',
  'volunteer.publish': '发布任务',
  'volunteer.reported': '一份待确认的时长',
  'volunteer.confirm': '确认时长，记入时间银行',
  'volunteer.dispute': '退回时长，写明原因',
  'bulletin.notices': '我的消息',
  'bulletin.movements': '社区动态',
  'bulletin.consents': '还会收到几条微信提醒',
  'bulletin.consent': '同意收一条微信提醒',
  'workbench.communities': '我负责的社区',
  'workbench.queue': '等着办的事，最急的在前',
}

export const sliceWords: Readonly<Record<string, string>> = slices
export const endpointWords: Readonly<Record<string, string>> = endpoints
