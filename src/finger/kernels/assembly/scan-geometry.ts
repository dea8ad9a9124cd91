// Scan geometry — how much of what is alike in two sketches also lies alike.
//
// The plain form stands in ../reference/scan.ts. Rows that have a near code are laid side by side
// first, so that four at a time can be moved.

export const rowBytes: usize = 32
const rowX: usize = 8
const rowY: usize = 12
export const rowDirection: usize = 16

const directionsAt: usize = 168
const xsAt: usize = 189
const ysAt: usize = 210
export const beginsAt: usize = 231
export const firstDirectionAt: usize = 247

/** A row's key: how far its nearest code is, above so many bits for the number of its minutia. */
export const keyMinutia: i32 = 5

/**
 * Room of a comparison: each row's key; how many rows are near; of these in columns the places in
 * the print and in the sketch as pairs of 16 bits, the turn, the value, and the value once more of
 * those that are turned as the proposing row is; for each sixteenth of a turn what it is worth
 * alone, and together with its neighbors; and for each value a bit for every near row that has it.
 */
export const roomBytes: usize = 1024
const countAt: usize = 64
const presentAt: usize = 68
const fromAt: usize = 128
const toAt: usize = 288
const turnAt: usize = 448
const valueAt: usize = 480
const worthAt: usize = 512
/** From the last sixteenth, which is its neighbor, to the first one after all of them. */
const aloneAt: usize = 768
const togetherAt: usize = 816
const rowsOfAt: usize = 848
const values: usize = 32

/**
 * Lays out which rows are near; answers what they can be worth at most: those that one motion
 * brings into place are turned by about the same.
 */
export function layOut(probe: usize, rows: i32, sketch: usize, farthest: i32, room: usize): i32 {
  const none = i32x4.splat(0)
  v128.store(room, none, aloneAt)
  v128.store(room, none, aloneAt + 16)
  v128.store(room, none, aloneAt + 32)
  for (let k: usize = 0; k < values * 4; k += 16) v128.store(room + k, none, rowsOfAt)
  // What lies behind the last is worth nothing.
  v128.store(room, none, valueAt)
  v128.store(room, none, valueAt + 16)
  let present: u32 = 0
  let near: usize = 0
  for (let i = 0; i < rows; i++) {
    const key = i32(load<u16>(room + usize(i) * 2))
    // Written in any case, and written over where it is not near: no branch has to be guessed.
    const value = max(0, farthest - (key >> keyMinutia))
    const row = probe + usize(i) * rowBytes
    const minutia = sketch + usize(key & ((1 << keyMinutia) - 1))
    const turn = (i32(load<u8>(minutia, directionsAt)) - load<i32>(row, rowDirection)) & 255
    const to = room + near * 4
    store<i16>(to, i16(load<i32>(row, rowX)), fromAt)
    store<i16>(to, i16(load<i32>(row, rowY)), fromAt + 2)
    store<i16>(to, i16(load<i8>(minutia, xsAt)) * 2, toAt)
    store<i16>(to, i16(load<i8>(minutia, ysAt)) * 2, toAt + 2)
    store<u8>(room + near, u8(turn), turnAt)
    store<u8>(room + near, u8(value), valueAt)
    const alone = room + usize(turn >> 4) * 2
    store<i16>(alone, load<i16>(alone, aloneAt + 2) + i16(value), aloneAt + 2)
    const isNear = u32(value > 0)
    const rowsOf = room + usize(value) * 4
    store<u32>(rowsOf, load<u32>(rowsOf, rowsOfAt) | (isNear << u32(near)), rowsOfAt)
    present |= isNear << u32(value)
    near += usize(isNear)
  }
  store<i32>(room, i32(near), countAt)
  store<u32>(room, present, presentAt)
  store<i16>(room, load<i16>(room, aloneAt + 32), aloneAt)
  store<i16>(room, load<i16>(room, aloneAt + 2), aloneAt + 34)
  const low = togetherOf(room)
  const high = togetherOf(room + 16)
  v128.store(room, low, togetherAt)
  v128.store(room, high, togetherAt + 16)
  let most = i16x8.max_s(low, high)
  most = i16x8.max_s(
    most,
    i8x16.shuffle(most, most, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7),
  )
  most = i16x8.max_s(
    most,
    i8x16.shuffle(most, most, 4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11),
  )
  most = i16x8.max_s(
    most,
    i8x16.shuffle(most, most, 2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13),
  )
  return i32(i16x8.extract_lane_s(most, 0))
}

