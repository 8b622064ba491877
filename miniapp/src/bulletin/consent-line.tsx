import { useState } from 'react'
import { api } from '../platform/api'
import { askConsent, canSubscribe } from '../platform/subscribe'
import { useQuery } from '../platform/use-query'
import { useSend } from '../platform/use-send'
import { Button, Notice, Refusal } from '../ui'
import { consentWords, type Subject } from './words'

/** After something was handed in that staff will answer: may WeChat say so? One yes is one message. */
export function ConsentLine({ about, reminds = false }: { about: Subject; reminds?: boolean }) {
  const known = useQuery(canSubscribe ? 'bulletin.consents' : null, () => api.bulletin.consents({}))
  const giving = useSend(api.bulletin.consent)
  const [refused, setRefused] = useState(false)
  const consents = known.state === 'loading' ? undefined : known.value?.consents
  const mine = consents?.find(one => one.about === about)
  if (!mine) return null
  if (mine.left > 0)
    return <Notice tone="quiet">{reminds ? consentWords.willRemind : consentWords.will}</Notice>
  if (refused) return <Notice tone="quiet">{consentWords.inbox}</Notice>
  const ask = async () => {
    if (!(await askConsent(mine.templateId))) return setRefused(true)
    if (await giving.send({ about })) await known.refresh()
  }
  return (
    <>
      <Notice tone="quiet">
        {reminds ? consentWords.askRemind : consentWords.ask}{' '}
        <Button compact kind="calm" busy={giving.busy} onTap={ask}>
          {consentWords.yes}
        </Button>
      </Notice>
      {giving.problem && <Refusal problem={giving.problem} />}
    </>
  )
}
