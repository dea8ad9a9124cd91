// Sketch contract — what the kernels of the search do, the same in WebAssembly and in TypeScript.
//
// All of it in whole numbers: both sides give the same bits.

/**
 * A print in 256 bytes, its best minutiae in the order of directions, from behind the widest gap on:
 *
 *     168 codes of 8 bytes · 21 directions · 21 x · 21 y · 16 begins · 1 first · 1 count · 7 nothing
 *
 * Directions in 256ths of a turn; x and y as signed bytes in steps of two px from the middle of the
 * minutiae. A row is compared with ten minutiae side by side, those around its own direction: they
 * begin where it is said for the sixteenth of a turn, counted from the first direction, that it lies
 * in. Where there are fewer than 21 minutiae they are repeated.
 */
export const sketchBytes = 256
export const sketchMinutiae = 21
export const directionsAt = 168
export const xsAt = 189
export const ysAt = 210
export const beginsAt = 231
export const firstDirectionAt = 247
export const countAt = 248
export const buckets = 16
export const windowMinutiae = 10
export const stepPx = 2

/**
 * A newcomer's print as it is compared with sketches: up to 32 rows of 32 bytes, little-endian
 *
 *     8 code · 4 x · 4 y · 4 direction · 12 nothing
 *
 */
export interface SketchProbe {
  readonly rows: number
  readonly bytes: Uint8Array
}

export const rowsMax = 32
export const rowBytes = 32
export const rowXAt = 8
export const rowYAt = 12
export const rowDirectionAt = 16
export const probeBytes = rowsMax * rowBytes

/** Points as they go into `codes`: x and y of 16 bits, direction of 8, three bytes of nothing. */
export const pointBytes = 8
/** What comes out: a code of 64 bits and the number of its point, four bytes of nothing. */
export const codeBytes = 16

/** Patterns and harmonics in 2 ** 15ths and 2 ** 11ths of one. */
export interface SketchTables {
  readonly cos: Int32Array
  readonly sin: Int32Array
  /** Sixteen for each offset from −reach to reach. */
  readonly along: Int16Array
  readonly across: Int16Array
  /** By the squared distance. */
  readonly window: Int16Array
  /** Four for each difference of directions. */
  readonly harmonics: Int16Array
  readonly reach: number
  readonly neighborsMin: number
}

export interface ScanLimits {
  /** Codes that differ in so many bits or more say nothing. */
  readonly farthest: number
  /** What a row must be worth on average, in bits nearer than that, for a look at how both lie. */
  readonly perRow: number
  /** Rows that propose a motion: so many of the nearest. */
  readonly seeds: number
  /** 256ths of a turn by which another row's turn may differ from the proposal. */
  readonly turnMax: number
  /** Square px by which it may miss its place, and more for each square px from the proposing row. */
  readonly missSquare: number
  /** 256ths. */
  readonly missShare: number
}

export type ScanLooks = Readonly<Record<SketchAsk['look'], ScanLimits>>

/** Newcomer's finger against recorded finger; `slot` is the recorded finger's place, 0 … 9. */
export interface SketchCompare {
  readonly probe: SketchProbe
  readonly slot: number
}

/**
 * What is asked of every visit: comparisons, and the hypotheses which of them belong together. A
 * hypothesis scores what its comparisons score together, a visit what its best hypothesis does. A
 * close look heeds codes that are less alike and more proposals; its scores are another scale.
 */
export interface SketchAsk {
  readonly compares: readonly SketchCompare[]
  /** Numbers of comparisons. */
  readonly hypotheses: readonly (readonly number[])[]
  readonly look: 'quick' | 'close'
}

export const comparesMax = 64
export const hypothesesMax = 64
export const slots = 10

/** Who scored at least what was asked for; the next scan overwrites it. Only `count` are meant. */
export interface SketchHits {
  readonly count: number
  readonly visits: Uint32Array
  readonly scores: Uint16Array
  readonly hypotheses: Uint16Array
}

/** The most visits of one call of `scan`. */
export const scanMax = 4096

/** Sketches of so many visits, ten slots each, and the scan over them. */
export interface SketchStore {
  readonly name: 'wasm' | 'typescript'
  readonly capacity: number
  /** Sketch by sketch, all visits of a slot before the next slot; zeros where there is none. */
  readonly sketches: Uint8Array
  /** What the scans after it ask. */
  ask(ask: SketchAsk): void
  /** Visits from … after − 1, at most `scanMax`. */
  scan(from: number, after: number, least: number): SketchHits
}

export interface SketchKernels {
  readonly name: 'wasm' | 'typescript'
  /** Codes of the first `wanted` points that have neighbors enough. */
  codes(points: Uint8Array, count: number, wanted: number): Uint8Array
  store(capacity: number): SketchStore
}
