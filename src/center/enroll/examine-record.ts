// Examine record — one finger image record, decoded, judged and extracted.

import type { FingerPosition } from '#enrollment/fingers'
import { examineFinger } from '#finger'
import { decodeFingerView, readFingerImageRecord } from '#formats/iso19794-4'
import { fail, ok, type Result } from '#kit/result'
import type { ExtractedFinger } from '../records/templates.ts'

export type ExtractionIssue = {
  readonly code: 'finger.unreadable' | 'finger.other-position'
  readonly position: FingerPosition
}

/** Undefined where the print has no ridges: the operator had accepted it, and it matches nobody. */
export async function examineRecord(
  position: FingerPosition,
  record: Uint8Array,
): Promise<Result<ExtractedFinger | undefined, ExtractionIssue>> {
  const read = readFingerImageRecord(record)
  const view = read.ok ? read.value.views[0] : undefined
  if (view === undefined) return fail({ code: 'finger.unreadable', position })
  if (view.position !== position) return fail({ code: 'finger.other-position', position })
  const image = await decodeFingerView(view)
  if (!image.ok) return fail({ code: 'finger.unreadable', position })
  const { template, quality } = examineFinger(image.value)
  return ok(
    template.ok ? { position, template: template.value, quality: quality.score } : undefined,
  )
}
