// Extract fingers — from the finger image records of a packet to templates, each at its position.

import type { FingerPosition } from '#enrollment/fingers'
import { fail, ok, type Result } from '#kit/result'
import type { ExtractedFinger } from '../records/templates.ts'
import { type ExtractionIssue, examineRecord } from './examine-record.ts'

export type { ExtractionIssue }

/** One record; here or in another thread, which is quicker and gives the same. */
export type ExamineFinger = (
  position: FingerPosition,
  record: Uint8Array,
) => Promise<Result<ExtractedFinger | undefined, ExtractionIssue>>

/** In this thread: other work of the process waits until it is done. */
export const examineHere: ExamineFinger = (position, record) => examineRecord(position, record)

/** All at once; of several records that are not what the manifest says the first is told. */
export async function extractFingers(
  records: ReadonlyMap<FingerPosition, Uint8Array>,
  examine: ExamineFinger,
): Promise<Result<readonly ExtractedFinger[], ExtractionIssue>> {
  const examined = await Promise.all(
    [...records].map(([position, record]) => examine(position, record)),
  )
  const extracted: ExtractedFinger[] = []
  for (const finger of examined) {
    if (!finger.ok) return fail(finger.issue)
    if (finger.value !== undefined) extracted.push(finger.value)
  }
  return ok(extracted)
}
