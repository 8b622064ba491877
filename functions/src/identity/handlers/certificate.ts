/** What staff note of a certificate that they have seen. */
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import type { Table } from '../../platform/table'
import { personOf } from '../domain'
import { loadHousehold } from '../store'
import { type CertificateRecord, certificateChanges } from '../store/certificate'

/** Notes until when somebody's certificate holds that staff have seen, or takes that out again. */
export const noteCertificate = async (
  table: Table,
  record: CertificateRecord,
): Promise<Result<void, 'request.not_found' | 'request.busy'>> => {
  const found = await loadHousehold(table, record.residentId)
  if (!found || !personOf(found, record.personId)) return refuse('request.not_found')
  const saved = await table.write(certificateChanges(found, record))
  return saved.ok ? ok(undefined) : saved
}

/** Takes out what is noted of a certificate that ended long ago. True: it was there until now. */
export const forgetCertificate = async (
  table: Table,
  { untilOn: over, ...record }: CertificateRecord,
): Promise<boolean> => {
  const found = await loadHousehold(table, record.residentId)
  if (!found || !over) return false
  const saved = await table.write(certificateChanges(found, record, over))
  if (!saved.ok && saved.refusal.code === 'request.busy') throw new Error('a certificate met a busy table')
  return saved.ok
}
