// Stage — the step of the journey a case waits at, folded from its log: who must act next.
//
//   form → village → queue → counter → capture → attestation → register → outbox → center
//     → printing → handover → done

import type { CaseEvent } from '#enrollment/events'
import { never } from '#kit/assert'

export type WaitingAt =
  | 'form'
  | 'village'
  | 'queue'
  | 'called'
  | 'capture'
  | 'attestation'
  | 'register'
  | 'outbox'
  | 'center'
  | 'adjudication'
  | 'printing'
  | 'printer'
  | 'handover'
  | 'done'
  | 'failed'
  | 'closed'

export function waitingAt(log: readonly CaseEvent[]): WaitingAt {
  return log.reduce<WaitingAt>(waitingAfter, 'form')
}

export function waitingAfter(at: WaitingAt, event: CaseEvent): WaitingAt {
  switch (event.type) {
    case 'opened':
      return 'form'
    case 'form-saved':
    case 'endorsement-returned':
      return event.type === 'form-saved' ? 'village' : 'form'
    case 'endorsed':
    case 'counter-returned':
      return 'queue'
    case 'queued':
      return 'queue'
    case 'called':
      return 'called'
    case 'requirements-accepted':
    case 'capture-started':
      return 'capture'
    case 'captured':
      return 'attestation'
    case 'attested':
      return 'register'
    case 'registered':
      return 'outbox'
    case 'sent':
    case 'received':
      return 'center'
    case 'enroll-failed':
    case 'search-failed':
      return 'failed'
    case 'decided':
      return afterDecision(event.decision.status)
    case 'sent-for-printing':
      return 'printer'
    case 'print-failed':
      return 'printing'
    case 'printed':
      return 'handover'
    case 'handover-refused':
      return at
    case 'issued':
      return 'done'
    case 'closed':
      return 'closed'
    default:
      return never(event)
  }
}

function afterDecision(
  status: 'PRINT_READY_RECORD' | 'DUPLICATE_RECORD' | 'ADJUDICATE_RECORD',
): WaitingAt {
  switch (status) {
    case 'PRINT_READY_RECORD':
      return 'printing'
    case 'ADJUDICATE_RECORD':
      return 'adjudication'
    case 'DUPLICATE_RECORD':
      return 'failed'
    default:
      return never(status)
  }
}
