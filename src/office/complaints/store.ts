// Store — reading the register as far as the reader may see it, answering, and classing anew.

import { type ExpressionBuilder, sql } from 'kysely'
import { calendarDateAt } from '#resident/calendar-date'
import { type Phone, parsePhone } from '#resident/phone'
import type { Account } from '#staff/account'
import type { ComplaintClassId, ComplaintSubjectId } from '#standard'
import { complaintsSeenBy } from '../cases/complaint-sight.ts'
import type { OfficeSchema } from '../database/schema.ts'
import type { OfficeDb, OfficeTransaction } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'
import { type ComplaintState, stateOf } from './complaint.ts'
import { complaintContexts } from './register.ts'

type Needs = Pick<OfficeWorld, 'db' | 'vault' | 'clock'>

const complaintsListedMax = 500
const answersMax = 100
const excerptLength = 120

const isClosed = (eb: ExpressionBuilder<OfficeSchema, 'complaints'>) =>
  eb.exists(
    eb
      .selectFrom('complaint_answers')
      .select(sql`1`.as('one'))
      .whereRef('complaint_answers.complaint_id', '=', 'complaints.complaint_id')
      .where('closes', '=', true),
  )

export interface ListedComplaint {
  readonly complaintId: string
  readonly number: string
  readonly channel: OfficeSchema['complaints']['channel']
  readonly subject: ComplaintSubjectId
  readonly class: ComplaintClassId
  readonly state: ComplaintState
  readonly late: boolean
  readonly leaderOnly: boolean
  readonly receivedAtMs: number
  readonly dueOn: string
}

/** What a reader may see: open ones first, by the day they are due. */
export async function listComplaints(
  { db, vault, clock }: Needs,
  reader: Account,
): Promise<readonly (ListedComplaint & { readonly excerpt: string })[]> {
  const today = calendarDateAt(clock())
  const rows = await db
    .selectFrom('complaints')
    .selectAll()
    .select((eb) => [isClosed(eb).as('closed'), hasAnswer(eb).as('answered')])
    .where(complaintsSeenBy(reader))
    .orderBy('closed')
    .orderBy('due_on')
    .orderBy('number')
    .limit(complaintsListedMax)
    .execute()
  return rows.map((row) => {
    const text = vault.openText(row.sealed_text, complaintContexts.text(row.complaint_id))
    const state = row.closed ? 'closed' : row.answered ? 'answered' : 'open'
    return { ...listedOf(row, state, today), excerpt: excerptOf(text) }
  })
}

/** Of all that the reader may see, also beyond what a list shows. */
export async function countComplaints(
  { db, clock }: Needs,
  reader: Account,
): Promise<{ readonly open: number; readonly late: number }> {
  const counted = await db
    .selectFrom('complaints')
    .select([
      sql<number>`count(*)::int`.as('open'),
      sql<number>`(count(*) filter (where due_on < ${calendarDateAt(clock())}))::int`.as('late'),
    ])
    .where(complaintsSeenBy(reader))
    .where(({ not, ...eb }) => not(isClosed(eb as never)))
    .executeTakeFirstOrThrow()
  return counted
}

export interface OpenedComplaint extends ListedComplaint {
  readonly text: string
  readonly contact: Phone | undefined
  readonly named: string | undefined
  readonly concerns: readonly string[]
  readonly ticket: string | undefined
  readonly enteredBy: string | undefined
  readonly answers: readonly ComplaintAnswer[]
}

export interface ComplaintAnswer {
  readonly text: string
  readonly closes: boolean
  readonly bySms: boolean
  readonly by: string
  readonly atMs: number
}

