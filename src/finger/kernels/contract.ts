// Contract — what each kernel does, the same in WebAssembly and in TypeScript, bit for bit.

import type { Grid } from '../grid.ts'
import type { Plane } from '../plane.ts'

export interface Picture {
  readonly width: number
  readonly height: number
  /** Gray levels, row by row. */
  readonly pixels: Uint8Array
}

/** How a pixel is measured against the square around it. */
export interface Measure {
  /** Half the square's side in px; at most 100, so that its sums are whole 32-bit numbers. */
  readonly radius: number
  /** Deviation in gray levels below which contrast is not amplified further. */
  readonly deviationMin: number
  /** What one deviation becomes, and where it is cut. */
  readonly unit: number
  readonly cut: number
  /** Contrast is told for the center of each block of this side. */
  readonly blockPx: number
}

/** Filters of a bank: rows are filled up with zeros to so many weights. */
export const filterStride = 16

/** Which filter of a bank serves which square cell of a picture. */
export interface CellFilters {
  /** All filters, each of 2 × radius + 1 rows, centered in the first 2 × radius + 1 weights. */
  readonly bank: Int16Array
  readonly radius: number
  /** Sums are divided by 2 ** shift, halves rounded up. */
  readonly shift: number
  /** Even, and counted in px of the source. */
  readonly cellPx: number
  readonly columns: number
  readonly rows: number
  /** For each cell the number of its filter, or 0xffff: the cell stays as it is. */
  readonly choice: Uint16Array
}

/** Lines of gray to be sampled. */
export interface Lines {
  /** Four numbers for each line: its center's x and y, its ridges' cosine and sine, in 65536ths. */
  readonly spots: Int32Array
  readonly acrossPx: number
  /** Of each sample; every second px counts, and the sum is divided by eight. */
  readonly alongPx: number
  /** 0 … lags − 1. */
  readonly lags: number
}

/** Sums over blocks of products of the gradients to the right and down. */
export interface Tensors extends Grid {
  readonly blockPx: 4 | 8
  readonly xx: Int32Array
  readonly yy: Int32Array
  readonly xy: Int32Array
}

/** What extraction does to pictures. */
export interface Kernels {
  readonly name: 'wasm' | 'typescript'
  /**
   * Each pixel's distance below the mean of the square around it, in deviations, rounded toward
   * zero; the deviation at the center of each block goes to `contrast`. Every operation on
   * fractions is rounded to a 32-bit float. The target's margin must be at least 8.
   */
  normalize(picture: Picture, measure: Measure, target: Plane, contrast: Float32Array): void
  /**
   * Smooths both ways by 1 4 6 4 1 and deals the pixels out: even rows to the first two targets,
   * odd ones to the others, even columns to the first and third. The source's margin must be at
   * least 8 and its pixels within ± 1023; the targets are alike, half as wide and high as the
   * source, rounded up.
   */
  quarter(source: Plane, targets: readonly Plane[]): void
  /**
   * Gradients of 3 × 3 px, 1 3 1 across, 2.5 times as large, squared and summed over blocks; the
   * pixels must be within ± 2500.
   */
  tensors(plane: Plane, out: Tensors): void
  /**
   * For each line, less its mean, the sum of its products with itself at each lag; pixels outside
   * the picture count 0.
   */
  correlate(plane: Plane, lines: Lines, out: Int32Array): void
  /**
   * Filters the sources into the target. Of four sources, the quarters of one picture, the results
   * are put together again. The sources' margin must be wider than the filter's radius.
   */
  filterCells(sources: readonly Plane[], target: Plane, filters: CellFilters): void
  /**
   * Means weighted by `weights`, whose middle is the number's own, first along the rows and then
   * down the columns; what lies outside weighs nothing. In 32-bit floats like `normalize`.
   */
  blur(grid: Grid, values: Float32Array, weights: Float32Array, out: Float32Array): void
  /** For blocks of 8 × 8 px the sums of a × a, b × b and a × b; pixels within ± 4095. */
  blockProducts(a: Plane, b: Plane, grid: Grid, out: Int32Array): void
  /** 1 where the plane is positive in blocks of 8 × 8 px that are 1, but never outermost. */
  binarize(plane: Plane, grid: Grid, inside: Uint8Array, pixels: Uint8Array): void
  /**
   * Thins ridges of 1 among valleys of 0 in place, as Zhang and Suen do, until no more pixel goes
   * or for `passesMax` passes. The outermost pixels must be 0.
   */
  wearDown(pixels: Uint8Array, width: number, height: number, passesMax: number): void
}
