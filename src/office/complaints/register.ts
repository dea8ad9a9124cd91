// Register — a complaint enters: numbered, sealed, kept away from whom it may be about.

import { sql } from 'kysely'
import type { CaseId } from '#enrollment/events'
import { type CalendarDate, calendarDateAt } from '#resident/calendar-date'
import type { Phone } from '#resident/phone'
import type { AccountId } from '#staff/account'
import type { Role } from '#staff/roles'
import type { ComplaintSubjectId } from '#standard'
import type { ComplaintChannel } from '../database/complaint-tables.ts'
import { recordAct } from '../log/act.ts'
import type { OfficeDb, OfficeTransaction } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'
import { accessCodeOf } from './access-code.ts'
import {
  complaintNumberOf,
  dueOnOf,
  getSubject,
  isForLeaderAlone,
  monthPrefixOf,
} from './complaint.ts'
import { type Officer, officersMentioned, officersNamed } from './concerned.ts'

export type RegisterNeeds = Pick<OfficeWorld, 'vault' | 'clock' | 'ids'>

export interface Filing {
  /** The same request sent again is the same complaint. */
  readonly requestId?: string | undefined
  readonly channel: ComplaintChannel
  readonly subject: ComplaintSubjectId
  readonly text: string
  readonly contact?: Phone | undefined
  readonly caseId?: CaseId | undefined
  readonly leaderOnly: boolean
  /** The officer's name as it was told, or the account an officer chose. */
  readonly concernsName?: string | undefined
  readonly concernsId?: string | undefined
  readonly by: 'resident' | AccountId
}

export interface Filed {
  readonly complaintId: string
  readonly number: string
  readonly dueOn: string
  readonly accessCode: string
}

/** Any number will do; complaints of a month are numbered under this lock. */
const numberLockId = 7_305_230

export const complaintContexts = {
  text: (complaintId: string) => `complaints/${complaintId}/text`,
  named: (complaintId: string) => `complaints/${complaintId}/named`,
  contact: (complaintId: string) => `complaints/${complaintId}/contact`,
  answer: (complaintId: string) => `complaint_answers/${complaintId}`,
}

export function contactIndexOf(vault: OfficeWorld['vault'], contact: Phone): Buffer {
  return vault.blindIndex(`complaints/contact/${contact}`)
}

/** Files a complaint, or answers what the same request was told before. */
export async function fileComplaint(
  transaction: OfficeTransaction,
  needs: RegisterNeeds,
  filing: Filing,
): Promise<Filed> {
  await sql`select pg_advisory_xact_lock(${numberLockId})`.execute(transaction)
  const before = await findRequest(transaction, filing.requestId)
  if (before !== undefined) {
    return { ...before, accessCode: accessCodeOf(needs.vault, before.complaintId) }
  }
  const complaintId = needs.ids()
  const atMs = needs.clock()
  const today = calendarDateAt(atMs)
  const number = await nextNumber(transaction, today)
  const classId = getSubject(filing.subject).usualClass
  const dueOn = dueOnOf(classId, today)
  const { concerns, forLeaderAlone } = await decideSight(transaction, filing)
  await transaction
    .insertInto('complaints')
    .values({
      complaint_id: complaintId,
      request_id: filing.requestId ?? null,
      number,
      channel: filing.channel,
      subject: filing.subject,
      class: classId,
      leader_only: forLeaderAlone,
      concerns: [...concerns],
      case_id: filing.caseId ?? null,
      ...sealedOf(needs.vault, complaintId, filing),
      received_at: new Date(atMs),
      entered_by: filing.by,
      due_on: dueOn,
    })
    .execute()
  await recordAct(transaction, {
    at: atMs,
    actor: filing.by,
    act: 'complaint.filed',
    subject: { complaintId, channel: filing.channel },
  })
  return { complaintId, number, dueOn, accessCode: accessCodeOf(needs.vault, complaintId) }
}

function sealedOf(vault: OfficeWorld['vault'], complaintId: string, filing: Filing) {
  const { text, concernsName, contact } = filing
  return {
    sealed_text: vault.sealText(text, complaintContexts.text(complaintId)),
    sealed_named: concernsName
      ? vault.sealText(concernsName, complaintContexts.named(complaintId))
      : null,
    sealed_contact: contact
      ? vault.sealText(contact, complaintContexts.contact(complaintId))
      : null,
    contact_index: contact ? contactIndexOf(vault, contact) : null,
  }
}

async function decideSight(transaction: OfficeTransaction, filing: Filing) {
  const officers = await listOfficers(transaction)
  const chosen = officers.filter(({ accountId }) => accountId === filing.concernsId)
  const named = officersNamed(filing.concernsName ?? '', officers)
  const about = new Set([...chosen, ...named, ...officersMentioned(filing.text, officers)])
  const hasName = filing.concernsName !== undefined && filing.concernsName.trim() !== ''
  const forLeaderAlone = isForLeaderAlone({
    subject: filing.subject,
    leaderOnly: filing.leaderOnly,
    namesUnknown: hasName && named.length === 0,
    concernsCamat: [...about].some(({ role }) => role === 'camat'),
  })
  return { concerns: [...about].map(({ accountId }) => accountId), forLeaderAlone }
}

const officerRoles: readonly Role[] = [
  'petugas-informasi',
  'petugas-loket',
  'operator-ktp',
  'supervisor',
  'camat',
]
const officersMax = 200

/** Everybody at this office who could be shown a complaint. */
export async function listOfficers(db: OfficeDb | OfficeTransaction): Promise<readonly Officer[]> {
  const rows = await db
    .selectFrom('accounts')
    .select(['account_id', 'name', 'display_name', 'role'])
    .where('role', 'in', officerRoles)
    .orderBy('display_name')
    .limit(officersMax)
    .execute()
  return rows.map((row) => ({
    accountId: row.account_id as AccountId,
    name: row.name,
    displayName: row.display_name,
    role: row.role,
  }))
}

async function findRequest(transaction: OfficeTransaction, requestId: string | undefined) {
  if (requestId === undefined) return undefined
  return transaction
    .selectFrom('complaints')
    .select(['complaint_id as complaintId', 'number', 'due_on as dueOn'])
    .where('request_id', '=', requestId)
    .executeTakeFirst()
}

async function nextNumber(transaction: OfficeTransaction, today: CalendarDate): Promise<string> {
  const last = await transaction
    .selectFrom('complaints')
    .select('number')
    .where('number', 'like', `${monthPrefixOf(today)}%`)
    .orderBy(sql`length(number) desc, number desc`)
    .limit(1)
    .executeTakeFirst()
  return complaintNumberOf(today, last === undefined ? 1 : Number(last.number.split('-')[2]) + 1)
}