/** One complaint, opened; undefined where there is none or the reader may not know of it. */
export async function findComplaint(
  { vault, clock }: Needs,
  db: OfficeDb | OfficeTransaction,
  complaintId: string,
  reader: Account,
): Promise<OpenedComplaint | undefined> {
  const row = await db
    .selectFrom('complaints')
    .leftJoin('cases', 'cases.case_id', 'complaints.case_id')
    .leftJoin('accounts', (join) =>
      join.on(sql<boolean>`accounts.account_id::text = complaints.entered_by`),
    )
    .selectAll('complaints')
    .select(['cases.ticket', 'accounts.display_name as enteredBy'])
    .where('complaint_id', '=', complaintId)
    .where(complaintsSeenBy(reader))
    .executeTakeFirst()
  if (row === undefined) return undefined
  const answers = await readAnswers(db, vault, complaintId)
  const contexts = complaintContexts
  return {
    ...listedOf(row, stateOf(answers), calendarDateAt(clock())),
    text: vault.openText(row.sealed_text, contexts.text(complaintId)),
    contact: openContact(vault, row),
    named: row.sealed_named
      ? vault.openText(row.sealed_named, contexts.named(complaintId))
      : undefined,
    concerns: await namesOf(db, row.concerns),
    ticket: row.ticket ?? undefined,
    enteredBy: row.enteredBy ?? undefined,
    answers,
  }
}

export async function readAnswers(
  db: OfficeDb | OfficeTransaction,
  vault: OfficeWorld['vault'],
  complaintId: string,
): Promise<readonly ComplaintAnswer[]> {
  const rows = await db
    .selectFrom('complaint_answers')
    .innerJoin('accounts', 'accounts.account_id', 'complaint_answers.answered_by')
    .select(['sealed_text', 'closes', 'by_sms', 'answered_at', 'display_name'])
    .where('complaint_id', '=', complaintId)
    .orderBy('answer_id')
    .limit(answersMax)
    .execute()
  return rows.map((row) => ({
    text: vault.openText(row.sealed_text, complaintContexts.answer(complaintId)),
    closes: row.closes,
    bySms: row.by_sms,
    by: row.display_name,
    atMs: row.answered_at.getTime(),
  }))
}

export function openContact(
  vault: OfficeWorld['vault'],
  row: { readonly complaint_id: string; readonly sealed_contact: Buffer | null },
): Phone | undefined {
  if (row.sealed_contact === null) return undefined
  const phone = parsePhone(
    vault.openText(row.sealed_contact, complaintContexts.contact(row.complaint_id)),
  )
  return phone.ok ? phone.value : undefined
}

/** Whether messages are taken in now, by a daemon of the office's or of the installation's own. */
export async function isSmsOn(db: OfficeDb): Promise<boolean> {
  const { state } = await db.selectFrom('sms_line').select('state').executeTakeFirstOrThrow()
  return state === 'running' || state === 'outside'
}

function hasAnswer(eb: ExpressionBuilder<OfficeSchema, 'complaints'>) {
  return eb.exists(
    eb
      .selectFrom('complaint_answers')
      .select(sql`1`.as('one'))
      .whereRef('complaint_answers.complaint_id', '=', 'complaints.complaint_id'),
  )
}

async function namesOf(db: OfficeDb | OfficeTransaction, accountIds: readonly string[]) {
  if (accountIds.length === 0) return []
  const rows = await db
    .selectFrom('accounts')
    .select('display_name')
    .where('account_id', 'in', accountIds)
    .orderBy('display_name')
    .execute()
  return rows.map((row) => row.display_name)
}

function listedOf(
  row: Pick<
    OfficeSchema['complaints'],
    'number' | 'channel' | 'subject' | 'class' | 'received_at' | 'due_on'
  > & { readonly complaint_id: string; readonly leader_only: boolean },
  state: ComplaintState,
  today: string,
): ListedComplaint {
  return {
    complaintId: row.complaint_id,
    number: row.number,
    channel: row.channel,
    subject: row.subject as ComplaintSubjectId,
    class: row.class as ComplaintClassId,
    state,
    late: state !== 'closed' && row.due_on < today,
    leaderOnly: row.leader_only,
    receivedAtMs: row.received_at.getTime(),
    dueOn: row.due_on,
  }
}

function excerptOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= excerptLength ? line : `${line.slice(0, excerptLength - 1).trimEnd()}…`
}
