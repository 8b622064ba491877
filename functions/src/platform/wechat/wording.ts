/**
 * What people write for others is read by WeChat before anybody else: after the commit, so that a service which is down
 * keeps nobody from writing, and waited for ten minutes at most. A text carries the answer as its `wording`.
 */
import type { Wording } from '@yike/shared/kernel/shapes'
import { addMinutes, type Instant } from '@yike/shared/kernel/time'
import type { WeChatService } from './service'

/** Longer than this no check is waited for: then the eyes of staff are the check. */
const CHECK_WITHIN_MINUTES = 10

/** The answer as it stands now; undefined: written before words were checked, or by ourselves. */
export const wordingAt = (
  wording: Wording | undefined,
  writtenAt: Instant,
  now: Instant,
): Wording | undefined =>
  wording === 'pending' && addMinutes(writtenAt, CHECK_WITHIN_MINUTES) <= now ? 'review' : wording

/** Asks WeChat, in the name of who wrote it. Unknown means that a person looks. */
export const askWording = async (
  service: WeChatService,
  openId: string | undefined,
  [title, ...lines]: readonly [string, ...string[]],
): Promise<Wording> => {
  if (!openId) return 'review'
  const verdict = await service.checkWriting({ openId, title, content: [title, ...lines].join('\n') })
  return verdict === 'unknown' ? 'review' : verdict
}
