// Parameters — every number of the population, named, with its unit.
//
// Lengths are px at 500 dpi unless the name says otherwise; blocks are those of the ridge flow, 16 px.

/** How a donor's skin is bent until it is another finger's. */
export const bend = {
  /** Knots of the bending field lie so many blocks apart. */
  knotBlocks: 4,
  /** Deviation of the field. */
  deviationPx: 5,
  /** Deviation of the even stretch of each axis, and of the slant of one against the other. */
  stretch: 0.03,
  turn: 0.08,
  /** No gradient of the field is taken to be steeper: skin never folds. */
  steepestMax: 0.6,
} as const

/** How skin of several donors is put together. */
export const patch = {
  /** Blocks that a patch covers, about. */
  blocks: 55,
  countMax: 12,
  centerTries: 4,
  /** Donors that are tried; the one whose ridges run most alike lends the patch. */
  tries: 14,
  /** Deviation of the distance between its place on the lender and on the base, px. */
  awayPx: 30,
  /** 256ths of a turn that a patch may be turned by. */
  turnMax: 28,
  /** How far around its middle the ridges are compared, px, and what bare skin counts as. */
  comparedPx: 52,
  bareCost: 0.3,
  /** How far from its middle minutiae are taken, px. */
  reachPx: 200,
} as const

/** How a donor is laid under a footprint. */
export const place = {
  /** Deviation of the distance between the middles of both, blocks. */
  awayBlocks: 1.2,
  /** Footprints among which the one that the donor's skin fills best is taken. */
  tries: 6,
  /** Blocks that ridges run on for where the donors' skin ends before the footprint. */
  bareBlocks: 3,
} as const

/** What else tells the minutiae of two fingers apart. */
export const renew = {
  /** Share of the lenders' minutiae that the new finger has not. */
  lost: 0.1,
  /** Share of the footprint's own count to which others are filled up, on average, and deviation. */
  filled: 1,
  filledDeviation: 0.06,
  jitterPx: 1,
  /** 256ths of a turn. */
  jitterTurn: 2,
  /** Share that is made to point the way that the base's nearest minutia does. */
  pointedAsBase: 0.9,
  /** Share whose kind is drawn anew. */
  kindAnew: 0.5,
  /** Minutiae lie no nearer to each other, nor to where the skin ends. */
  apartPx: 6,
  borderPx: 12,
  /** Ridges of a lender may run so far off, 64ths of half a turn; its minutia turns along. */
  turnMax: 8,
  /** Minutiae of a further donor that are tried to fill up. */
  fillTries: 60,
  /** Where the footprint's own print has no minutia to take it from. */
  qualityUnknown: 60,
} as const

/** Minutiae close to each other, as broken ridges and creases make them: grown skin has too few. */
export const company = {
  /** Share of minutiae whose nearest neighbor is so near. */
  nearPx: 14,
  share: 0.25,
  /** A companion lies between these from its minutia, and looks the same way so often. */
  fromPx: 6.5,
  toPx: 15,
  sameWay: 0.58,
  sameKind: 0.6,
  tries: 60,
} as const

/** How many fingers a person has to show. */
export const persons = {
  /** Share of people that lack fingers, and the fewest that anybody has. */
  lackingShare: 0.04,
  fingersMin: 2,
} as const

/** A finger's next visit: lengths and shares at an ordinary visit, which chance makes better or worse. */
export const visit = {
  /** Deviations. */
  turn: 0.12,
  shiftPx: 16,
  stretchPx: 3,
  stretchKnotBlocks: 4,
  stretchShare: 0.015,
  /** Deviation of how far the skin's edge moves inward on one side. */
  cutPx: 26,
  /** Share of the minutiae not found again: of the best, and what the worst add. */
  lost: 0.05,
  lostDoubtful: 0.35,
  /** Minutiae found that are none, a share of those there are. */
  spurious: 0.1,
  jitterPx: 1.6,
  jitterTurn: 3,
  kindWrong: 0.12,
  /** Deviation of a minutia's quality. */
  quality: 12,
} as const
