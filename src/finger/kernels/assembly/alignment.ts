// Alignment — what the steps of aligning two prints share: the prints, the limits, the scratch.

export const one14: f64 = 16384
/** A motion: cosine, sine, dx, dy, and the seed's turn. */
export const motionBytes: usize = 40
/** A pair: numbers in a and b, likeness, cost. */
export const pairBytes: usize = 16
export const countMax: i32 = 128
export const pairingBytes: usize = motionBytes + 24 + usize(countMax) * pairBytes
export const worthAt: usize = 40
export const lengthAt: usize = 44
export const pairsAt: usize = 64

// Set by each call of align.
export let a: usize = 0
export let b: usize = 0
export let countA: i32 = 0
export let countB: i32 = 0
export let likeness: usize = 0
export let cosines: usize = 0
export let sines: usize = 0
export let reachPx: f64 = 0
export let reachShare: f64 = 0
export let seedTurn: i32 = 0
export let turnWindow: i32 = 0
export let turnCost: f64 = 0
export let pullEase: f64 = 0
export let pullFall: f64 = 0
/** Scratch: places of a's minutiae on b, pulls, near pairs, taken marks. */
export let laid: usize = 0
export let pulls: usize = 0
export let near: usize = 0
export let nearMax: i32 = 0
export let taken: usize = 0
/** For each direction the first record of b that has it or a later one. */
export let starts: usize = 0

/** Holds what one alignment is about; `scratch` is where its room begins. */
export function begin(
  printA: usize,
  lengthA: i32,
  printB: usize,
  lengthB: i32,
  alike: usize,
  cosineTable: usize,
  sineTable: usize,
  reach: f64,
  share: f64,
  turnOfSeed: i32,
  window: i32,
  costOfTurn: f64,
  ease: f64,
  fall: f64,
  most: i32,
  scratch: usize,
): void {
  a = printA
  b = printB
  countA = lengthA
  countB = lengthB
  likeness = alike
  cosines = cosineTable
  sines = sineTable
  reachPx = reach
  reachShare = share
  seedTurn = turnOfSeed
  turnWindow = window
  turnCost = costOfTurn
  pullEase = ease
  pullFall = fall
  nearMax = most
  laid = scratch
  pulls = laid + usize(countMax) * 16
  taken = pulls + usize(countMax) * 16
  starts = taken + usize(countMax) * 2
  near = starts + 320
}
