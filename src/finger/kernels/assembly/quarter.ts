// Quarter — a picture smoothed and dealt out to four of half the size, sixteen pixels at a time.
//
// The plain form and its contract stand in ../reference/quarter.ts.

const iota = i16x8(0, 1, 2, 3, 4, 5, 6, 7)

/**
 * `source` is the byte of pixel (0, 0), `target` that of the first quarter's; the other quarters
 * follow each `quarterBytes` later. `room` holds the 16-bit pixels of one row and 40 more.
 */
export function quarter(
  source: usize,
  width: i32,
  height: i32,
  stride: i32,
  target: usize,
  targetStride: i32,
  quarterBytes: usize,
  room: usize,
): void {
  const columns = (width + 1) >> 1
  const rows = (height + 1) >> 1
  const line = room + 16
  const rowBytes = usize(stride * 2)
  for (let y = 0; y < 2 * rows; y++) {
    const center = source + usize(y * stride * 2)
    for (let x = -8; x < 2 * columns + 8; x += 8) {
      const at = center + usize(x * 2)
      const beside = i16x8.add(v128.load(at - rowBytes), v128.load(at + rowBytes))
      const beyond = i16x8.add(v128.load(at - 2 * rowBytes), v128.load(at + 2 * rowBytes))
      const sum = smoothed(v128.load(at), beside, beyond)
      v128.store(line + usize(x * 2), i16x8.shr_s(i16x8.add(sum, i16x8.splat(4)), 3))
    }
    const to = target + usize((y & 1) * 2) * quarterBytes + usize((y >> 1) * targetStride * 2)
    for (let x = 0; x < columns; x += 8) {
      const at = line + usize(x * 4)
      const low = across(at)
      const high = across(at + 16)
      const isInside = i16x8.lt_s(iota, i16x8.splat(i16(min(8, columns - x))))
      const even = v128.shuffle<i16>(low, high, 0, 2, 4, 6, 8, 10, 12, 14)
      const odd = v128.shuffle<i16>(low, high, 1, 3, 5, 7, 9, 11, 13, 15)
      v128.store(to + usize(x * 2), v128.and(even, isInside))
      v128.store(to + quarterBytes + usize(x * 2), v128.and(odd, isInside))
    }
  }
}

function across(at: usize): v128 {
  const beside = i16x8.add(v128.load(at - 2), v128.load(at + 2))
  const beyond = i16x8.add(v128.load(at - 4), v128.load(at + 4))
  const sum = smoothed(v128.load(at), beside, beyond)
  return i16x8.shr_s(i16x8.add(sum, i16x8.splat(16)), 5)
}

/** 1 4 6 4 1. */
function smoothed(center: v128, beside: v128, beyond: v128): v128 {
  const four = i16x8.shl(i16x8.add(beside, center), 2)
  return i16x8.add(i16x8.add(four, beyond), i16x8.add(center, center))
}
