// Parameters — every number of the engine, named, with its unit; no step holds one of its own.
//
// Lengths are px at 500 dpi (one px is 0.0508 mm) unless the name says otherwise.

export const dpi = 500

export const scale = {
  /** Between these the image is left as it is and only the positions are scaled. */
  dpiKeptMin: 450,
  dpiKeptMax: 560,
} as const

export const normalize = {
  /** Half the side of the window whose mean and deviation a pixel is measured against. */
  radius: 10,
  /** Deviation in gray levels below which contrast is not amplified further. */
  deviationMin: 6,
  /** What one deviation becomes, and where it is cut. */
  unit: 320,
  cut: 1000,
  /** Zeros around the result. */
  marginPx: 8,
} as const

export const block = 8
/** The same block on a picture of half the size. */
export const halfBlock = 4

export const mask = {
  /** The share of blocks of highest contrast that says how strong ridges are in this image. */
  strongShare: 0.35,
  /** Contrast relative to theirs, and in gray levels, below which there is no ridge. */
  contrastRelative: 0.3,
  contrastMin: 5,
  /** Blocks smoothed over before the decision. */
  sigmaBlocks: 1.2,
  /** Share of the plane that the enhanced picture must explain to be called ridges. */
  reliabilityMin: 0.28,
  reliabilitySigmaBlocks: 1.5,
  /** Blocks that the smallest island of skin must have. */
  islandBlocksMin: 40,
} as const

export const flow = {
  firstSigmaBlocks: 1.3,
  secondSigmaBlocks: 2.0,
  againSigmaBlocks: 1.0,
  /** How often the picture is enhanced to read the flow off it again. */
  rounds: 3,
} as const

export const period = {
  /** Window, across the ridges and along them, sampled every `stepBlocks` blocks. */
  acrossPx: 40,
  alongPx: 16,
  stepBlocks: 2,
  min: 5,
  max: 17,
  usual: 9,
  /** Autocorrelation that a peak must reach to be believed. */
  peakMin: 0.15,
  sigmaSteps: 2,
} as const

export const gabor = {
  /** Half the side of the filter in px, and the taps to its side, each two px from the next. */
  radius: 11,
  taps: 11,
  directions: 32,
  periods: 9,
  periodMin: 5.5,
  periodMax: 15,
  /** Deviation across the ridges in periods, along them in px. */
  sigmaAcross: 0.4,
  sigmaAlong: 5,
  /** Filters are of gain one at their period after the result is divided by 2 ** shift. */
  shift: 12,
} as const

export const skeleton = {
  spurMax: 12,
  bridgeMax: 14,
  islandMax: 16,
  gapMax: 14,
  /** Cosine that an ending's ridge and the gap must agree by. */
  gapCosMin: 0.7,
  holeMax: 24,
} as const

export const minutiae = {
  /** Px followed along a ridge to learn which way it leaves. */
  directionPx: 12,
  /** Nearer than this to where the skin ends, an ending is only the ridge's end of picture. */
  borderPx: 12,
  /** Two minutiae nearer than this are doubted both. */
  pairPx: 6,
  /** More than `crowdMax` within `crowdPx` is a scar or noise. */
  crowdPx: 20,
  crowdMax: 4,
  qualityMin: 10,
} as const

export const cylinder = {
  radius: 75,
  cells: 8,
  sections: 6,
  sigmaPx: 8,
  sigmaDirection: 0.44,
  /** Px from a cell's center, along and across, up to which a neighbor means something to it. */
  reachPx: 20,
  /** From this contribution on, a cell is set. */
  contributionMin: 0.1,
  /** Share of cells that must be known, and neighbors that must have contributed. */
  knownShareMin: 0.5,
  neighborsMin: 2,
} as const

export const local = {
  /** Directions further apart than this (256ths of a turn) are never compared. */
  turnMax: 43,
  /** Share of a code's cells that both prints must know, and likeness that the bare bits must exceed. */
  knownShareMin: 0.5,
  roughMin: 0.2,
} as const

