// Read and write — finger image records, ISO/IEC 19794-4, of the 2005 and the 2011 edition.

import { constant, layout } from '#formats/layout'
import { assert, never } from '#kit/assert'
import { fail, ok, type Result } from '#kit/result'
import { read2005, write2005 } from './edition-2005.ts'
import { read2011, write2011 } from './edition-2011.ts'
import { recordBytesMax } from './limits.ts'
import type { FingerImageRecord, FingerRecordIssue } from './record.ts'

const anyEdition = layout({ format: constant('FIR\0') })
const edition2005 = layout({ format: constant('FIR\0'), version: constant('010\0') })
const edition2011 = layout({ format: constant('FIR\0'), version: constant('020\0') })

/** The images stay as they are compressed; `decodeFingerView` makes pixels of one. */
export function readFingerImageRecord(
  bytes: Uint8Array,
): Result<FingerImageRecord, FingerRecordIssue> {
  if (!anyEdition.read(bytes).ok) return fail({ code: 'fir.not-a-finger-record' })
  if (bytes.length > recordBytesMax) {
    return fail({ code: 'fir.too-many-bytes', bytes: bytes.length, bytesMax: recordBytesMax })
  }
  const edition = edition2011.read(bytes).ok ? '2011' : edition2005.read(bytes).ok ? '2005' : ''
  if (edition === '') return fail({ code: 'fir.edition' })
  const views = edition === '2011' ? read2011(bytes) : read2005(bytes)
  return views.ok ? ok({ edition, views: views.value }) : views
}

/** What is read back is what was written; a value the edition has no room for is an assertion. */
export function writeFingerImageRecord({ edition, views }: FingerImageRecord): Uint8Array {
  for (const { compression, bytes, widthPx, heightPx } of views) {
    const isWhole = compression !== 'none' || bytes.length === widthPx * heightPx
    assert(isWhole, 'an uncompressed image has a byte for each pixel')
  }
  switch (edition) {
    case '2005':
      return write2005(views)
    case '2011':
      return write2011(views)
    default:
      return never(edition)
  }
}
