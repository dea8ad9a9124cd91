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

/**
 * Room of a comparison: how far each row's nearest code is; how many rows are near; of these in columns the
 * place in the print and in the sketch, the turn and the value; and for each sixteenth of a turn
 * what it is worth together with its neighbors, and alone.
 */
export const roomBytes: usize = 1024
const countAt: usize = 64
const fromX: usize = 128
const fromY: usize = 256
const toX: usize = 384
const toY: usize = 512
const turnAt: usize = 640
const valueAt: usize = 768
const togetherAt: usize = 896
const aloneAt: usize = 960
const turns: usize = 16

/**
 * Lays out which rows are near; answers what they can be worth at most: those that one motion
 * brings into place are turned by about the same.
 */
export function boundOf(probe: usize, rows: i32, sketch: usize, farthest: i32, room: usize): i32 {
  memory.fill(room + aloneAt, 0, turns * 4)
  let to = room
  for (let i = 0; i < rows; i++) {
    const apart = i32(load<u8>(room + usize(i)))
    const value = farthest - apart
    if (value <= 0) continue
    const row = probe + usize(i) * rowBytes
    const minutia = sketch + numberOf(row, sketch, apart)
    const turn = (i32(load<u8>(minutia, directionsAt)) - load<i32>(row, rowDirection)) & 255
    store<i32>(to, load<i32>(row, rowX), fromX)
    store<i32>(to, load<i32>(row, rowY), fromY)
    store<i32>(to, i32(load<i8>(minutia, xsAt)) * 2, toX)
    store<i32>(to, i32(load<i8>(minutia, ysAt)) * 2, toY)
    store<i32>(to, turn, turnAt)
    store<i32>(to, value, valueAt)
    to += 4
    const alone = room + usize(turn >> 4) * 4
    store<i32>(alone, load<i32>(alone, aloneAt) + value, aloneAt)
  }
  store<i32>(room, i32((to - room) >> 2), countAt)
  // Four at a time: what lies behind the last is worth nothing.
  for (let k = 0; k < 3; k++, to += 4) store<i32>(to, 0, valueAt)
  let most = 0
  for (let t: usize = 0; t < turns; t++) {
    const together =
      load<i32>(room + ((t - 1) & 15) * 4, aloneAt) +
      load<i32>(room + t * 4, aloneAt) +
      load<i32>(room + ((t + 1) & 15) * 4, aloneAt)
    store<i32>(room + t * 4, together, togetherAt)
    most = max(most, together)
  }
  return most
}

/** The first minutia around the row's direction whose code is so far from the row's. */
function numberOf(row: usize, sketch: usize, apart: i32): usize {
  const first = i32(load<u8>(sketch, firstDirectionAt))
  const bucket = ((load<i32>(row, rowDirection) - first) & 255) >> 4
  const begin = usize(load<u8>(sketch + usize(bucket), beginsAt))
  const at = sketch + begin * 8
  const code = load<u64>(row)
  // A bit for each of the ten; no branch has to be guessed.
  let same = i32(i32(popcnt<u64>(code ^ load<u64>(at))) === apart)
  same |= i32(i32(popcnt<u64>(code ^ load<u64>(at, 8))) === apart) << 1
  same |= i32(i32(popcnt<u64>(code ^ load<u64>(at, 16))) === apart) << 2
  same |= i32(i32(popcnt<u64>(code ^ load<u64>(at, 24))) === apart) << 3
  same |= i32(i32(popcnt<u64>(code ^ load<u64>(at, 32))) === apart) << 4
  same |= i32(i32(popcnt<u64>(code ^ load<u64>(at, 40))) === apart) << 5
  same |= i32(i32(popcnt<u64>(code ^ load<u64>(at, 48))) === apart) << 6
  same |= i32(i32(popcnt<u64>(code ^ load<u64>(at, 56))) === apart) << 7
  same |= i32(i32(popcnt<u64>(code ^ load<u64>(at, 64))) === apart) << 8
  same |= i32(i32(popcnt<u64>(code ^ load<u64>(at, 72))) === apart) << 9
  return begin + usize(ctz<i32>(same))
}

