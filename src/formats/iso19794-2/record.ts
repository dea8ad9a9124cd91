// Record — what a finger minutiae record says, whichever standard and edition it was written in.

import type { FingerPosition } from '#formats/finger-position'

export interface MinutiaeRecord {
  readonly edition: MinutiaeEdition
  /** At least one. The 2011 edition calls them representations. */
  readonly views: readonly MinutiaeView[]
}

/** ISO/IEC 19794-2 and ANSI INCITS 378, by their years. */
export type MinutiaeEdition = 'iso-2005' | 'iso-2011' | 'ansi-2004' | 'ansi-2009'

export interface MinutiaeView {
  /** Undefined where the record does not say which finger it is. */
  readonly position: FingerPosition | undefined
  /** By the standard's table of impression types; 0 is a live plain one. */
  readonly impression: number
  /** 0 … 100; undefined where not stated. */
  readonly quality: number | undefined
  readonly widthPx: number
  readonly heightPx: number
  /** Of the image, along both axes; 197 is 500 dpi. */
  readonly pixelsPerCm: number
  /** At most 255. */
  readonly minutiae: readonly RecordMinutia[]
  /** The extended data area as it stands, blocks of ridge counts, cores, deltas or a maker's own. */
  readonly extended: Uint8Array
}

export interface RecordMinutia {
  readonly kind: 'ending' | 'bifurcation' | 'other'
  /** Px of the image, from the left and from the top. */
  readonly x: number
  readonly y: number
  /** 0 … 360 exclusive, counterclockwise from the right. */
  readonly angleDeg: number
  /** 0 … 100; undefined where not stated. */
  readonly quality: number | undefined
}

export type MinutiaeRecordIssue =
  | { readonly code: 'fmr.not-a-minutiae-record' }
  | { readonly code: 'fmr.too-many-bytes'; readonly bytes: number; readonly bytesMax: number }
  | { readonly code: 'fmr.edition' }
  /** Something reaches beyond the end of what holds it. */
  | { readonly code: 'fmr.torn' }
  /** A field that contradicts another or the standard. */
  | { readonly code: 'fmr.field'; readonly field: string; readonly written: number }
  | { readonly code: 'fmr.views'; readonly count: number; readonly countMax: number }
  | { readonly code: 'fmr.position'; readonly written: number }
  | { readonly code: 'fmr.resolution'; readonly perCmX: number; readonly perCmY: number }
  /** A minutia that lies outside of its image. */
  | { readonly code: 'fmr.outside'; readonly x: number; readonly y: number }
  /** The first editions have one size and one resolution for all views. */
  | { readonly code: 'fmr.views-differ' }
