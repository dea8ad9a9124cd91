// Markers — the segments of a WSQ file as byte layouts. IAFIS-IC-0110 (V3.1), annex B.

import { constant, layout, run, uint8, uint16 } from '#formats/layout'
import { decimal16, signedDecimal32 } from './decimal.ts'

/** The marker codes. Table B.1. */
export const marker = {
  startOfFrame: 0xffa2,
  startOfBlock: 0xffa3,
  transformTable: 0xffa4,
  quantizationTable: 0xffa5,
  huffmanTable: 0xffa6,
  restartInterval: 0xffa7,
  comment: 0xffa8,
  endOfImage: 0xffa1,
  restartFirst: 0xffb0,
  restartLast: 0xffb7,
} as const

export const startOfImage = layout({ marker: constant('\xff\xa0') })
export const anyMarker = layout({ marker: uint16 })
/** The length counts itself, not its marker. */
export const segmentHead = layout({ marker: uint16, length: uint16 })

/** B.2.3; the encoder's number and its software's are given out by the FBI. */
export const frameHeader = layout({
  black: uint8,
  white: uint8,
  heightPx: uint16,
  widthPx: uint16,
  shift: decimal16,
  scale: decimal16,
  encoder: uint8,
  software: uint16,
})

/** B.2.4. The filters follow, each from its middle outward. */
export const transformHead = layout({ lowTaps: uint8, highTaps: uint8 })
export const tap = layout({ weight: signedDecimal32 })

/** B.2.5. The bins of 64 subbands follow. */
export const quantizationHead = layout({ center: decimal16 })
export const bin = layout({ width: decimal16, zeroWidth: decimal16 })

/** B.2.6. The symbols follow, as many as the counts say: shortest codes first. */
export const huffmanHead = layout({ table: uint8, countOfLength: run(16) })

/** B.2.8. The coded data follow. */
export const blockHeader = layout({ table: uint8 })
