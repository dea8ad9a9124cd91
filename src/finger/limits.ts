// Limits — what the engine accepts at most; every loop over foreign data ends at one of these.

/** Shortest side in px at 500 dpi: less than 2.5 mm of skin holds no comparable minutiae. */
export const scaledSidePxMin = 64
/** Longest side in px at 500 dpi: 51 mm, wider than any single finger. */
export const scaledSidePxMax = 1_000
/** Most minutiae a template holds; a rolled finger rarely shows 120. */
export const minutiaeMax = 120
/** Most pixels a step along one ridge may follow before it gives up. */
export const traceStepsMax = 64
/** Passes after which thinning must have ended: half the widest blob it may meet. */
export const thinPassesMax = 60
/** Most rows or columns of a template's ridge flow. */
export const flowSideMax = 64
/** Longest side of a template, px at 500 dpi, whatever image or record it came from. */
export const templateSidePxMax = 2_000
/** Most blocks of 16 px of a template's skin, by its longest sides. */
export const skinBlocksMax = 125 * 125
