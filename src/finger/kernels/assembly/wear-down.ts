// Wear down — ridges thinned from both sides, pass by pass, 128 pixels at a time.
//
// The plain form and its contract stand in ../reference/wear-down.ts. A pixel is a bit; eight
// shifted words are its neighbors, and the rule for it is worked out by gates.

const one = i8x16.splat(1)

/** `bits` and `other` have room for `height` rows of ceil(width ÷ 128) × 16 bytes. */
export function wearDown(
  pixels: usize,
  width: i32,
  height: i32,
  passesMax: i32,
  bits: usize,
  other: usize,
): void {
  const rowBytes = ((width + 127) >> 7) << 4
  pack(pixels, width, height, bits, rowBytes)
  memory.copy(other, bits, usize(height * rowBytes))
  for (let pass = 0; pass < passesMax; pass++) {
    const first = wear(bits, other, height, rowBytes, true)
    const second = wear(other, bits, height, rowBytes, false)
    if (!first && !second) break
  }
  unpack(bits, rowBytes, pixels, width, height)
}

/** One half of a pass from `from` into `to`: whether any pixel went. */
function wear(from: usize, to: usize, height: i32, rowBytes: i32, isFirst: bool): bool {
  let gone = i64x2.splat(0)
  for (let y = 1; y < height - 1; y++) {
    for (let x = 0; x < rowBytes; x += 16) {
      const at = from + usize(y * rowBytes + x)
      const here = v128.load(at)
      if (!v128.any_true(here)) {
        v128.store(to + usize(y * rowBytes + x), here)
        continue
      }
      const above = at - usize(rowBytes)
      const below = at + usize(rowBytes)
      const n = v128.load(above)
      const s = v128.load(below)
      const nw = fromWest(n, above)
      const ne = fromEast(n, above)
      const w = fromWest(here, at)
      const e = fromEast(here, at)
      const sw = fromWest(s, below)
      const se = fromEast(s, below)

      // Exactly one change from valley to ridge in one round of the eight.
      let once = v128.andnot(ne, n)
      let twice = i64x2.splat(0)
      let step = v128.andnot(e, ne)
      twice = v128.or(twice, v128.and(once, step))
      once = v128.or(once, step)
      step = v128.andnot(se, e)
      twice = v128.or(twice, v128.and(once, step))
      once = v128.or(once, step)
      step = v128.andnot(s, se)
      twice = v128.or(twice, v128.and(once, step))
      once = v128.or(once, step)
      step = v128.andnot(sw, s)
      twice = v128.or(twice, v128.and(once, step))
      once = v128.or(once, step)
      step = v128.andnot(w, sw)
      twice = v128.or(twice, v128.and(once, step))
      once = v128.or(once, step)
      step = v128.andnot(nw, w)
      twice = v128.or(twice, v128.and(once, step))
      once = v128.or(once, step)
      step = v128.andnot(n, nw)
      twice = v128.or(twice, v128.and(once, step))
      once = v128.or(once, step)

      // The ridges around are then one run: it has two or more where it holds a straight and a
      // slanting neighbor, and at most six where both kinds are also among those it leaves out.
      const straight = v128.or(v128.or(n, e), v128.or(s, w))
      const slanting = v128.or(v128.or(ne, se), v128.or(sw, nw))
      const allStraight = v128.and(v128.and(n, e), v128.and(s, w))
      const allSlanting = v128.and(v128.and(ne, se), v128.and(sw, nw))
      const inward = isFirst
        ? v128.and(v128.and(e, s), v128.or(n, w))
        : v128.and(v128.and(n, w), v128.or(e, s))
      const stays = v128.or(v128.or(twice, inward), v128.or(allStraight, allSlanting))
      const rim = v128.and(v128.and(here, once), v128.and(straight, slanting))
      const goes = v128.andnot(rim, stays)
      gone = v128.or(gone, goes)
      v128.store(to + usize(y * rowBytes + x), v128.andnot(here, goes))
    }
  }
  return v128.any_true(gone)
}

/** Each pixel's western neighbor: the lowest bit of a word is its westernmost pixel. */
function fromWest(word: v128, at: usize): v128 {
  return v128.or(i64x2.shl(word, 1), i64x2.shr_u(v128.load(at - 8), 63))
}

function fromEast(word: v128, at: usize): v128 {
  return v128.or(i64x2.shr_u(word, 1), i64x2.shl(v128.load(at + 8), 63))
}

function pack(pixels: usize, width: i32, height: i32, bits: usize, rowBytes: i32): void {
  for (let y = 0; y < height; y++) {
    const line = pixels + usize(y * width)
    const row = bits + usize(y * rowBytes)
    for (let x = 0; x < rowBytes * 8; x += 16) {
      let word = 0
      if (x < width) {
        word = i8x16.bitmask(i8x16.eq(v128.load(line + usize(x)), one))
        if (width - x < 16) word &= (1 << (width - x)) - 1
      }
      store<u16>(row + usize(x >> 3), u16(word))
    }
  }
}

/** The last bytes of a row may be written too far; the next row, or nobody, then has them. */
function unpack(bits: usize, rowBytes: i32, pixels: usize, width: i32, height: i32): void {
  const each = i8x16(1, 2, 4, 8, 16, 32, 64, -128, 1, 2, 4, 8, 16, 32, 64, -128)
  const halves = i8x16(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1)
  for (let y = 0; y < height; y++) {
    const row = bits + usize(y * rowBytes)
    const line = pixels + usize(y * width)
    for (let x = 0; x < width; x += 16) {
      const word = i8x16.swizzle(i16x8.splat(load<i16>(row + usize(x >> 3))), halves)
      const set = i8x16.eq(v128.and(word, each), each)
      v128.store(line + usize(x), v128.and(set, one))
    }
  }
}
