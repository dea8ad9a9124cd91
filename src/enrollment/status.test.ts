// Status — a whole journey's log, folded.

import { expect, test } from 'vitest'
import { clocksOf } from '#enrollment/clocks'
import type { CaseEvent, CaseId, Fact } from '#enrollment/events'
import { waitingAt } from '#enrollment/stage'
import { statusHistoryOf, statusOf } from '#enrollment/status'

const caseId = '6f1c2a4e-8f0b-4c57-9a3e-111111111111' as CaseId

/** One entry a minute, from minute 0. */
function log(...facts: readonly Fact[]): readonly CaseEvent[] {
  return facts.map((fact, minute) => ({ ...fact, caseId, atMs: minute * 60_000 }) as CaseEvent)
}

const untilReceipt: readonly Fact[] = [
  { type: 'opened', serviceType: 'new', by: 'resident' },
  { type: 'form-saved', version: 1 },
  { type: 'endorsed', version: 1, kind: 'digital' },
  { type: 'queued', number: 'A-001' },
  { type: 'called', number: 'A-001' },
  { type: 'requirements-accepted', waived: [] },
  { type: 'capture-started' },
  { type: 'captured', fingers: 10, exceptions: 0, sentOn: false },
  { type: 'attested', receiptNumber: 'R-1' },
]
const untilDecision: readonly Fact[] = [
  ...untilReceipt,
  { type: 'registered', packetDigest: 'd' },
  { type: 'sent', packetDigest: 'd' },
  { type: 'received' },
  { type: 'decided', decision: { status: 'PRINT_READY_RECORD' } },
]
const untilCard: readonly Fact[] = [
  ...untilDecision,
  { type: 'sent-for-printing', jobId: 'j' },
  { type: 'printed', jobId: 'j' },
  { type: 'handover-refused', position: 2 },
  { type: 'issued', position: 2 },
]

test('the statuses of a journey come in the order of the field', () => {
  expect(statusHistoryOf(log(...untilCard)).map((it) => it.status)).toEqual([
    'UNREGISTERED',
    'BIO_CAPTURED',
    'PROCESSING',
    'SENT_FOR_ENROLLMENT',
    'RECEIVED_AT_CENTRAL',
    'PRINT_READY_RECORD',
    'SENT_FOR_CARD_PRINTING',
    'CARD_PRINTED',
    'CARD_ISSUED',
  ])
})

test.each([
  [log(), 'UNREGISTERED', 'form'],
  [log(...untilReceipt.slice(0, 2)), 'UNREGISTERED', 'village'],
  [log(...untilReceipt.slice(0, 3)), 'UNREGISTERED', 'queue'],
  [log(...untilReceipt.slice(0, 5)), 'UNREGISTERED', 'called'],
  [log(...untilReceipt), 'BIO_CAPTURED', 'register'],
  [log(...untilDecision), 'PRINT_READY_RECORD', 'printing'],
  [log(...untilCard.slice(0, -1)), 'CARD_PRINTED', 'handover'],
  [log(...untilCard), 'CARD_ISSUED', 'done'],
])('case %# stands where its log says', (events, status, at) => {
  expect(statusOf(events)).toBe(status)
  expect(waitingAt(events)).toBe(at)
})

test('a card that did not come out is ready to be printed again', () => {
  const events = log(
    ...untilDecision,
    { type: 'sent-for-printing', jobId: 'j' },
    { type: 'print-failed', jobId: 'j' },
  )
  expect(statusOf(events)).toBe('PRINT_READY_RECORD')
  expect(waitingAt(events)).toBe('printing')
})

test('three clocks: counter from call to receipt, center to decision, card to the hand', () => {
  const minute = 60_000
  expect(clocksOf(log(...untilCard))).toEqual({
    counter: { fromMs: 4 * minute, toMs: 8 * minute },
    center: { fromMs: 9 * minute, toMs: 12 * minute },
    card: { fromMs: 12 * minute, toMs: 16 * minute },
  })
})

test('a returned resident is timed from the visit that succeeded', () => {
  const events = log(
    { type: 'called', number: 'A-001' },
    { type: 'counter-returned' },
    { type: 'queued', number: 'A-007' },
    { type: 'called', number: 'A-007' },
  )
  expect(clocksOf(events).counter).toEqual({ fromMs: 180_000, toMs: undefined })
})
