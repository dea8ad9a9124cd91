// Clocks — the three times of a case, never mixed: at the counter, at the center, for the card.
//
// The published promise of ten minutes is the counter's alone: from being called to the receipt.

import type { CaseEvent, EventType } from '#enrollment/events'

export interface Clocks {
  /** From the first call to the stamped receipt. */
  readonly counter: Span | undefined
  /** From the register to the center's decision. */
  readonly center: Span | undefined
  /** From the center's decision to the card in the hand. */
  readonly card: Span | undefined
}

export interface Span {
  readonly fromMs: number
  /** Absent while the clock is running. */
  readonly toMs: number | undefined
}

export function clocksOf(log: readonly CaseEvent[]): Clocks {
  return {
    counter: span(log, lastCallBeforeReceipt(log), firstAt(log, ['attested'])),
    center: span(log, firstAt(log, ['registered']), lastDecisionAt(log)),
    card: span(log, printReadyAt(log), firstAt(log, ['issued'])),
  }
}

export function spanMs(span: Span, nowMs: number): number {
  return (span.toMs ?? nowMs) - span.fromMs
}

function span(
  log: readonly CaseEvent[],
  fromMs: number | undefined,
  toMs: number | undefined,
): Span | undefined {
  if (log.length === 0 || fromMs === undefined) return undefined
  return { fromMs, toMs: toMs !== undefined && toMs >= fromMs ? toMs : undefined }
}

/** A case that was returned is called anew: the clock starts with the visit that succeeded. */
function lastCallBeforeReceipt(log: readonly CaseEvent[]): number | undefined {
  return log.findLast((event) => event.type === 'called')?.atMs
}

function firstAt(log: readonly CaseEvent[], types: readonly EventType[]): number | undefined {
  return log.find((event) => types.includes(event.type))?.atMs
}

function lastDecisionAt(log: readonly CaseEvent[]): number | undefined {
  return log.findLast(
    (event) => event.type === 'decided' && event.decision.status !== 'ADJUDICATE_RECORD',
  )?.atMs
}

function printReadyAt(log: readonly CaseEvent[]): number | undefined {
  return log.find(
    (event) => event.type === 'decided' && event.decision.status === 'PRINT_READY_RECORD',
  )?.atMs
}
