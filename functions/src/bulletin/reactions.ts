/** After a notice is in the inbox: WeChat tells it too, where somebody has said yes to one message. */
import { spokenReason } from '@yike/shared/booking/rules/reasons'
import type { Notice } from '@yike/shared/bulletin/schema'
import type { Id } from '@yike/shared/kernel/id'
import { clockOf, localDate } from '@yike/shared/kernel/time'
import { loadOpenId } from '../identity/handlers'
import { effect, type Reaction } from '../platform/outbox'
import type { Item, Table } from '../platform/table'
import type { WeChatService } from '../platform/wechat/service'
import { fill, type Templates } from '../platform/wechat/template'
import { dropConsentChange, hasConsent, returnConsentChanges, sentChange, spendConsentChanges } from './store'

interface Messaging {
  readonly service: WeChatService
  readonly templates: Templates
}

/** News that somebody waits for; what they did themselves is none. A template's field for it takes five characters. */
const news: Readonly<Record<Notice['about'], Readonly<Record<string, string>>>> = {
  booking: {
    ...{ approve: '已通过', decline: '未通过', lapse: '超时释放', offer: '有空位了', miss: '没有等到' },
    ...{ arrive: '孩子送到', leave: '孩子接走', lock: '接送码停用' },
    ...{ swap: '换个时间', seek: '不开放了', restore: '照旧开放' },
    remind: '快到时间了',
  },
  microproject: { accept: '已受理', sendBack: '已退回' },
  task: { confirm: '已确认', dispute: '请核对', hold: '未公开', reword: '改了说法' },
  season: { won: '抽中了', unbooked: '没约上', lost: '没抽中', callOff: '已取消' },
}

/** What is known to have gone out of these needs no call, or says what somebody believes. */
const needsNoCall: ReadonlySet<string> = new Set(['remind', 'swap', 'seek', 'restore', 'approve'])

const pages: Readonly<Record<Notice['about'], (caseId: string, grantId?: string) => string>> = {
  booking: (bookingId, grantId) =>
    `booking/pages/ticket?bookingId=${bookingId}${grantId ? `&grantId=${grantId}` : ''}`,
  microproject: microprojectId => `microproject/pages/detail?microprojectId=${microprojectId}`,
  task: taskId => `volunteer/pages/task?taskId=${taskId}`,
  season: (seasonId, grantId) =>
    `booking/pages/season?seasonId=${seasonId}${grantId ? `&grantId=${grantId}` : ''}`,
}

export const bulletinReactions = ({ service, templates }: Messaging): readonly Reaction[] => [
  {
    name: 'bulletin.message',
    on: 'Notice',
    async react(table, { before, after }) {
      if (before || !after) return
      const residentId = ownerOf(after)
      const {
        about,
        caseId,
        name,
        verb,
        at,
        note: why,
        reason,
        noticeId,
        grantId,
      } = after as unknown as Notice
      const state = news[about]?.[verb]
      const template = templates[about]
      if (!state || !template) return
      const told = { residentId, about, noticeId }
      if (!(await hasConsent(table, residentId, about)) || !(await spend(table, told))) return
      const openId = await loadOpenId(table, residentId)
      const sent = openId
        ? await service.sendMessage({
            openId,
            templateId: template.id,
            page: pages[about](caseId, grantId),
            fields: fill(template, {
              what: name,
              when: `${localDate(at)} ${clockOf(at)}`,
              state,
              note: spokenReason({ why, reason }),
            }),
          })
        : 'failed'
      if (sent === 'sent' && needsNoCall.has(verb))
        await effect(table, [sentChange(told)], 'bulletin.returned')
      // What may have arrived is not sent again: one consent is one message.
      if (sent === 'failed') await effect(table, returnConsentChanges(told), 'bulletin.returned')
      if (sent === 'noConsent')
        await effect(table, [dropConsentChange(residentId, about)], 'bulletin.returned')
    },
  },
]

/** False: it was told before, or nobody has said yes. */
const spend = async (table: Table, told: Parameters<typeof spendConsentChanges>[0]): Promise<boolean> => {
  const spent = await table.write(spendConsentChanges(told))
  if (!spent.ok && spent.refusal.code === 'request.busy') throw new Error('the table is busy')
  return spent.ok
}

const ownerOf = ({ pk }: Item) => String(pk).replace('INBOX#', '') as Id<'resident'>