/** Eight sixteenths of a turn, each together with both neighbors. */
function togetherOf(at: usize): v128 {
  const before = v128.load(at, aloneAt)
  const own = v128.load(at, aloneAt + 2)
  const behind = v128.load(at, aloneAt + 4)
  return i16x8.add(i16x8.add(before, own), behind)
}

/**
 * What is near and falls into place under the best of the motions proposed, or `floor` where that
 * is not more; after `layOut`.
 */
export function geometryOf(
  floor: i32,
  seeds: i32,
  turnMax: i32,
  missSquare: i32,
  missShare: i32,
  cosines: usize,
  sines: usize,
  room: usize,
): i32 {
  const count = load<i32>(room, countAt)
  let present = load<u32>(room, presentAt)
  let best = floor
  let proposed = 0
  // From the greatest value down; of equals the first row.
  while (present !== 0) {
    const value = 31 - clz<u32>(present)
    present &= ~((<u32>1) << value)
    let rowsOf = load<u32>(room + usize(value) * 4, rowsOfAt)
    for (; rowsOf !== 0; rowsOf &= rowsOf - 1) {
      if (proposed++ === seeds) return max(best, 0)
      const seed = usize(ctz<u32>(rowsOf))
      const turn = usize(load<u8>(room + seed, turnAt))
      if (i32(load<i16>(room + (turn >> 4) * 2, togetherAt)) <= best) continue
      if (turnedAlike(room, turn, turnMax) <= best) continue
      const cos = load<i32>(cosines + turn * 4)
      const sin = load<i32>(sines + turn * 4)
      best = max(best, agreementOf(room, seed * 4, count, missSquare, missShare, cos, sin))
    }
  }
  return max(best, 0)
}

/** Lays out what each row is worth that is turned as the seed is; answers what they can be worth at most. */
function turnedAlike(room: usize, turn: usize, turnMax: i32): i32 {
  const seed = i8x16.splat(i8(turn))
  const most = i8x16.splat(i8(turnMax))
  const low = worthOf(room, seed, most)
  const high = worthOf(room + 16, seed, most)
  v128.store(room, low, worthAt)
  v128.store(room, high, worthAt + 16)
  const sums = i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(i8x16.add(low, high)))
  const halves = i32x4.add(sums, i32x4.shuffle(sums, sums, 2, 3, 0, 1))
  return i32x4.extract_lane(halves, 0) + i32x4.extract_lane(halves, 1)
}

function worthOf(at: usize, seed: v128, most: v128): v128 {
  const apart = i8x16.abs(i8x16.sub(v128.load(at, turnAt), seed))
  return v128.and(v128.load(at, valueAt), i8x16.le_u(apart, most))
}

/** The values of all rows whose partners lie where the seed's motion brings them. */
function agreementOf(
  room: usize,
  seed: usize,
  count: i32,
  missSquare: i32,
  missShare: i32,
  cosine: i32,
  sine: i32,
): i32 {
  const from = v128.load32_splat(room + seed, fromAt)
  const to = v128.load32_splat(room + seed, toAt)
  // Pairs of 16 bits: cosine and sine for x, minus sine and cosine for y.
  const forX = i32x4.splat((cosine & 0xffff) | (sine << 16))
  const forY = i32x4.splat((-sine & 0xffff) | (cosine << 16))
  let sum = i32x4.splat(0)
  for (let k: usize = 0; k < usize(count) * 4; k += 16) {
    const at = room + k
    const p = i16x8.sub(v128.load(at, fromAt), from)
    const movedX = i32x4.shr_s(i32x4.dot_i16x8_s(p, forX), 14)
    const movedY = i32x4.shr_s(i32x4.dot_i16x8_s(p, forY), 14)
    const moved = v128.or(v128.and(movedX, i32x4.splat(0xffff)), i32x4.shl(movedY, 16))
    const d = i16x8.sub(i16x8.sub(v128.load(at, toAt), to), moved)
    const missed = i32x4.dot_i16x8_s(d, d)
    const square = i32x4.dot_i16x8_s(p, p)
    const share = i32x4.shr_s(i32x4.mul(square, i32x4.splat(missShare)), 8)
    const allowed = i32x4.add(i32x4.splat(missSquare), share)
    const bytes = v128.load32_zero(room + (k >> 2), worthAt)
    const worth = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(bytes))
    sum = i32x4.add(sum, v128.and(i32x4.le_s(missed, allowed), worth))
  }
  return (
    i32x4.extract_lane(sum, 0) +
    i32x4.extract_lane(sum, 1) +
    i32x4.extract_lane(sum, 2) +
    i32x4.extract_lane(sum, 3)
  )
}
