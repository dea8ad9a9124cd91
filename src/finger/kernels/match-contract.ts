// Match contract — what the kernels of the matcher do, the same in WebAssembly and in TypeScript.
//
// All of it in whole numbers, but for square roots and quotients of doubles, which IEEE 754 makes
// the same everywhere: both sides give the same bits.

import type { Skin } from '../match/skin.ts'

/**
 * A print made ready to be compared, one record of 64 bytes a minutia in the order of directions:
 *
 *     48 code, 6 sections of 64 cells · 8 known cells · 2 x · 2 y · 1 direction · 1 nothing
 *     2 bits set in the code
 *
 * Little-endian; px at 500 dpi, the direction in 256ths of a turn.
 */
export interface PrintRecords {
  readonly count: number
  readonly bytes: Uint8Array
}

export const recordBytes = 64
export const knownAt = 48
export const xAt = 56
export const yAt = 58
export const directionAt = 60
export const onesAt = 62

/** Lengths in 16ths of a px, angles in 256ths of a turn, shares of one in 2 ** 15ths. */
export interface CylinderTables {
  /** 2 ** 14 × cosine and sine of each direction. */
  readonly cos: Int32Array
  readonly sin: Int32Array
  /** 1 for each of the 64 cells that takes part. */
  readonly inCircle: Uint8Array
  /** By the squared distance in px: how much a neighbor means to a cell. */
  readonly nearness: Int16Array
  /** Eight for each difference of directions: its share in each section, two unused. */
  readonly shares: Int16Array
  readonly radius: number
  readonly cell: number
  readonly reach: number
  readonly contributionMin: number
  readonly knownMin: number
  readonly neighborsMin: number
}

/** Where the table of stretches has what is just allowed. */
export const stretchZero = 96

export interface RelaxTables {
  /** How well a distance agrees, 0 … 4096: by 16ths of a px beyond what is allowed, −96 first. */
  readonly stretch: Int32Array
  /** By the difference of two turns in 256ths of a turn; as many as may differ at all. */
  readonly turn: Int32Array
  /** By 256 × the sine of the difference of two bearings. */
  readonly bearing: Int32Array
  /** Allowed stretch: so many 16ths of a px and so many 1024ths of both lengths added. */
  readonly allowed: number
  readonly allowedShare: number
  readonly rounds: number
  /** How many of the pairs are the strongest: a share of them between two bounds. */
  readonly strongestShare: number
  readonly strongestMin: number
  readonly strongestMax: number
}

export interface LikenessLimits {
  /** Directions further apart than this, 256ths of a turn, are never compared. */
  readonly turnMax: number
  /** Cells that both must know. */
  readonly knownMin: number
  /** Twice the bits both have by the bits of either, 256ths, must exceed it: a first, rough look. */
  readonly roughMin: number
  /** Pairs that are kept. */
  readonly pairsMax: number
}

export interface AlignTables {
  /** Pairs that propose an alignment; the best is worked out in so many rounds. */
  readonly seeds: number
  readonly rounds: number
  /** Px, and a share of the distance from the seed. */
  readonly reach: number
  readonly reachShare: number
  /** 256ths of a turn by which directions may differ under the seed's own turn: first, later. */
  readonly seedTurn: number
  readonly turnWindow: number
  /** What 1 − the cosine between two directions costs; beyond 1 in all they are no pair. */
  readonly turnCost: number
  readonly pullEase: number
  /** By how much a pull falls for each square px. */
  readonly pullFall: number
  /** Most pairs within reach that are looked at, the nearest first. */
  readonly nearMax: number
}

export interface MatchTables {
  readonly cylinder: CylinderTables
  readonly likeness: LikenessLimits
  readonly relax: RelaxTables
  readonly align: AlignTables
}

/** What the kernels found; the next comparison overwrites it. Only `count` pairs are meant. */
export interface LikePairs {
  readonly count: number
  /** Two numbers for each pair: its likeness, 1 … 65535, and its place in `likeness`. */
  readonly pairs: Int32Array
  /** Of each pair after relaxation, 0 … 65535. */
  readonly strength: Int32Array
  /** Mean strength of the strongest, 0 … 1. */
  readonly strongest: number
  /** Likeness of every two records, row by row of a: 0 … 65535. */
  likeness(): Uint16Array
}

/** Turn counterclockwise by cosine and sine, then shift (px): from print a onto print b. */
export interface Motion {
  readonly cos: number
  readonly sin: number
  readonly dx: number
  readonly dy: number
}

/** How a comes to lie on b, and the records that then coincide; no pairs where nothing fits. */
export interface Aligned {
  readonly motion: Motion
  /** Three numbers for each pair: its record of a, its record of b, and their likeness. */
  readonly pairs: Int32Array
}

export interface MatchKernels {
  readonly name: 'wasm' | 'typescript'
  /** Writes code, its bits and known cells of each record whose place and direction stand there already. */
  writeCodes(print: PrintRecords, skin: Skin): void
  /** The pairs of minutiae most alike, best first, each strengthened by those that fit to it. */
  likePairs(a: PrintRecords, b: PrintRecords): LikePairs
  /** For the prints last compared, and what was found then: one laid on the other. */
  align(a: PrintRecords, b: PrintRecords, found: LikePairs): Aligned
}
