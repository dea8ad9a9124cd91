// Correlate — lines of gray across the ridges, each compared with itself at every lag.
//
// The plain form and its contract stand in ../reference/correlate.ts.

/**
 * `origin` is the byte of pixel (0, 0). A spot is x, y, cosine and sine in 65536ths; `room` holds
 * `across` + 32 16-bit numbers.
 */
export function correlate(
  origin: usize,
  width: i32,
  height: i32,
  stride: i32,
  spots: usize,
  count: i32,
  across: i32,
  along: i32,
  lags: i32,
  out: usize,
  room: usize,
): void {
  let to = out
  for (let spot = 0; spot < count; spot++) {
    const at = spots + usize(spot * 16)
    const cos = load<i32>(at + 8)
    const sin = load<i32>(at + 12)
    const cornerX = load<i32>(at) + (across >> 1) * sin - (along >> 1) * cos + 32768
    const cornerY = load<i32>(at + 4) - (across >> 1) * cos - (along >> 1) * sin + 32768
    let total = 0
    for (let k = 0; k < across; k++) {
      let x = cornerX - k * sin
      let y = cornerY + k * cos
      let sum = 0
      for (let l = 0; l < along; l += 2) {
        const px = x >> 16
        const py = y >> 16
        if (u32(px) < u32(width) && u32(py) < u32(height)) {
          sum += i32(load<i16>(origin + usize((py * stride + px) * 2)))
        }
        x += 2 * cos
        y += 2 * sin
      }
      const value = (sum + 4) >> 3
      total += value
      store<i16>(room + usize(k * 2), i16(value))
    }
    const mean = total / across
    for (let k = 0; k < across; k++) {
      const value = room + usize(k * 2)
      store<i16>(value, i16(i32(load<i16>(value)) - mean))
    }
    memory.fill(room + usize(across * 2), 0, 64)
    for (let lag = 0; lag < lags; lag++) {
      let sum = i32x4.splat(0)
      for (let k = 0; k + lag < across; k += 8) {
        const here = room + usize(k * 2)
        const there = here + usize(lag * 2)
        sum = i32x4.add(sum, i32x4.dot_i16x8_s(v128.load(here), v128.load(there)))
      }
      store<i32>(
        to,
        i32x4.extract_lane(sum, 0) +
          i32x4.extract_lane(sum, 1) +
          i32x4.extract_lane(sum, 2) +
          i32x4.extract_lane(sum, 3),
      )
      to += 4
    }
  }
}
