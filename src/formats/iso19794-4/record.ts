// Record — what a finger image record says, whichever edition of the standard it was written in.

import type { FingerPosition } from '#formats/finger-position'

export interface FingerImageRecord {
  readonly edition: Edition
  /** At least one. The 2011 edition calls them representations. */
  readonly views: readonly FingerImageView[]
}

export type Edition = '2005' | '2011'

export interface FingerImageView {
  readonly position: FingerPosition
  /** By the standard's table of impression types; see `impressionType`. */
  readonly impression: number
  /** Epoch milliseconds; undefined where not stated, and always so in the 2005 edition. */
  readonly capturedAtMs: number | undefined
  /** The 2005 edition has room for one, and none for who computed it. */
  readonly quality: readonly QualityBlock[]
  readonly widthPx: number
  readonly heightPx: number
  /** Pixels per inch of the image, along both axes. */
  readonly dpi: number
  readonly compression: Compression
  /** The image as compressed; 8 bits a pixel. */
  readonly bytes: Uint8Array
}

export interface QualityBlock {
  /** 0 … 100; undefined where computing it was tried and failed. */
  readonly score: number | undefined
  /** Of the algorithm's maker and of the algorithm, as registered with IBIA; 0 is unknown. */
  readonly vendorId: number
  readonly algorithmId: number
}

/** In 2005 JPEG 2000 has one code, lossless or not; in 2011 it has two. */
export type Compression =
  | 'none'
  | 'bit-packed'
  | 'wsq'
  | 'jpeg'
  | 'jpeg2000'
  | 'jpeg2000-lossy'
  | 'jpeg2000-lossless'
  | 'png'

/** ISO/IEC 19794-4:2011, table 8; only those that a ten-print scanner can mean. */
export const impressionType = {
  liveScanPlain: 0,
  liveScanRolled: 1,
  unknown: 29,
} as const

export type FingerRecordIssue =
  | { readonly code: 'fir.not-a-finger-record' }
  | { readonly code: 'fir.too-many-bytes'; readonly bytes: number; readonly bytesMax: number }
  | { readonly code: 'fir.edition' }
  /** Something reaches beyond the end of what holds it. */
  | { readonly code: 'fir.torn' }
  /** A field that contradicts another or the standard. */
  | { readonly code: 'fir.field'; readonly field: string; readonly written: number }
  | { readonly code: 'fir.views'; readonly count: number; readonly countMax: number }
  | { readonly code: 'fir.position'; readonly written: number }
  | { readonly code: 'fir.compression'; readonly written: number }
  | { readonly code: 'fir.bit-depth'; readonly bits: number }
  | { readonly code: 'fir.too-large'; readonly widthPx: number; readonly heightPx: number }
  | { readonly code: 'fir.resolution'; readonly dpiX: number; readonly dpiY: number }
