// Store — the rows of a capture: who takes it, its images and fingers, and what was done without.

import type { CaseId } from '#enrollment/events'
import type { ExceptionKind, FingerPosition } from '#enrollment/fingers'
import { seal } from '#enrollment/seal'
import { present } from '#kit/assert'
import { sha256Hex } from '#kit/sha256'
import type { AccountId } from '#staff/account'
import type { OfficeDb, OfficeTransaction } from '../log/log.ts'
import type { ScannedFinger } from '../records/scanner.ts'
import { sealTemplate, templateContext } from '../records/templates.ts'
import type { OfficeWorld } from '../world.ts'
import type { GuardFinding } from './guards.ts'

export interface CaptureRow {
  readonly caseId: CaseId
  readonly operator: AccountId
  readonly startedAtMs: number
  readonly biodataConfirmedAtMs: number | undefined
  /** Undefined while they have not looked. */
  readonly guards: readonly GuardFinding[] | undefined
}

export async function findCapture(
  db: OfficeDb | OfficeTransaction,
  caseId: CaseId,
): Promise<CaptureRow | undefined> {
  const row = await db
    .selectFrom('captures')
    .selectAll()
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return (
    row && {
      caseId,
      operator: row.operator as AccountId,
      startedAtMs: row.started_at.getTime(),
      biodataConfirmedAtMs: row.biodata_confirmed_at?.getTime(),
      guards: (row.guards ?? undefined) as readonly GuardFinding[] | undefined,
    }
  )
}

/** Begins the capture, or hands one that was begun to another operator. */
export async function saveOperator(
  transaction: OfficeTransaction,
  caseId: CaseId,
  operator: AccountId,
  atMs: number,
): Promise<void> {
  await transaction
    .insertInto('captures')
    .values({ case_id: caseId, operator, started_at: new Date(atMs), guards: null })
    .onConflict((conflict) => conflict.column('case_id').doUpdateSet({ operator }))
    .execute()
}

export async function saveBiodataConfirmed(
  transaction: OfficeTransaction,
  caseId: CaseId,
  atMs: number | undefined,
): Promise<void> {
  await transaction
    .updateTable('captures')
    .set({ biodata_confirmed_at: atMs === undefined ? null : new Date(atMs) })
    .where('case_id', '=', caseId)
    .execute()
}

export async function saveGuards(
  transaction: OfficeTransaction,
  caseId: CaseId,
  guards: readonly GuardFinding[] | undefined,
): Promise<void> {
  await transaction
    .updateTable('captures')
    .set({ guards: guards === undefined ? null : JSON.stringify(guards) })
    .where('case_id', '=', caseId)
    .execute()
}

export async function saveCompleted(
  transaction: OfficeTransaction,
  caseId: CaseId,
  atMs: number,
): Promise<void> {
  await transaction
    .updateTable('captures')
    .set({ completed_at: new Date(atMs) })
    .where('case_id', '=', caseId)
    .execute()
}

export interface SealedImage {
  readonly sha256: string
  readonly byteCount: number
  readonly sealed: Uint8Array
}

/** Sealed to the center at once: from here on this office cannot open it. */
export async function sealImage(
  { identity }: Pick<OfficeWorld, 'identity'>,
  plain: Uint8Array,
): Promise<SealedImage> {
  const { center } = present(identity.center(), 'nothing is captured before the enrollment')
  return {
    sha256: await sha256Hex(plain),
    byteCount: plain.length,
    sealed: await seal(plain, [center.sealing]),
  }
}

export async function saveImage(
  transaction: OfficeTransaction,
  caseId: CaseId,
  image: SealedImage & { readonly name: 'photo' | 'signature'; readonly mediaType: string },
  atMs: number,
): Promise<void> {
  const row = {
    media_type: image.mediaType,
    sha256: image.sha256,
    byte_count: image.byteCount,
    sealed_image: Buffer.from(image.sealed),
    taken_at: new Date(atMs),
  }
  await transaction
    .insertInto('capture_images')
    .values({ case_id: caseId, name: image.name, ...row })
    .onConflict((conflict) => conflict.columns(['case_id', 'name']).doUpdateSet(row))
    .execute()
}

export async function readImages(db: OfficeDb | OfficeTransaction, caseId: CaseId) {
  const rows = await db
    .selectFrom('capture_images')
    .select(['name', 'sha256', 'byte_count', 'taken_at'])
    .where('case_id', '=', caseId)
    .execute()
  return new Map(
    rows.map((row) => [
      row.name,
      { sha256: row.sha256, bytes: row.byte_count, takenAtMs: row.taken_at.getTime() },
    ]),
  )
}

/** One more try of a finger. */
export async function saveTry(
  transaction: OfficeTransaction,
  { vault, clock }: Pick<OfficeWorld, 'vault' | 'clock'>,
  caseId: CaseId,
  finger: ScannedFinger & { readonly image: SealedImage; readonly nth: number },
): Promise<void> {
  const { position, nth, image, template } = finger
  const context = templateContext.capture(caseId, position, nth)
  await transaction
    .insertInto('capture_fingers')
    .values({
      case_id: caseId,
      position,
      try: nth,
      quality: finger.score,
      problems: JSON.stringify(finger.problems),
      device_id: finger.deviceId,
      sha256: image.sha256,
      byte_count: image.byteCount,
      sealed_image: Buffer.from(image.sealed),
      sealed_template: template ? sealTemplate(vault, template, context) : null,
      taken_at: new Date(clock()),
    })
    .execute()
}

export async function saveException(
  transaction: OfficeTransaction,
  caseId: CaseId,
  exception: {
    readonly position: FingerPosition
    readonly kind: ExceptionKind
    readonly approvalId: string
  },
): Promise<void> {
  const { position, kind, approvalId } = exception
  await transaction
    .insertInto('capture_exceptions')
    .values({ case_id: caseId, position, kind, approval_id: approvalId })
    .onConflict((conflict) =>
      conflict.columns(['case_id', 'position']).doUpdateSet({ kind, approval_id: approvalId }),
    )
    .execute()
}

export async function saveAcceptance(
  transaction: OfficeTransaction,
  caseId: CaseId,
  position: FingerPosition,
  approvalId: string,
): Promise<void> {
  await transaction
    .insertInto('capture_acceptances')
    .values({ case_id: caseId, position, approval_id: approvalId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** As if these fingers had never been taken, nor done without. */
export async function forgetFingers(
  transaction: OfficeTransaction,
  caseId: CaseId,
  positions: readonly FingerPosition[],
): Promise<void> {
  for (const table of ['capture_fingers', 'capture_exceptions', 'capture_acceptances'] as const) {
    await transaction
      .deleteFrom(table)
      .where('case_id', '=', caseId)
      .where('position', 'in', positions)
      .execute()
  }
}
