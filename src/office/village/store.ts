// Store — endorsements and returns, sealed; and the forms that wait for one village head.

import type { CaseId, EndorsementKind } from '#enrollment/events'
import { type CaseFile, type FormOnFile, findCase, findForm } from '../cases/case-file.ts'
import { villageReturnContext } from '../cases/returns.ts'
import { appendFact, casesAfter, type OfficeTransaction } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'

type Needs = Pick<OfficeWorld, 'db' | 'vault' | 'clock'>

export interface WaitingForm {
  readonly file: CaseFile
  readonly form: FormOnFile
}

/** The forms of one village that wait for its head, oldest first. */
export async function listWaitingForms(
  { db, vault }: Needs,
  villageCode: string,
): Promise<readonly WaitingForm[]> {
  const waiting: WaitingForm[] = []
  for (const { caseId } of await casesAfter(db, ['form-saved'])) {
    const file = await findCase(db, caseId)
    const form = await findForm(db, vault, caseId)
    if (file && form?.villageCode === villageCode) waiting.push({ file, form })
  }
  return waiting
}

export async function saveEndorsement(
  transaction: OfficeTransaction,
  { vault, clock }: Needs,
  endorsement: {
    readonly caseId: CaseId
    readonly version: number
    readonly kind: EndorsementKind
    /** The village head for a digital one, the officer who looked for a wet one. */
    readonly by: string
    readonly mediaType: string
    readonly paper: Uint8Array
  },
): Promise<void> {
  const { caseId, version, kind, by } = endorsement
  await transaction
    .insertInto('endorsements')
    .values({
      case_id: caseId,
      version,
      kind,
      endorsed_by: kind === 'digital' ? by : null,
      checked_by: kind === 'wet' ? by : null,
      endorsed_at: new Date(clock()),
      media_type: endorsement.mediaType,
      sealed_paper: vault.seal(endorsement.paper, endorsementContext(caseId, version)),
    })
    .execute()
  await appendFact(transaction, caseId, { type: 'endorsed', version, kind }, clock())
}

export async function saveReturn(
  transaction: OfficeTransaction,
  { vault, clock }: Needs,
  returned: {
    readonly caseId: CaseId
    readonly version: number
    readonly reason: string
    readonly by: string
  },
): Promise<void> {
  const { caseId, version } = returned
  await transaction
    .insertInto('endorsement_returns')
    .values({
      case_id: caseId,
      version,
      sealed_reason: vault.sealText(returned.reason, villageReturnContext(caseId)),
      returned_by: returned.by,
      returned_at: new Date(clock()),
    })
    .execute()
  await appendFact(transaction, caseId, { type: 'endorsement-returned', version }, clock())
}

/** The signed PDF, or the scan of the signed sheet, of the newest endorsement. */
export async function findEndorsement(
  { db, vault }: Needs,
  caseId: CaseId,
): Promise<{ readonly mediaType: string; readonly paper: Buffer } | undefined> {
  const row = await db
    .selectFrom('endorsements')
    .select(['version', 'media_type', 'sealed_paper'])
    .where('case_id', '=', caseId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row?.sealed_paper) return undefined
  const paper = vault.open(row.sealed_paper, endorsementContext(caseId, row.version))
  return { mediaType: row.media_type, paper }
}

function endorsementContext(caseId: CaseId, version: number): string {
  return `endorsements/${caseId}/${version}`
}
