// Finger template — what is kept of a print: minutiae and ridge flow, on the 500 dpi scale.

export type MinutiaKind = 'ending' | 'bifurcation'

export interface Minutia {
  /** Px at 500 dpi from the left and from the top. */
  readonly x: number
  readonly y: number
  /**
   * In 256ths of a turn, counterclockwise from the right as ISO/IEC 19794-2 measures it: from an
   * ending along its ridge, from a bifurcation along the valley between its two branches.
   */
  readonly direction: number
  readonly kind: MinutiaKind
  /** 0 … 100 in steps of four, 100 being beyond doubt. */
  readonly quality: number
}

/** The direction of ridges in blocks of 16 × 16 px; absent where a template came without an image. */
export interface RidgeFlow {
  readonly columns: number
  readonly rows: number
  /** In 64ths of half a turn, counterclockwise from the right; `outside` where no skin is. */
  readonly directions: Uint8Array
}

export const outside = 255

/** Directions that a ridge can have in the flow. */
export const flowDirections = 64

/** What the minutiae's qualities are whole multiples of. */
export const qualityStep = 4

/** Side of a block of the ridge flow, px at 500 dpi. */
export const flowBlockPx = 16

export interface FingerTemplate {
  /** Px at 500 dpi. */
  readonly width: number
  readonly height: number
  /** From the top down. */
  readonly minutiae: readonly Minutia[]
  readonly flow: RidgeFlow | undefined
}
