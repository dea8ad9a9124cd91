// Store — the enrolled offices and the one-time codes by which they become enrolled.

import { createHash } from 'node:crypto'
import type { PublicKeys, SigningKey } from '#enrollment/keys'
import { fail, ok, type Result } from '#kit/result'
import { officeCodeLifeMs } from '../limits.ts'
import type { CenterDb, CenterTransaction } from '../log/log.ts'
import type { CenterWorld } from '../world.ts'

export interface Office {
  readonly officeId: string
  readonly name: string
  readonly signingKey: SigningKey
  readonly sealingRecipient: string
  /** Its key is good no more: nothing is taken from it, and nothing told to it. */
  readonly isRevoked: boolean
}

export type EnrollOfficeIssue = { readonly code: 'office-code.invalid' | 'office.key-known' }

type Needs = Pick<CenterWorld, 'db' | 'clock' | 'randomBytes' | 'ids'>
type CodeNeeds = Pick<CenterWorld, 'clock' | 'randomBytes'> & {
  readonly db: CenterDb | CenterTransaction
}

const codeBytes = 10

/** A code that enrolls one office, once, within a week. Only its digest is kept. */
export async function makeOfficeCode(needs: CodeNeeds, madeFor: string): Promise<string> {
  const code = Buffer.from(needs.randomBytes(codeBytes)).toString('hex').toUpperCase()
  const nowMs = needs.clock()
  await needs.db
    .insertInto('office_codes')
    .values({
      code_hash: hashOf(code),
      made_for: madeFor,
      made_at: new Date(nowMs),
      expires_at: new Date(nowMs + officeCodeLifeMs),
      used_at: null,
      office_id: null,
    })
    .execute()
  return code
}

export async function enrollOffice(
  needs: Needs,
  request: { readonly code: string; readonly name: string; readonly keys: PublicKeys },
): Promise<Result<string, EnrollOfficeIssue>> {
  return needs.db.transaction().execute(async (transaction) => {
    const now = new Date(needs.clock())
    const code = await transaction
      .selectFrom('office_codes')
      .selectAll()
      .where('code_hash', '=', hashOf(request.code))
      .forUpdate()
      .executeTakeFirst()
    if (code === undefined || code.used_at !== null || code.expires_at <= now) {
      return fail({ code: 'office-code.invalid' })
    }
    const known = await transaction
      .selectFrom('offices')
      .select('office_id')
      .where('signing_kid', '=', request.keys.signing.kid)
      .executeTakeFirst()
    if (known !== undefined) return fail({ code: 'office.key-known' })

    const officeId = needs.ids()
    await transaction
      .insertInto('offices')
      .values({
        office_id: officeId,
        name: request.name,
        signing_kid: request.keys.signing.kid,
        signing_key: JSON.stringify(request.keys.signing),
        sealing_recipient: request.keys.sealing,
        enrolled_at: now,
        revoked_at: null,
      })
      .execute()
    await transaction
      .updateTable('office_codes')
      .set({ used_at: now, office_id: officeId })
      .where('code_hash', '=', code.code_hash)
      .execute()
    return ok(officeId)
  })
}

export async function findOfficeByKid(db: CenterDb, kid: string): Promise<Office | undefined> {
  const row = await db
    .selectFrom('offices')
    .selectAll()
    .where('signing_kid', '=', kid)
    .executeTakeFirst()
  return row === undefined ? undefined : officeOf(row)
}

export async function getOffice(
  db: CenterDb | CenterTransaction,
  officeId: string,
): Promise<Office> {
  const row = await db
    .selectFrom('offices')
    .selectAll()
    .where('office_id', '=', officeId)
    .executeTakeFirstOrThrow()
  return officeOf(row)
}

function officeOf(row: {
  office_id: string
  name: string
  signing_key: unknown
  sealing_recipient: string
  revoked_at: Date | null
}): Office {
  return {
    officeId: row.office_id,
    name: row.name,
    // Checked when the office was enrolled.
    signingKey: row.signing_key as SigningKey,
    sealingRecipient: row.sealing_recipient,
    isRevoked: row.revoked_at !== null,
  }
}

/**
 * From now on the office's key is good for nothing. What was acknowledged to it before goes on. Answers
 * when it was revoked, the first time; undefined where there is no such office.
 */
export async function revokeOffice(
  transaction: CenterTransaction,
  officeId: string,
  atMs: number,
): Promise<{ readonly revokedAtMs: number; readonly isNew: boolean } | undefined> {
  const row = await transaction
    .selectFrom('offices')
    .select('revoked_at')
    .where('office_id', '=', officeId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return undefined
  if (row.revoked_at !== null) return { revokedAtMs: row.revoked_at.getTime(), isNew: false }
  const revoked_at = new Date(atMs)
  const update = transaction.updateTable('offices').set({ revoked_at })
  await update.where('office_id', '=', officeId).execute()
  return { revokedAtMs: atMs, isNew: true }
}

/** However it is typed: in groups, in small letters. */
function hashOf(code: string): Buffer {
  const bare = code.replace(/[\s-]/g, '').toUpperCase()
  return createHash('sha256').update(bare).digest()
}
