import { View } from '@tarojs/components'
import type { Grant } from '@yike/shared/identity/schema/grant'
import { goBack, openInstead } from '../../platform/route'
import { Answer, Notice, Question, Refusal } from '../../ui'
import { CodePage } from '../code-page'
import { actsOf, untilOf } from '../grant-line'
import '../identity.css'
import { useReadGrant, useTakeGrant } from '../use-grant'
import { grantWords as words } from '../words/grant'

/** Acting for a relative by the code that they told: for whom and what, and then yes. */
export default function GrantTakePage() {
  return (
    <CodePage words={words} reading={useReadGrant()}>
      {(offered, code) => <Offer code={code} offered={offered} />}
    </CodePage>
  )
}

function Offer({ code, offered }: { code: string; offered: Grant }) {
  const taking = useTakeGrant()
  const { giver, forName } = offered
  const take = async () => {
    const taken = await taking.send({ code })
    if (taken) openInstead('/identity/pages/grant', { grantId: taken.grantId })
  }
  return (
    <>
      <Question>
        {forName === giver.name ? words.offerSelf(giver.name) : words.offerOf(giver.name, forName)}
      </Question>
      <View>{`${actsOf(offered)} · ${untilOf(offered)}`}</View>
      <Notice tone="waiting">{words.duty}</Notice>
      {taking.problem && <Refusal problem={taking.problem} />}
      <Answer kind="next" icon="check" title={words.take} busy={taking.busy} onTap={take} />
      <Answer title={words.later} onTap={goBack} />
    </>
  )
}
