// Act — what the center's people do, written into the record of acts; words for each stand in
// administration/messages.id.ts.

import type { AccountId } from '#staff/account'
import { recordAct } from '#staff/audit'
import type { AuditSubject } from '#staff/audit-entry'
import type { CenterTransaction } from './log.ts'

export type CenterAct =
  | 'adjudication.claimed'
  | 'adjudication.decided'
  | 'adjudication.image-seen'
  | 'adjudication.opened'
  | 'adjudication.released'
  | 'notice.withdrawn'
  | 'notice.written'
  | 'office-code.made'

export interface DoneAct {
  readonly at: number
  readonly actor: AccountId
  readonly act: CenterAct
  readonly subject: AuditSubject
}

/** Writes it in the transaction of the act itself; call it last (see `recordAct`). */
export async function recordCenterAct(transaction: CenterTransaction, done: DoneAct) {
  await recordAct(transaction, done)
}