export const relax = {
  pairsMax: 28,
  rounds: 5,
  distanceMid: 5,
  distanceShare: 0.08,
  distanceSlope: 1.6,
  angleMid: 0.32,
  angleSlope: 30,
  /** Pairs whose strength is looked at, and what their mean must reach to go on. */
  strongestMin: 4,
  strongestMax: 12,
  strongestShare: 0.25,
  strongestLeast: 0.03,
} as const

export const align = {
  /** Pairs that propose an alignment. */
  seeds: 6,
  reachPx: 12,
  reachShare: 0.1,
  turnMax: 0.5,
  /** 256ths of a turn: what may be looked at at all, refining included. */
  turnWindow: 30,
  /** Pairs within reach that are looked at, far more than any two real prints have. */
  nearMax: 512,
  rounds: 2,
  /** How far a pair draws the skin around it, and what weight the rigid motion keeps. */
  pullPx: 50,
  pullEase: 0.5,
} as const

export const mmPerInch = 25.4

/** A finger's part in the fused score lies between these. */
export const fuse = {
  fingerMin: -2,
  fingerMax: 14,
} as const

export const quality = {
  accepted: 60,
  /** What the best pictures have: minutiae one can trust, skin, and skin that is clear. */
  trustedFull: 25,
  skinFullMm2: 180,
  clarityFull: 0.6,
  /** Skin may be less clear than its clarity says on this share of it. */
  unclearShare: 0.2,
  /** Deviation of the share of ridge over the skin: of the best, and of what is worth nothing. */
  unevennessBest: 0.08,
  unevennessNone: 0.22,
  /** Beyond these something is wrong. */
  trustedMin: 8,
  skinMinMm2: 90,
  clarityMoved: 0.4,
  unevennessMax: 0.16,
  /** Share of the skin that is darker than its neighborhood. */
  ridgeShareDry: 0.3,
  ridgeShareWet: 0.6,
  /** Below these it is no fingertip: of 640 real prints none came nearer than 0.25, 0.9 and 0.15. */
  clarityMin: 0.2,
  coherenceMin: 0.86,
  bendMin: 0.06,
} as const

export const skin = {
  /** How far beyond its outermost minutiae a print is taken to have been seen. */
  marginPx: 40,
} as const

export const evidence = {
  /** A mean over fewer pairs than this is drawn toward 0. */
  pairsMin: 3,
  blocksMin: 4,
  /** Taken where a print came without its ridge flow. */
  crossingUnknown: 0.1,
  /** Pairs within this reach say whether distances are kept, to so many px and so large a share. */
  neighborPx: 100,
  stretchPx: 2,
  stretchShare: 0.1,
} as const

export const score = {
  /**
   * Found by logistic regression over genuine and impostor pairs, each sensor weighing the same
   * (`finger calibrate` prints them). In the order of `termsOf`: strength, overlap, sameKind,
   * kept, missing, alike, crossing.
   */
  bias: -5.4368,
  weights: [5.7258, 0.2852, 1.3613, 1.2525, -2.7443, 14.7173, -4.5822],
  lowest: -12,
} as const

/** The search's first look: a print in 256 bytes. */
export const sketch = {
  /** Neighbors further away than this mean nothing to a minutia, and near it hardly anything. */
  reachPx: 80,
  windowPower: 0.5,
  neighborsMin: 2,
  /**
   * A sketch takes so many minutiae by quality alone. The others also lie far from those that it has,
   * so that a visit which shows another part of the finger finds some of them; up to so many are put
   * in order, of which some may have too few neighbors. Quality counts from so far below zero.
   */
  bestFirst: 11,
  orderedMax: 40,
  qualityMore: 30,
  /** Codes of 64 bits that differ in so many or more say nothing; so many pairs propose a motion. */
  quick: { farthest: 24, perRow: 2, seeds: 6 },
  close: { farthest: 27, perRow: 0, seeds: 16 },
  /** Minutiae of the newcomer that are looked for, the best first. */
  rows: 28,
  /** 256ths of a turn by which others' turns may differ from the proposal. */
  turnMax: 12,
  /** Square px by which they may miss their place, and a share of the square of their distance. */
  missSquarePx: 120,
  missShare: 0.02,
} as const
