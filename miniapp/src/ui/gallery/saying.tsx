import type { Problem } from '@yike/shared/kernel/problem'
import {
  Button,
  Empty,
  Failure,
  More,
  Notice,
  Refusal,
  Section,
  Skeleton,
  Stale,
  type TimelineStep,
} from '..'
import { PrivacyBox } from '../privacy-ask'
import { Timeline } from '../timeline'
import { UpdateNotice } from '../update-line'

const problem: Problem = { type: 'about:blank', title: '', status: 409, code: 'gallery', requestId: '' }
const full: Problem = {
  ...problem,
  title: '这个时段刚刚约满。',
  next: [
    { do: 'call', label: '打电话问问', phone: '0519-86000000' },
    { do: 'open', label: '看看别处', page: '/circle/pages/list' },
  ],
}
const broken: Problem = { ...problem, title: '我们这边出了点问题。', status: 500, requestId: 'req-7F3K' }
const offline: Problem = { ...problem, title: '现在连不上网络，请看看信号再试。', code: 'network.offline' }
const moved: Problem = { ...problem, title: '别人先办了，下面是现在的样子。' }

const steps: TimelineStep[] = [
  { id: '1', when: '昨天 09:12', what: '您提交了预约', who: '您' },
  { id: '2', when: '昨天 10:40', what: '社区没有通过', who: '社区', tone: 'danger', note: '那天要办义诊。' },
  { id: '3', when: '今天 08:00', what: '社区通过了', who: '社区', tone: 'green' },
  { id: '4', when: '明天', what: '09:00 到场，报预约号', tone: 'green', now: true },
]
const nothing = async () => undefined

/** What a page says: done, waits, refused, broken, offline, nothing yet, on its way, what happened. */
export function Saying() {
  return (
    <>
      <Section title="说一声">
        <Notice tone="green">约好了，到场报这个号码。</Notice>
        <Notice tone="waiting">已提交，名额先给您留着。</Notice>
        <Notice tone="persimmon">还差一步：选好给谁。</Notice>
        <Notice tone="danger">没约上。</Notice>
        <Notice tone="quiet">取消了，名额已经让出来。</Notice>
        <Refusal problem={full} />
        <Stale stale={{ problem: moved, fresh: true, tell: nothing, clear: nothing }} became="已通过" />
      </Section>
      <Section title="只在微信里">
        <PrivacyBox />
        <UpdateNotice />
        <Notice tone="quiet">
          办好了，让微信告诉您一声？
          <Button compact kind="calm" onTap={nothing}>
            好，告诉我一次
          </Button>
        </Notice>
      </Section>
      <Section title="经过">
        <Timeline steps={steps} />
      </Section>
      <Section title="还没有">
        <Empty
          title="还没有预约"
          text="看看走路一刻钟内有什么。"
          icon="ticket"
          action={{ label: '看看身边', onTap: nothing }}
        />
      </Section>
      <Section title="在路上">
        <Skeleton lines={2} />
        <More more={nothing} busy={false} />
        <More more={nothing} busy />
      </Section>
      <Section title="出错和断网">
        <Failure problem={broken} onRetry={nothing} />
        <Failure problem={offline} onRetry={nothing} />
      </Section>
    </>
  )
}
