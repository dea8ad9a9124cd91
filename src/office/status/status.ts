// Status — a case's log as the resident sees it: what was done when, and what comes next.

import { clocksOf, type Span } from '#enrollment/clocks'
import type { CaseEvent, EventType } from '#enrollment/events'
import type { StatusReply } from './wire.ts'

type Step = StatusReply['steps'][number]['step']

/** The last entry of these types says when a step was done. */
const doneBy: Readonly<Record<Step, readonly EventType[]>> = {
  opened: ['opened'],
  form: ['form-saved'],
  village: ['endorsed'],
  counter: ['requirements-accepted'],
  capture: ['captured'],
  receipt: ['attested'],
  sent: ['sent'],
  examined: ['decided'],
  printed: ['printed'],
  issued: ['issued'],
}

/** Entries that put a case back: what was done before them has to be done again. */
const undoneBy: Partial<Readonly<Record<Step, readonly EventType[]>>> = {
  form: ['endorsement-returned'],
  village: ['form-saved', 'endorsement-returned'],
  counter: ['counter-returned'],
  printed: ['print-failed'],
}

export function stepsOf(log: readonly CaseEvent[]): StatusReply['steps'] {
  return (Object.keys(doneBy) as Step[]).map((step) => ({ step, doneAtMs: doneAt(log, step) }))
}

function doneAt(log: readonly CaseEvent[], step: Step): number | null {
  const done = log.findLastIndex((event) => doneBy[step].includes(event.type))
  const undone = log.findLastIndex((event) => undoneBy[step]?.includes(event.type) ?? false)
  const event = log[done]
  if (event === undefined || undone > done) return null
  const isDoubtful = event.type === 'decided' && event.decision.status === 'ADJUDICATE_RECORD'
  return isDoubtful ? null : event.atMs
}

export function clocksReplyOf(log: readonly CaseEvent[]): StatusReply['clocks'] {
  const told = (span: Span | undefined) =>
    span === undefined ? null : { fromMs: span.fromMs, toMs: span.toMs ?? null }
  const { counter, center, card } = clocksOf(log)
  return { counter: told(counter), center: told(center), card: told(card) }
}
