// Status — where a case stands, folded from its log; and the same for each entry on the way.
//
//   UNREGISTERED → BIO_CAPTURED → PROCESSING → SENT_FOR_ENROLLMENT → RECEIVED_AT_CENTRAL
//     → PRINT_READY_RECORD → SENT_FOR_CARD_PRINTING → CARD_PRINTED → CARD_ISSUED
//     or ENROLL_FAILURE_AT_CENTRAL, SEARCH_FAILURE_AT_CENTRAL, ADJUDICATE_RECORD, DUPLICATE_RECORD
//
// The codes are the field's own (SIAK's e-KTP status list); none is invented here.

import type { CaseEvent } from '#enrollment/events'
import { never } from '#kit/assert'

export const statuses = [
  'UNREGISTERED',
  'BIO_CAPTURED',
  'PROCESSING',
  'SENT_FOR_ENROLLMENT',
  'RECEIVED_AT_CENTRAL',
  'ENROLL_FAILURE_AT_CENTRAL',
  'SEARCH_FAILURE_AT_CENTRAL',
  'ADJUDICATE_RECORD',
  'DUPLICATE_RECORD',
  'PRINT_READY_RECORD',
  'SENT_FOR_CARD_PRINTING',
  'CARD_PRINTED',
  'CARD_ISSUED',
] as const

export type Status = (typeof statuses)[number]

export function statusOf(log: readonly CaseEvent[]): Status {
  return log.reduce<Status>(statusAfter, 'UNREGISTERED')
}

/** The status changes of a case with their times, first to last. */
export function statusHistoryOf(
  log: readonly CaseEvent[],
): readonly { readonly status: Status; readonly atMs: number }[] {
  const history: { status: Status; atMs: number }[] = []
  let status: Status | undefined
  for (const event of log) {
    const next = statusAfter(status ?? 'UNREGISTERED', event)
    if (next !== status) history.push({ status: next, atMs: event.atMs })
    status = next
  }
  return history
}

export function statusAfter(status: Status, event: CaseEvent): Status {
  switch (event.type) {
    case 'captured':
      return 'BIO_CAPTURED'
    case 'registered':
      return 'PROCESSING'
    case 'sent':
      return 'SENT_FOR_ENROLLMENT'
    case 'received':
      return 'RECEIVED_AT_CENTRAL'
    case 'enroll-failed':
      return 'ENROLL_FAILURE_AT_CENTRAL'
    case 'search-failed':
      return 'SEARCH_FAILURE_AT_CENTRAL'
    case 'decided':
      return event.decision.status
    case 'sent-for-printing':
      return 'SENT_FOR_CARD_PRINTING'
    // The card did not come out: it is ready to be printed again.
    case 'print-failed':
      return 'PRINT_READY_RECORD'
    case 'printed':
      return 'CARD_PRINTED'
    case 'issued':
      return 'CARD_ISSUED'
    case 'opened':
    case 'form-saved':
    case 'endorsed':
    case 'endorsement-returned':
    case 'queued':
    case 'called':
    case 'requirements-accepted':
    case 'counter-returned':
    case 'capture-started':
    case 'attested':
    case 'handover-refused':
    case 'closed':
      return status
    default:
      return never(event)
  }
}
