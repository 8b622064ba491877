import { open } from '../platform/route'
import { Cell, More, Section } from '../ui'
import { useCertificates } from './use-caller'
import { spokenCertificate } from './view/certificate'
import { callerWords as words } from './words'

/** Whose certificate ends soon, or has: where there are none, nothing. */
export function Certificates({ community }: { community: string | null }) {
  const { pages, more, busy } = useCertificates(community)
  const certificates = pages.flatMap(page => page.certificates)
  if (certificates.length === 0) return null
  return (
    <Section title={words.certificatesEnd}>
      {certificates.map(one => (
        <Cell
          key={one.bookingId}
          title={one.forName}
          note={spokenCertificate(one)}
          onTap={() => open('/workbench/pages/case', { kind: 'booking', caseId: one.bookingId })}
        />
      ))}
      <More more={more} busy={busy} />
    </Section>
  )
}
