// Events — what has happened to one case, append-only and without a name in it.
//
// Who the resident is stands in the form and in the sealed packet. The log knows a case by its id
// alone, so that everything built on it (status, clocks, statistics, identification) can be shown
// it whole.

import type { Brand } from '#kit/brand'

export type CaseId = Brand<string, 'CaseId'>

export type CaseEvent =
  | Entry<'opened', { readonly serviceType: string; readonly by: 'resident' | 'officer' }>
  | Entry<'form-saved', { readonly version: number }>
  | Entry<'endorsed', { readonly version: number; readonly kind: EndorsementKind }>
  | Entry<'endorsement-returned', { readonly version: number }>
  | Entry<'queued', { readonly number: string }>
  | Entry<'called', { readonly number: string }>
  | Entry<'requirements-accepted', { readonly waived: readonly string[] }>
  | Entry<'counter-returned', Nothing>
  | Entry<'capture-started', Nothing>
  | Entry<'captured', CaptureFacts>
  | Entry<'attested', { readonly receiptNumber: string }>
  | Entry<'registered', { readonly packetDigest: string }>
  | Entry<'sent', { readonly packetDigest: string }>
  | Entry<'received', Nothing>
  | Entry<'enroll-failed', { readonly code: string }>
  | Entry<'search-failed', { readonly code: string }>
  | Entry<'decided', { readonly decision: Decision }>
  | Entry<'sent-for-printing', { readonly jobId: string }>
  | Entry<'print-failed', { readonly jobId: string }>
  | Entry<'printed', { readonly jobId: string }>
  | Entry<'handover-refused', { readonly position: number }>
  | Entry<'issued', IssuedBy>
  | Entry<'closed', { readonly reason: ClosedFor }>

export type EventType = CaseEvent['type']

export type EventOf<Type extends EventType> = Extract<CaseEvent, { type: Type }>

/** What a stage may say; the log adds whom it concerns and when. */
export type Fact = CaseEvent extends infer Event
  ? Event extends CaseEvent
    ? Omit<Event, 'caseId' | 'atMs'>
    : never
  : never

/** `digital`: signed inside the PDF with the village head's certificate. `wet`: ink on paper. */
export type EndorsementKind = 'digital' | 'wet'

export interface CaptureFacts {
  readonly fingers: number
  readonly exceptions: number
  /** A guard had found an earlier record and a supervisor sent the case on. */
  readonly sentOn: boolean
}

/** The finger that matched; or a supervisor's leave, where no finger could be read. */
export type IssuedBy = { readonly position: number } | { readonly approvalId: string }

/** `abandoned`: the resident did not come again (`LOKET_KEEP_DAYS`). */
export type ClosedFor = 'directed-elsewhere' | 'withdrawn' | 'not-eligible' | 'abandoned'

export type Decision =
  | { readonly status: 'PRINT_READY_RECORD' }
  /** Whose record it is one of, the center keeps to itself. */
  | { readonly status: 'DUPLICATE_RECORD'; readonly of?: CaseId }
  | { readonly status: 'ADJUDICATE_RECORD' }

type Nothing = Readonly<Record<never, never>>

type Entry<Type extends string, Facts> = Facts & {
  readonly type: Type
  readonly caseId: CaseId
  /** Epoch milliseconds, by the clock of the program that wrote the entry. */
  readonly atMs: number
}

/** A case is named by a random UUID, the same at the office and at the center. */
export function parseCaseId(text: string): CaseId | undefined {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? (text as CaseId) : undefined
}
