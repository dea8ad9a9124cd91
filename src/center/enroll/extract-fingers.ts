// Extract fingers — from the finger image records of a packet to templates, each at its position.

import type { FingerPosition } from '#enrollment/fingers'
import { examineFinger } from '#finger'
import { decodeFingerView, readFingerImageRecord } from '#formats/iso19794-4'
import { fail, ok, type Result } from '#kit/result'
import type { ExtractedFinger } from '../records/store.ts'

export type ExtractionIssue = {
  readonly code: 'finger.unreadable' | 'finger.other-position'
  readonly position: FingerPosition
}

const restMs = 25

/** Stops at the first record that is not what the manifest says. */
export async function extractFingers(
  records: ReadonlyMap<FingerPosition, Uint8Array>,
): Promise<Result<readonly ExtractedFinger[], ExtractionIssue>> {
  const extracted: ExtractedFinger[] = []
  for (const [position, record] of records) {
    const read = readFingerImageRecord(record)
    const view = read.ok ? read.value.views[0] : undefined
    if (view === undefined) return fail({ code: 'finger.unreadable', position })
    if (view.position !== position) return fail({ code: 'finger.other-position', position })
    const image = await decodeFingerView(view)
    if (!image.ok) return fail({ code: 'finger.unreadable', position })
    const { template, quality } = examineFinger(image.value)
    // A print without ridges that the operator had accepted is stored, and matches nobody.
    if (template.ok) {
      extracted.push({ position, template: template.value, quality: quality.score })
    }
    // Whoever asks this process something meanwhile is answered between two fingers; an answer
    // takes several rounds to the database, so a single turn would not do.
    await new Promise((rest) => setTimeout(rest, restMs))
  }
  return ok(extracted)
}
