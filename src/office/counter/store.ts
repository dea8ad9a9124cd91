// Store — papers and checks of a case, and why it was returned; papers and reasons are sealed.

import type { CaseId } from '#enrollment/events'
import { counterReturnContext } from '../cases/returns.ts'
import type { ScanMediaType } from '../cases/scan.ts'
import type { OfficeDb, OfficeTransaction } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'
import type { Check } from './counter.ts'

type Db = OfficeDb | OfficeTransaction
type Vault = OfficeWorld['vault']

/** A family's papers, some of them scanned twice. */
export const documentsMax = 40

export interface Document {
  readonly documentId: string
  readonly kind: string
  readonly mediaType: string
  readonly byteCount: number
  readonly sha256: string
  readonly addedAtMs: number
}

/** Oldest first. */
export async function listDocuments(db: Db, caseId: CaseId): Promise<readonly Document[]> {
  const rows = await db
    .selectFrom('documents')
    .select(['document_id', 'kind', 'media_type', 'byte_count', 'sha256', 'added_at'])
    .where('case_id', '=', caseId)
    .orderBy('added_at')
    .limit(documentsMax)
    .execute()
  return rows.map((row) => ({
    documentId: row.document_id,
    kind: row.kind,
    mediaType: row.media_type,
    byteCount: row.byte_count,
    sha256: row.sha256,
    addedAtMs: row.added_at.getTime(),
  }))
}

/** Keeps a paper, sealed. */
export async function saveDocument(
  transaction: OfficeTransaction,
  vault: Vault,
  document: {
    readonly documentId: string
    readonly caseId: CaseId
    readonly kind: string
    readonly mediaType: ScanMediaType
    readonly bytes: Uint8Array
    readonly sha256: string
    readonly by: string
    readonly atMs: number
  },
): Promise<void> {
  const { documentId, caseId, kind, bytes, sha256 } = document
  await transaction
    .insertInto('documents')
    .values({
      document_id: documentId,
      case_id: caseId,
      kind,
      media_type: document.mediaType,
      sha256,
      byte_count: bytes.length,
      sealed_bytes: vault.seal(bytes, documentContext(documentId)),
      added_by: document.by,
      added_at: new Date(document.atMs),
    })
    .execute()
}

export async function findDocument(
  db: Db,
  vault: Vault,
  documentId: string,
): Promise<
  { readonly caseId: CaseId; readonly mediaType: string; readonly bytes: Buffer } | undefined
> {
  const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(documentId)
  if (!isUuid) return undefined
  const row = await db
    .selectFrom('documents')
    .select(['case_id', 'media_type', 'sealed_bytes'])
    .where('document_id', '=', documentId)
    .executeTakeFirst()
  if (!row?.sealed_bytes) return undefined
  return {
    caseId: row.case_id as CaseId,
    mediaType: row.media_type,
    bytes: vault.open(row.sealed_bytes, documentContext(documentId)),
  }
}

export async function listChecks(db: Db, caseId: CaseId): Promise<readonly Check[]> {
  const rows = await db
    .selectFrom('requirement_checks')
    .select(['requirement_id', 'outcome', 'document_id', 'approval_id'])
    .where('case_id', '=', caseId)
    .execute()
  return rows.map((row) => ({
    requirementId: row.requirement_id,
    outcome: row.outcome,
    documentId: row.document_id ?? undefined,
    approvalId: row.approval_id ?? undefined,
  }))
}

/** The last word on a requirement counts. */
export async function saveCheck(
  transaction: OfficeTransaction,
  caseId: CaseId,
  check: Check,
  { by, atMs }: { readonly by: string; readonly atMs: number },
): Promise<void> {
  const word = {
    outcome: check.outcome,
    document_id: check.documentId ?? null,
    approval_id: check.approvalId ?? null,
    checked_by: by,
    checked_at: new Date(atMs),
  }
  await transaction
    .insertInto('requirement_checks')
    .values({ case_id: caseId, requirement_id: check.requirementId, ...word })
    .onConflict((conflict) => conflict.columns(['case_id', 'requirement_id']).doUpdateSet(word))
    .execute()
}

/** Why a case goes back; what was accepted of the requirement in question counts no more. */
export async function saveReturn(
  transaction: OfficeTransaction,
  vault: Vault,
  returned: {
    readonly caseId: CaseId
    readonly requirementId: string | undefined
    readonly reason: string
    readonly by: string
    readonly atMs: number
  },
): Promise<void> {
  const { caseId, requirementId } = returned
  await transaction
    .insertInto('counter_returns')
    .values({
      case_id: caseId,
      requirement_id: requirementId ?? null,
      sealed_reason: vault.sealText(returned.reason, counterReturnContext(caseId)),
      returned_by: returned.by,
      returned_at: new Date(returned.atMs),
    })
    .execute()
  if (requirementId === undefined) return
  await transaction
    .deleteFrom('requirement_checks')
    .where('case_id', '=', caseId)
    .where('requirement_id', '=', requirementId)
    .execute()
}

/** Whether the last return of a case said just this: the same request, sent again. */
export async function wasReturnedSo(
  db: Db,
  vault: Vault,
  returned: Omit<Parameters<typeof saveReturn>[2], 'atMs'>,
): Promise<boolean> {
  const { caseId, requirementId, reason, by } = returned
  const last = await db
    .selectFrom('counter_returns')
    .select(['requirement_id', 'sealed_reason', 'returned_by'])
    .where('case_id', '=', caseId)
    .orderBy('return_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last === undefined || last.returned_by !== by) return false
  const told = vault.openText(last.sealed_reason, counterReturnContext(caseId))
  return told === reason && last.requirement_id === (requirementId ?? null)
}

function documentContext(documentId: string): string {
  return `documents/${documentId}`
}
