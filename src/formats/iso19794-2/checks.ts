// Checks — what all editions ask of a view, of a record's length and of its extended data.

import { type FingerPosition, isFingerPosition } from '#formats/finger-position'
import { imageDpiMax, imageDpiMin } from '#formats/gray-image'
import { layout, uint16 } from '#formats/layout'
import { concat } from '#kit/bytes'
import { fail, ok, type Result } from '#kit/result'
import { coordinateMax } from './limits.ts'
import type { MinutiaeRecordIssue, MinutiaeView } from './record.ts'

const cmPerInch = 2.54

/** Pixels per inch, whole: 197 pixels per centimeter mean 500 dpi. */
export function dpiOf({ pixelsPerCm }: Pick<MinutiaeView, 'pixelsPerCm'>): number {
  return Math.round(pixelsPerCm * cmPerInch)
}

export interface ImageFields {
  readonly widthPx: number
  readonly heightPx: number
  readonly perCmX: number
  readonly perCmY: number
}

export type Image = Pick<MinutiaeView, 'widthPx' | 'heightPx' | 'pixelsPerCm'>

export function checkImage(fields: ImageFields): Result<Image, MinutiaeRecordIssue> {
  const { widthPx, heightPx, perCmX, perCmY } = fields
  for (const [field, written] of Object.entries({ widthPx, heightPx })) {
    if (written === 0 || written > coordinateMax) return fail({ code: 'fmr.field', field, written })
  }
  const dpi = dpiOf({ pixelsPerCm: perCmX })
  if (perCmX !== perCmY || dpi < imageDpiMin || dpi > imageDpiMax) {
    return fail({ code: 'fmr.resolution', perCmX, perCmY })
  }
  return ok({ widthPx, heightPx, pixelsPerCm: perCmX })
}

export function checkPosition(
  written: number,
): Result<FingerPosition | undefined, MinutiaeRecordIssue> {
  if (written === 0) return ok(undefined)
  return isFingerPosition(written) ? ok(written) : fail({ code: 'fmr.position', written })
}

/**
 * Views end where the record says or where the bytes end: records come in buffers longer than they
 * are, and there are writers that count the extended data wrongly.
 */
export function checkEnd(
  end: number,
  recordLength: number,
  bytes: Uint8Array,
): Result<undefined, MinutiaeRecordIssue> {
  if (recordLength > bytes.length) return fail({ code: 'fmr.torn' })
  if (end !== recordLength && end !== bytes.length) {
    return fail({ code: 'fmr.field', field: 'recordLength', written: recordLength })
  }
  return ok(undefined)
}

const area = layout({ length: uint16 })

export function readExtended(
  bytes: Uint8Array,
  at: number,
): Result<{ readonly extended: Uint8Array; readonly end: number }, MinutiaeRecordIssue> {
  const head = area.read(bytes, at)
  if (!head.ok) return fail({ code: 'fmr.torn' })
  const end = at + area.size + head.value.length
  if (end > bytes.length) return fail({ code: 'fmr.torn' })
  // Not `slice`, which of a Node.js buffer is no copy.
  return ok({ extended: new Uint8Array(bytes.subarray(at + area.size, end)), end })
}

export function writeExtended({ extended }: MinutiaeView): Uint8Array {
  return concat(area.write({ length: extended.length }), extended)
}

/** How many of the views before this one are of the same finger. */
export function viewNumber(views: readonly MinutiaeView[], index: number): number {
  const { position } = views[index]!
  return views.slice(0, index).filter((it) => it.position === position).length
}
