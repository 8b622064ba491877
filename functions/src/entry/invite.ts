/**
 * `npm run invite -- --name=NAME --scope=CODE [--role=supervisor|worker]`: a code by which one person takes up a post in
 * the mini-program, good for a day and once. It is how the first supervisor of a street begins; all others are invited
 * by a supervisor, in the workbench.
 */
import { parseArgs } from 'node:util'
import { canHold, spokenCode } from '@yike/shared/identity/rules'
import { InviteStaff } from '@yike/shared/identity/schema/staff'
import { instantOf } from '@yike/shared/kernel/time'
import { inviteTo, loadRegions } from '../identity/handlers'
import { newId } from '../platform/ids'
import { runCommand, tableAtHand } from './command'

const usage = `用法：npm run invite -- --name=姓名 --scope=区划代码 [--role=supervisor|worker]
街道督导（supervisor，不写就是它）管街道及以上，社区工作者（worker）管社区或街道。`

const options = {
  name: { type: 'string' },
  scope: { type: 'string' },
  role: { type: 'string', default: 'supervisor' },
} as const

const run = async (): Promise<number> => {
  const { values } = parseArgs({ options, strict: false })
  const asked = InviteStaff.safeParse({ name: values.name, scope: values.scope, role: values.role })
  if (!asked.success || !canHold(asked.data.role, asked.data.scope)) {
    console.error(usage)
    return 2
  }
  const table = await tableAtHand()
  const region = (await loadRegions(table, asked.data.scope)).find(({ code }) => code === asked.data.scope)
  if (!region) {
    console.error(`还没有开通代码为 ${asked.data.scope} 的区划，请先用 npm run regions 登记。`)
    return 2
  }
  const ms = Date.now()
  const { invitation, change } = inviteTo(region, asked.data, {
    by: null,
    id: newId('invitation', ms),
    now: instantOf(ms),
  })
  const saved = await table.write([change])
  if (!saved.ok) throw new Error(`an invitation was not written: ${saved.refusal.code}`)
  console.log(`邀请码：${spokenCode(invitation.code)}（${invitation.name}，${invitation.scopeName}）
请 TA 在 24 小时内打开小程序，在“我的”点“我有工作邀请码”，填上它。只能用一次。`)
  return 0
}

await runCommand(run)
