// Try again — a packet that was set aside goes on where it stood, because somebody asked for it.

import { fail, ok, type Result } from '#kit/result'
import type { AccountId } from '#staff/account'
import { recordCenterAct } from '../log/act.ts'
import type { CenterDb } from '../log/log.ts'

/** As if it had come anew to its stage: with no try counted. */
export async function tryAgain(
  db: CenterDb,
  digest: string,
  { actor, atMs }: { readonly actor: AccountId; readonly atMs: number },
): Promise<Result<void, { readonly code: 'packet.not-set-aside' }>> {
  const at = new Date(atMs)
  return db.transaction().execute(async (transaction) => {
    const row = await transaction
      .updateTable('packet_work')
      .set({ state: 'waiting', entered_at: at, next_try_at: at, tries: 0, problem: null })
      .where('packet_digest', '=', digest)
      .where('state', '=', 'set-aside')
      .returning('case_id')
      .executeTakeFirst()
    if (row === undefined) return fail({ code: 'packet.not-set-aside' })
    const subject = { caseId: row.case_id }
    await recordCenterAct(transaction, { at: atMs, actor, act: 'packet.tried-again', subject })
    return ok(undefined)
  })
}
