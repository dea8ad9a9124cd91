// Receipt number — receipts are numbered through each day: `R-261122-0007`.

import { sql } from 'kysely'
import type { CalendarDate } from '#resident/calendar-date'
import type { OfficeTransaction } from '../log/log.ts'

/** Any number will do; receipts of a day are numbered under this lock. */
const numberLockId = 7_305_201

export async function nextReceiptNumber(
  transaction: OfficeTransaction,
  day: CalendarDate,
): Promise<string> {
  const head = `R-${day.slice(2).replaceAll('-', '')}-`
  await sql`select pg_advisory_xact_lock(${numberLockId})`.execute(transaction)
  const last = await transaction
    .selectFrom('attestations')
    .select('receipt_number')
    .where('receipt_number', 'like', `${head}%`)
    .orderBy(sql`length(receipt_number) desc, receipt_number desc`)
    .limit(1)
    .executeTakeFirst()
  const number = last === undefined ? 1 : Number(last.receipt_number.slice(head.length)) + 1
  return `${head}${String(number).padStart(4, '0')}`
}
