// Tensors — the gradients of each block squared and summed up, eight pixels at a time.
//
// The plain form and its contract stand in ../reference/tensors.ts.

/**
 * `source` is the byte of pixel (0, 0). A block is four or eight px wide: of narrow ones two are
 * summed up at a time, so `xx`, `yy` and `xy` need room for one more.
 */
export function tensors(
  source: usize,
  stride: i32,
  blockPx: i32,
  columns: i32,
  rows: i32,
  xx: usize,
  yy: usize,
  xy: usize,
): void {
  const rowBytes = usize(stride * 2)
  const blocks = 8 / blockPx
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column += blocks) {
      let sumXx = i32x4.splat(0)
      let sumYy = i32x4.splat(0)
      let sumXy = i32x4.splat(0)
      let at = source + usize((row * stride + column) * blockPx * 2)
      for (let k = 0; k < blockPx; k++) {
        const above = at - rowBytes
        const below = at + rowBytes
        const falling = i16x8.sub(v128.load(below + 2), v128.load(above - 2))
        const rising = i16x8.sub(v128.load(above + 2), v128.load(below - 2))
        const east = i16x8.sub(v128.load(at + 2), v128.load(at - 2))
        const south = i16x8.sub(v128.load(below), v128.load(above))
        const east3 = i16x8.add(east, i16x8.shl(east, 1))
        const south3 = i16x8.add(south, i16x8.shl(south, 1))
        const x = i16x8.shr_s(i16x8.add(i16x8.add(falling, rising), east3), 2)
        const y = i16x8.shr_s(i16x8.add(i16x8.sub(falling, rising), south3), 2)
        sumXx = i32x4.add(sumXx, i32x4.dot_i16x8_s(x, x))
        sumYy = i32x4.add(sumYy, i32x4.dot_i16x8_s(y, y))
        sumXy = i32x4.add(sumXy, i32x4.dot_i16x8_s(x, y))
        at = below
      }
      const to = usize((row * columns + column) * 4)
      put(xx + to, sumXx, blocks)
      put(yy + to, sumYy, blocks)
      put(xy + to, sumXy, blocks)
    }
  }
}

/** The second of two blocks may lie beyond its row; the next row then has its place. */
function put(to: usize, sums: v128, blocks: i32): void {
  const left = i32x4.extract_lane(sums, 0) + i32x4.extract_lane(sums, 1)
  const right = i32x4.extract_lane(sums, 2) + i32x4.extract_lane(sums, 3)
  store<i32>(to, blocks === 1 ? left + right : left)
  if (blocks === 2) store<i32>(to + 4, right)
}
