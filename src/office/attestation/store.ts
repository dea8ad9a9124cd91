// Store — attestations: the signed word, the receipt, and how a receipt is found again.

import type { CaseId } from '#enrollment/events'
import type { OfficeDb, OfficeTransaction } from '../log/log.ts'
import type { Attested } from '../records/wire.ts'
import type { OfficeWorld } from '../world.ts'

export interface NewAttestation extends Attested {
  readonly caseId: CaseId
  readonly manifest: Uint8Array
  /** The operator's signed word, a compact JWS. */
  readonly attestation: string
  readonly attestedBy: string
  /** PDF. */
  readonly paper: Uint8Array
}

export async function saveAttestation(
  transaction: OfficeTransaction,
  vault: OfficeWorld['vault'],
  it: NewAttestation,
): Promise<void> {
  await transaction
    .insertInto('attestations')
    .values({
      case_id: it.caseId,
      receipt_number: it.receiptNumber,
      manifest: Buffer.from(it.manifest),
      manifest_sha256: it.manifestSha256,
      attestation: it.attestation,
      receipt_token: it.receiptToken,
      receipt_code: it.receiptCode,
      attested_by: it.attestedBy,
      attested_at: new Date(it.attestedAtMs),
      sealed_receipt: vault.seal(it.paper, receiptContext(it.caseId)),
    })
    .execute()
}

export async function findAttested(
  db: OfficeDb | OfficeTransaction,
  caseId: CaseId,
): Promise<Attested | undefined> {
  const row = await db
    .selectFrom('attestations')
    .select(['receipt_number', 'attested_at', 'receipt_token', 'receipt_code', 'manifest_sha256'])
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return (
    row && {
      receiptNumber: row.receipt_number,
      attestedAtMs: row.attested_at.getTime(),
      receiptToken: row.receipt_token,
      receiptCode: row.receipt_code,
      manifestSha256: row.manifest_sha256,
    }
  )
}

export async function findReceiptPaper(
  db: OfficeDb,
  vault: OfficeWorld['vault'],
  caseId: CaseId,
): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('attestations')
    .select('sealed_receipt')
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  const sealed = row?.sealed_receipt
  return sealed ? vault.open(sealed, receiptContext(caseId)) : undefined
}

/** The token of a receipt by the code that is printed below its QR. */
export async function findTokenByCode(db: OfficeDb, code: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('attestations')
    .select('receipt_token')
    .where('receipt_code', '=', code)
    .executeTakeFirst()
  return row?.receipt_token
}

function receiptContext(caseId: CaseId): string {
  return `attestations.sealed_receipt/${caseId}`
}
