import type { Certificates as Page } from '@yike/shared/booking/schema/caller'
import { useState } from 'react'
import { open } from '../platform/route'
import { Button, Cell, Empty, More, Refusal, Section } from '../ui'
import { useCertificates } from './use-caller'
import { spokenTerm } from './view/certificate'
import { callerWords as words } from './words'

/**
 * Whose certificate ends soon, or has. It is asked for by a tap and kept nowhere: each of them reads that it was looked at,
 * and who only makes calls does not look.
 */
export function Certificates({ community }: { community: string }) {
  const [pages, setPages] = useState<readonly Page[]>([])
  const asking = useCertificates()
  const cursor = pages.at(-1)?.cursor
  const certificates = pages.flatMap(page => page.certificates)
  const ask = async () => {
    const answer = await asking.send({ community, limit: 50, cursor })
    if (answer) setPages([...pages, answer])
  }
  return (
    <Section title={words.certificatesEnd}>
      {pages.length === 0 && (
        <Button compact kind="calm" busy={asking.busy} onTap={ask}>
          {words.certificatesLook}
        </Button>
      )}
      {asking.problem && <Refusal problem={asking.problem} />}
      {pages.length > 0 && certificates.length === 0 && !cursor && <Empty title={words.certificatesNone} />}
      {certificates.map(one => (
        <Cell
          key={one.bookingId}
          title={one.forName}
          note={spokenTerm(one)}
          onTap={() => open('/workbench/pages/case', { kind: 'booking', caseId: one.bookingId })}
        />
      ))}
      <More more={cursor ? ask : undefined} busy={asking.busy} />
    </Section>
  )
}
