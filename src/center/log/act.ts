// Act — what the center's people do, written into the record of acts; words for each stand in
// administration/messages.id.ts.

import { type Actor, recordAct } from '#staff/audit'
import type { AuditSubject } from '#staff/audit-entry'
import type { CenterTransaction } from './log.ts'

export type CenterAct =
  | 'adjudication.claimed'
  | 'adjudication.decided'
  | 'adjudication.disputed'
  | 'adjudication.image-seen'
  | 'adjudication.opened'
  | 'adjudication.proposed'
  | 'adjudication.released'
  | 'notice.withdrawn'
  | 'notice.written'
  | 'office-code.made'
  | 'office.revoked'
  | 'packet.tried-again'
  | 'pipeline.drained'
  | 'pipeline.paused'
  | 'pipeline.resumed'

export interface DoneAct {
  readonly at: number
  readonly actor: Actor
  readonly act: CenterAct
  readonly subject: AuditSubject
}

/** Writes it in the transaction of the act itself; call it last (see `recordAct`). */
export async function recordCenterAct(transaction: CenterTransaction, done: DoneAct) {
  await recordAct(transaction, done)
}
