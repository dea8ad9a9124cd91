// Read and write — finger minutiae records of ISO/IEC 19794-2 and ANSI INCITS 378, both editions each.

import { constant, fourCharacters, layout } from '#formats/layout'
import { assert, never } from '#kit/assert'
import { fail, ok, type Result } from '#kit/result'
import { readAnsi2009, writeAnsi2009 } from './edition-ansi-2009.ts'
import { isIso2011, readIso2011, writeIso2011 } from './edition-iso-2011.ts'
import {
  findNotFirst,
  firstEditionOf,
  readFirstEdition,
  writeFirstEdition,
} from './first-editions.ts'
import { recordBytesMax, viewMinutiaeMax, viewsMax } from './limits.ts'
import type {
  MinutiaeEdition,
  MinutiaeRecord,
  MinutiaeRecordIssue,
  MinutiaeView,
} from './record.ts'

const anyEdition = layout({ format: constant('FMR\0'), version: fourCharacters })

/** Any bytes get an answer; what follows the record in a longer buffer is not looked at. */
export function readMinutiaeRecord(bytes: Uint8Array): Result<MinutiaeRecord, MinutiaeRecordIssue> {
  const head = anyEdition.read(bytes)
  if (!head.ok) return fail({ code: 'fmr.not-a-minutiae-record' })
  if (bytes.length > recordBytesMax) {
    return fail({ code: 'fmr.too-many-bytes', bytes: bytes.length, bytesMax: recordBytesMax })
  }
  const edition = editionOf(bytes, head.value.version)
  if (edition === undefined) return fail({ code: 'fmr.edition' })
  const views = readViews(bytes, edition)
  return views.ok ? ok({ edition, views: views.value }) : views
}

/** The first editions write ' 20', and some of their writers '020'; 035 is ANSI's amendment. */
function editionOf(bytes: Uint8Array, version: string): MinutiaeEdition | undefined {
  switch (version) {
    case ' 20\0':
    case '020\0':
      return firstEditionOf(bytes)
    case '030\0':
      return isIso2011(bytes) ? 'iso-2011' : 'ansi-2009'
    case '035\0':
      return 'ansi-2009'
    default:
      return undefined
  }
}

function readViews(
  bytes: Uint8Array,
  edition: MinutiaeEdition,
): Result<readonly MinutiaeView[], MinutiaeRecordIssue> {
  switch (edition) {
    case 'iso-2005':
    case 'ansi-2004':
      return readFirstEdition(bytes, edition)
    case 'iso-2011':
      return readIso2011(bytes)
    case 'ansi-2009':
      return readAnsi2009(bytes)
    default:
      return never(edition)
  }
}

/**
 * What is read back is what was written, but for rounding: directions to 256ths of a turn (ISO) or
 * to two degrees (ANSI), and quality 0 to 1 in the first editions. A value that the edition has no
 * room for is an assertion.
 */
export function writeMinutiaeRecord({ edition, views }: MinutiaeRecord): Uint8Array {
  assert(views.length > 0 && views.length <= viewsMax, 'a record has between one and 64 views')
  for (const { minutiae, widthPx, heightPx } of views) {
    assert(minutiae.length <= viewMinutiaeMax, 'a view has at most 255 minutiae')
    const isInside = minutiae.every((it) => it.x < widthPx && it.y < heightPx)
    assert(isInside, 'minutiae lie in their image')
  }
  switch (edition) {
    case 'iso-2005':
    case 'ansi-2004':
      return writeFirstEdition(views, edition)
    case 'iso-2011':
      return writeIso2011(views)
    case 'ansi-2009':
      return writeAnsi2009(views)
    default:
      return never(edition)
  }
}

/**
 * The same record in another edition, less its extended data, whose blocks are counted differently
 * everywhere. A first edition has one image for all views (`fmr.views-differ`) and four bits for
 * an impression type (`fmr.field`) and for the views of a finger (`fmr.views`).
 */
export function inEdition(
  record: MinutiaeRecord,
  edition: MinutiaeEdition,
): Result<MinutiaeRecord, MinutiaeRecordIssue> {
  if (record.edition === edition) return ok(record)
  const views = record.views.map((it) => ({ ...it, extended: new Uint8Array() }))
  if (edition === 'iso-2011' || edition === 'ansi-2009') return ok({ edition, views })
  const issue = findNotFirst(views)
  return issue === undefined ? ok({ edition, views }) : fail(issue)
}
