// List — who waits to be captured, attested or stored, oldest first.

import { waitingAfter } from '#enrollment/stage'
import { present } from '#kit/assert'
import { findCase, findForm } from '../cases/case-file.ts'
import { casesAfter } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'
import { findCapture } from './store.ts'
import { nameOf } from './view.ts'
import type { CaptureListReply } from './wire.ts'

export async function listCaptures(world: OfficeWorld): Promise<CaptureListReply> {
  const { db, vault } = world
  const last = await casesAfter(db, [
    'requirements-accepted',
    'capture-started',
    'captured',
    'attested',
  ])
  const waiting: CaptureListReply['waiting'] = []
  for (const event of last) {
    const { caseId } = event
    const file = present(await findCase(db, caseId), 'a logged case is on file')
    const form = await findForm(db, vault, caseId)
    const capture = await findCapture(db, caseId)
    waiting.push({
      caseId,
      ticket: file.ticket,
      name: form?.biodata.name ?? '',
      serviceType: file.serviceType,
      waitingAt: waitingAfter('capture', event),
      sinceMs: event.atMs,
      operatorName: capture ? await nameOf(db, capture.operator) : null,
    })
  }
  return { officeEnrolled: world.identity.center() !== undefined, waiting }
}
