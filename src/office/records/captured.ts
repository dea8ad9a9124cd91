// Captured — what was taken of a resident, as attestation and register read it: for each finger the
// best try that counts, or why there is none.

import type { CaseId } from '#enrollment/events'
import { type ExceptionKind, type FingerPosition, fingerPositions } from '#enrollment/fingers'
import { qualityAccepted } from '#finger'
import type { OfficeDb, OfficeTransaction } from '../log/log.ts'

/** Three tries, and the best of them counts. */
export const fingerTriesMax = 3

export interface FingerTry {
  readonly nth: number
  /** 0 … 100, measured by the office. */
  readonly quality: number
  /** Codes, such as 'too-dry'. */
  readonly problems: readonly string[]
  /** Of the finger image record, lower-case hex. */
  readonly sha256: string
  readonly byteCount: number
}

export interface CapturedFinger {
  readonly position: FingerPosition
  /** In the order in which they were taken. */
  readonly tries: readonly FingerTry[]
  /** A supervisor let the best try count below the gate. */
  readonly accepted: boolean
  /** The finger does without a print, as a supervisor allowed. */
  readonly exception: ExceptionKind | undefined
}

/** All ten positions, 1 to 10. */
export async function readCapturedFingers(
  db: OfficeDb | OfficeTransaction,
  caseId: CaseId,
): Promise<readonly CapturedFinger[]> {
  const tries = await db
    .selectFrom('capture_fingers')
    .select(['position', 'try', 'quality', 'problems', 'sha256', 'byte_count'])
    .where('case_id', '=', caseId)
    .orderBy('try')
    .execute()
  const acceptances = await db
    .selectFrom('capture_acceptances')
    .select('position')
    .where('case_id', '=', caseId)
    .execute()
  const exceptions = await db
    .selectFrom('capture_exceptions')
    .select(['position', 'kind'])
    .where('case_id', '=', caseId)
    .execute()
  return fingerPositions.map((position) => ({
    position,
    tries: tries
      .filter((row) => row.position === position)
      .map((row) => ({
        nth: row.try,
        quality: row.quality,
        problems: row.problems as readonly string[],
        sha256: row.sha256,
        byteCount: row.byte_count,
      })),
    accepted: acceptances.some((row) => row.position === position),
    exception: exceptions.find((row) => row.position === position)?.kind,
  }))
}

/** The best try; of equals the first. Undefined where there is none. */
export function bestTryOf({ tries }: CapturedFinger): FingerTry | undefined {
  return tries.toSorted((a, b) => b.quality - a.quality || a.nth - b.nth)[0]
}

/** Whether a finger needs nothing more: taken well enough, or done without by leave. */
export function isSettled(finger: CapturedFinger): boolean {
  if (finger.exception !== undefined) return true
  const best = bestTryOf(finger)
  return best !== undefined && (best.quality >= qualityAccepted || finger.accepted)
}

/** The fingers that go into the record, each with its best try. */
export function takenFingersOf(
  fingers: readonly CapturedFinger[],
): readonly { readonly finger: CapturedFinger; readonly best: FingerTry }[] {
  return fingers.flatMap((finger) => {
    const best = finger.exception === undefined ? bestTryOf(finger) : undefined
    return best === undefined ? [] : [{ finger, best }]
  })
}