/** What is near and falls into place under the best of the motions proposed; after `boundOf`. */
export function geometryOf(
  seeds: i32,
  turnMax: i32,
  missSquare: i32,
  missShare: i32,
  cosines: usize,
  sines: usize,
  room: usize,
): i32 {
  const count = load<i32>(room, countAt)
  let best = 0
  let used: u32 = 0
  for (let s = 0; s < seeds; s++) {
    let seed: usize = 0
    let most = 0
    for (let k = 0; k < count; k++) {
      const value = load<i32>(room + usize(k) * 4, valueAt)
      if (value > most && (used & (1 << k)) === 0) {
        most = value
        seed = usize(k)
      }
    }
    if (most === 0) break
    used |= 1 << u32(seed)
    const turn = load<i32>(room + seed * 4, turnAt)
    if (load<i32>(room + usize(turn >> 4) * 4, togetherAt) <= best) continue
    const cos = load<i32>(cosines + usize(turn) * 4)
    const sin = load<i32>(sines + usize(turn) * 4)
    best = max(best, agreementOf(room, seed * 4, count, turnMax, missSquare, missShare, cos, sin))
  }
  return best
}

/** The values of all rows whose partners lie where the seed's motion brings them. */
function agreementOf(
  room: usize,
  seed: usize,
  count: i32,
  turnMax: i32,
  missSquare: i32,
  missShare: i32,
  cosine: i32,
  sine: i32,
): i32 {
  const turn = v128.load32_splat(room + seed, turnAt)
  const x0 = v128.load32_splat(room + seed, fromX)
  const y0 = v128.load32_splat(room + seed, fromY)
  const u0 = v128.load32_splat(room + seed, toX)
  const v0 = v128.load32_splat(room + seed, toY)
  const cos = i32x4.splat(cosine)
  const sin = i32x4.splat(sine)
  const whole = i32x4.splat(255)
  let sum = i32x4.splat(0)
  for (let k: usize = 0; k < usize(count) * 4; k += 16) {
    const at = room + k
    const apart = v128.and(i32x4.sub(v128.load(at, turnAt), turn), whole)
    const turned = i32x4.min_s(apart, i32x4.sub(i32x4.splat(256), apart))
    const px = i32x4.sub(v128.load(at, fromX), x0)
    const py = i32x4.sub(v128.load(at, fromY), y0)
    const movedX = i32x4.shr_s(i32x4.add(i32x4.mul(px, cos), i32x4.mul(py, sin)), 14)
    const movedY = i32x4.shr_s(i32x4.sub(i32x4.mul(py, cos), i32x4.mul(px, sin)), 14)
    const dx = i32x4.sub(i32x4.sub(v128.load(at, toX), u0), movedX)
    const dy = i32x4.sub(i32x4.sub(v128.load(at, toY), v0), movedY)
    const missed = i32x4.add(i32x4.mul(dx, dx), i32x4.mul(dy, dy))
    const square = i32x4.add(i32x4.mul(px, px), i32x4.mul(py, py))
    const share = i32x4.shr_s(i32x4.mul(square, i32x4.splat(missShare)), 8)
    const allowed = i32x4.add(i32x4.splat(missSquare), share)
    const fits = v128.and(i32x4.le_s(missed, allowed), i32x4.le_s(turned, i32x4.splat(turnMax)))
    sum = i32x4.add(sum, v128.and(fits, v128.load(at, valueAt)))
  }
  return (
    i32x4.extract_lane(sum, 0) +
    i32x4.extract_lane(sum, 1) +
    i32x4.extract_lane(sum, 2) +
    i32x4.extract_lane(sum, 3)
  )
}
