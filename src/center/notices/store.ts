// Store — the notices to the offices: written, withdrawn, and the version that offices ask by.

import { sql } from 'kysely'
import { noticesMax } from '#enrollment/limits'
import type { CenterNotice, CenterNotices } from '#enrollment/notices'
import { fail, ok, type Result } from '#kit/result'
import type { AccountId } from '#staff/account'
import { noticeSpanMsMax } from '../limits.ts'
import { recordCenterAct } from '../log/act.ts'
import type { CenterDb, CenterTransaction } from '../log/log.ts'
import type { CenterWorld } from '../world.ts'

export type NoticeIssue =
  | { readonly code: 'notice.span'; readonly daysMax: number }
  | { readonly code: 'notice.past' | 'notice.unknown' }
  | { readonly code: 'notice.too-many'; readonly max: number }

type Needs = Pick<CenterWorld, 'db' | 'clock' | 'ids'>
type Written = Omit<CenterNotice, 'noticeId'>

const dayMs = 24 * 3_600_000

export async function writeNotice(
  { db, clock, ids }: Needs,
  notice: Written,
  by: AccountId,
): Promise<Result<string, NoticeIssue>> {
  const { fromMs, toMs } = notice
  if (toMs <= fromMs || toMs - fromMs > noticeSpanMsMax) {
    return fail({ code: 'notice.span', daysMax: noticeSpanMsMax / dayMs })
  }
  const at = clock()
  if (toMs <= at) return fail({ code: 'notice.past' })
  return db.transaction().execute(async (transaction) => {
    await countUp(transaction)
    if ((await listStanding(transaction, at)).length >= noticesMax) {
      return fail({ code: 'notice.too-many', max: noticesMax })
    }
    const noticeId = ids()
    await transaction
      .insertInto('notices')
      .values(rowOf(noticeId, notice, by, at))
      .execute()
    const subject = { noticeId, kind: notice.kind }
    await recordCenterAct(transaction, { at, actor: by, act: 'notice.written', subject })
    return ok(noticeId)
  })
}

export async function withdrawNotice(
  { db, clock }: Needs,
  noticeId: string,
  by: AccountId,
): Promise<Result<undefined, NoticeIssue>> {
  const at = clock()
  return db.transaction().execute(async (transaction) => {
    await countUp(transaction)
    const gone = await transaction
      .updateTable('notices')
      .set({ withdrawn_by: by, withdrawn_at: new Date(at) })
      .where('notice_id', '=', noticeId)
      .where('withdrawn_at', 'is', null)
      .returning('kind')
      .executeTakeFirst()
    if (gone === undefined) return fail({ code: 'notice.unknown' })
    const subject = { noticeId, kind: gone.kind }
    await recordCenterAct(transaction, { at, actor: by, act: 'notice.withdrawn', subject })
    return ok(undefined)
  })
}

/** What offices are told now; the version is read first, so that it is never ahead of the list. */
export async function readNotices(db: CenterDb, atMs: number): Promise<CenterNotices> {
  const { version } = await db
    .selectFrom('notices_version')
    .select('version')
    .executeTakeFirstOrThrow()
  return { version, atMs, notices: await listStanding(db, atMs) }
}

/** Those that hold or will hold, soonest first. */
export async function listStanding(
  db: CenterDb | CenterTransaction,
  atMs: number,
): Promise<CenterNotice[]> {
  const rows = await db
    .selectFrom('notices')
    .selectAll()
    .where('withdrawn_at', 'is', null)
    .where('to_at', '>', new Date(atMs))
    .orderBy('from_at')
    .orderBy('notice_id')
    .limit(noticesMax)
    .execute()
  return rows.map((row) => ({
    noticeId: row.notice_id,
    kind: row.kind,
    fromMs: row.from_at.getTime(),
    toMs: row.to_at.getTime(),
    text: { id: row.text_id, en: row.text_en },
  }))
}

/** Held to the end of the transaction, so that versions are also the order of commit. */
async function countUp(transaction: CenterTransaction): Promise<void> {
  await transaction.updateTable('notices_version').set({ version: sql`version + 1` }).execute()
}

function rowOf(noticeId: string, { kind, text, fromMs, toMs }: Written, by: string, atMs: number) {
  return {
    notice_id: noticeId,
    kind,
    text_id: text.id,
    text_en: text.en,
    from_at: new Date(fromMs),
    to_at: new Date(toMs),
    written_by: by,
    written_at: new Date(atMs),
    withdrawn_by: null,
    withdrawn_at: null,
  }
}
