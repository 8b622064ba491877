import { api } from '../platform/api'
import { useSend } from '../platform/use-send'
import type { Stale } from '../platform/use-stale'

export const useFindCaller = () => useSend(api.booking.findCaller)
export const useBookFor = () => useSend(api.booking.bookFor)
/** What is held for them they take, as they say. */
export const useAcceptFor = (stale?: Stale) => useSend(api.booking.acceptFor, stale?.tell)
export const useCancelFor = ({ tell }: Stale) => useSend(api.booking.cancelFor, tell)

/** Of a community those that end soon, by the page. */
export const useCertificates = () => useSend(api.booking.certificates)

/** What was seen at the desk is sent from there: it does not wait for a network. */
export const useCertificate = () => useSend(api.booking.certificate)
export const useRecordCertificate = () => useSend(api.booking.recordCertificate)
