// Journey — a case's steps as a line to be looked down: behind, here, ahead; and whose turn it is.

import type { WaitingAt } from '#enrollment/stage'
import type { StatusReply } from './wire.ts'

export type Step = StatusReply['steps'][number]['step']

/** needs: waits for the resident · here: for somebody at work · stopped: goes on by another way */
export type PointState = 'done' | 'here' | 'needs' | 'stopped' | 'next'

export interface Point {
  readonly step: Step
  readonly state: PointState
  readonly doneAtMs: number | null
}

/** The step at which a case stands; undefined once it is finished. */
const stepOf: Readonly<Record<WaitingAt, Step | undefined>> = {
  form: 'form',
  village: 'village',
  queue: 'counter',
  called: 'counter',
  capture: 'capture',
  attestation: 'receipt',
  register: 'receipt',
  outbox: 'sent',
  center: 'examined',
  adjudication: 'examined',
  failed: 'examined',
  printing: 'printed',
  printer: 'printed',
  handover: 'issued',
  done: undefined,
  closed: 'opened',
}

/** Where it is the resident who must come or bring something. */
const residentsTurn: readonly WaitingAt[] = ['form', 'queue', 'called', 'capture', 'handover']
const stopped: readonly WaitingAt[] = ['failed', 'closed']

export function journeyOf(reply: Pick<StatusReply, 'steps' | 'waitingAt'>): readonly Point[] {
  const waitingAt = reply.waitingAt as WaitingAt
  const here = reply.steps.findIndex(({ step }) => step === stepOf[waitingAt])
  const hereState = stopped.includes(waitingAt)
    ? 'stopped'
    : residentsTurn.includes(waitingAt)
      ? 'needs'
      : 'here'
  return reply.steps.map(({ step, doneAtMs }, index) => {
    if (index === here) return { step, state: hereState, doneAtMs: null }
    // Past the end of the journey, everything lies behind.
    const isBehind = here === -1 || index < here
    return { step, state: isBehind ? 'done' : 'next', doneAtMs: isBehind ? doneAtMs : null }
  })
}
