// Sketch codes — what surrounds a minutia, as 64 signs; the plain form: ../reference/sketch-codes.ts.

const pointBytes: usize = 8
const pointY: usize = 2
const pointDirection: usize = 4
const codeBytes: usize = 16
const codeNumber: usize = 8
/** Sixteen patterns of 16-bit numbers. */
const waveBytes: usize = 32
const half: i32 = 1 << 13

/**
 * Writes code and number of the first `wanted` points that have neighbors enough, in their order;
 * answers how many. `across` and `along` hold the patterns for each offset from −reach to reach.
 */
export function sketchCodes(
  points: usize,
  count: i32,
  wanted: i32,
  along: usize,
  across: usize,
  window: usize,
  harmonics: usize,
  cosines: usize,
  sines: usize,
  reach: i32,
  neighborsMin: i32,
  out: usize,
): i32 {
  let written = 0
  for (let i = 0; i < count && written < wanted; i++) {
    const own = points + usize(i) * pointBytes
    const ownX = i32(load<u16>(own))
    const ownY = i32(load<u16>(own, pointY))
    const direction = i32(load<u8>(own, pointDirection))
    const cos = load<i32>(cosines + usize(direction) * 4)
    const sin = load<i32>(sines + usize(direction) * 4)
    let neighbors = 0
    let a0 = i16x8.splat(0)
    let a1 = i16x8.splat(0)
    let b0 = i16x8.splat(0)
    let b1 = i16x8.splat(0)
    let c0 = i16x8.splat(0)
    let c1 = i16x8.splat(0)
    let d0 = i16x8.splat(0)
    let d1 = i16x8.splat(0)
    for (let k = 0; k < count; k++) {
      if (k === i) continue
      const other = points + usize(k) * pointBytes
      const dx = i32(load<u16>(other)) - ownX
      const dy = i32(load<u16>(other, pointY)) - ownY
      const square = dx * dx + dy * dy
      if (square > reach * reach) continue
      neighbors++
      const x = min(reach, max(-reach, (dx * cos - dy * sin + half) >> 14))
      const y = min(reach, max(-reach, (dx * sin + dy * cos + half) >> 14))
      const near = i16x8.splat(load<i16>(window + usize(square) * 2))
      const atX = along + usize(x + reach) * waveBytes
      const atY = across + usize(y + reach) * waveBytes
      const first = i16x8.q15mulr_sat_s(i16x8.q15mulr_sat_s(v128.load(atX), v128.load(atY)), near)
      const second = i16x8.q15mulr_sat_s(
        i16x8.q15mulr_sat_s(v128.load(atX, 16), v128.load(atY, 16)),
        near,
      )
      const turn = (i32(load<u8>(other, pointDirection)) - direction) & 255
      const turned = harmonics + usize(turn) * 8
      const h0 = v128.load16_splat(turned)
      const h1 = v128.load16_splat(turned, 2)
      const h2 = v128.load16_splat(turned, 4)
      const h3 = v128.load16_splat(turned, 6)
      a0 = i16x8.add_sat_s(a0, i16x8.q15mulr_sat_s(first, h0))
      a1 = i16x8.add_sat_s(a1, i16x8.q15mulr_sat_s(second, h0))
      b0 = i16x8.add_sat_s(b0, i16x8.q15mulr_sat_s(first, h1))
      b1 = i16x8.add_sat_s(b1, i16x8.q15mulr_sat_s(second, h1))
      c0 = i16x8.add_sat_s(c0, i16x8.q15mulr_sat_s(first, h2))
      c1 = i16x8.add_sat_s(c1, i16x8.q15mulr_sat_s(second, h2))
      d0 = i16x8.add_sat_s(d0, i16x8.q15mulr_sat_s(first, h3))
      d1 = i16x8.add_sat_s(d1, i16x8.q15mulr_sat_s(second, h3))
    }
    if (neighbors < neighborsMin) continue
    const to = out + usize(written) * codeBytes
    store<u8>(to, u8(signs(a0)), 0)
    store<u8>(to, u8(signs(a1)), 1)
    store<u8>(to, u8(signs(b0)), 2)
    store<u8>(to, u8(signs(b1)), 3)
    store<u8>(to, u8(signs(c0)), 4)
    store<u8>(to, u8(signs(c1)), 5)
    store<u8>(to, u8(signs(d0)), 6)
    store<u8>(to, u8(signs(d1)), 7)
    store<i32>(to, i, codeNumber)
    written++
  }
  return written
}

function signs(sums: v128): i32 {
  return i16x8.bitmask(i16x8.gt_s(sums, i16x8.splat(0)))
}
