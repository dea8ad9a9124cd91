// Audit routes — the log for the administrator to read, and to have verified.

import { hexOf } from '#kit/bytes'
import type { HttpApp } from '#kit/node/http-server'
import type { AccountId } from './account.ts'
import { listAccounts } from './accounts.ts'
import {
  AuditParams,
  AuditReply,
  type Verification,
  VerificationReply,
} from './administration-wire.ts'
import { type AuditEntry, readAudit, recordAct, type StaffAct, verifyAudit } from './audit.ts'
import { accountOf, allow } from './guard.ts'
import type { StaffWorld } from './world.ts'

const path = '/api/administration/audit'
const administrators = { onRequest: allow('administrator') }
const verifiedAct = 'audit.verified'

/** Adds the routes; the server must be guarded already (`sessionRoutes`). */
export function auditRoutes(app: HttpApp, world: StaffWorld): void {
  const read = { summary: 'The log, newest first', querystring: AuditParams }
  const reading = { ...read, response: { 200: AuditReply } }
  app.get(path, { ...administrators, schema: reading }, async (request) => {
    const { about, value, ...query } = request.query
    const subject = about !== undefined && value !== undefined ? { [about]: value } : undefined
    const { entries, next } = await readAudit(world.db, { ...query, subject })
    const told = entries.map((entry) => ({ ...entry, at: entry.at.toISOString() }))
    return { entries: told, names: await namesIn(world, entries), next: next ?? null }
  })

  const answer = { response: { 200: VerificationReply } }
  const lastSchema = { summary: 'When the log was verified last', ...answer }
  app.get(`${path}/verification`, { ...administrators, schema: lastSchema }, async () => ({
    verification: await findLast(world),
  }))

  // Reading the whole log is work: who asks while it is being read waits for that very answer.
  let running: Promise<Verification> | undefined
  const verifySchema = { summary: 'Verify the whole log now', ...answer }
  app.post(`${path}/verification`, { ...administrators, schema: verifySchema }, async (request) => {
    running ??= verifyNow(world, accountOf(request).accountId).finally(() => {
      running = undefined
    })
    return { verification: await running }
  })
}

async function verifyNow(world: StaffWorld, actor: AccountId): Promise<Verification> {
  const answer = await verifyAudit(world.db)
  const at = world.clock()
  const whole = answer.ok
  const entries = answer.ok ? answer.value.entries : answer.issue.seq - 1
  const subject = { whole, entries }
  await world.db
    .transaction()
    .execute((tx) => recordAct<StaffAct>(tx, { at, actor, act: verifiedAct, subject }))
  const lastHash = answer.ok ? hexOf(answer.value.lastHash) : null
  return { at: new Date(at).toISOString(), whole, entries, lastHash }
}

async function findLast({ db }: StaffWorld): Promise<Verification | null> {
  const [entry] = (await readAudit(db, { act: verifiedAct, limit: 1 })).entries
  if (entry === undefined) return null
  const { whole, entries } = entry.subject
  return {
    at: entry.at.toISOString(),
    whole: whole === true,
    entries: Number(entries),
    lastHash: null,
  }
}

async function namesIn({ db }: StaffWorld, entries: readonly AuditEntry[]) {
  const ids = new Set(entries.flatMap(({ actor, subject }) => [actor, subject.accountId]))
  const accounts = (await listAccounts(db)).filter((account) => ids.has(account.accountId))
  return Object.fromEntries(accounts.map((account) => [account.accountId, account.displayName]))
}
