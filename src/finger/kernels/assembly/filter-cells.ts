// Filter cells — each square cell of a picture through the filter chosen for it, eight lanes wide.
//
// The plain form and its contract stand in ../reference/filter-cells.ts. A filter has three
// vectors to a row; four neighboring pixels share each load of them.

const lanes: i32 = 8
const nowhere: i32 = 0xffff

function total(sum: v128): i32 {
  return (
    i32x4.extract_lane(sum, 0) +
    i32x4.extract_lane(sum, 1) +
    i32x4.extract_lane(sum, 2) +
    i32x4.extract_lane(sum, 3)
  )
}

function put(target: usize, sum: v128, shift: i32): void {
  const value = (total(sum) + (1 << (shift - 1))) >> shift
  store<i16>(target, i16(max(-32768, min(32767, value))))
}

/** Pointers are bytes; `origin` and `stride` are px. A cell is four px wide. */
export function filterCells(
  source: usize,
  target: usize,
  origin: i32,
  stride: i32,
  bank: usize,
  radius: i32,
  shift: i32,
  cellPx: i32,
  columns: i32,
  rows: i32,
  choice: usize,
): void {
  const side = 2 * radius + 1
  const vectors = (side + lanes - 1) / lanes
  const filterBytes = usize(side * vectors * lanes * 2)
  const lineBytes = usize(stride * 2)
  for (let cell = 0; cell < columns * rows; cell++) {
    const chosen = i32(load<u16>(choice + usize(cell * 2)))
    if (chosen === nowhere) continue
    const filter = bank + usize(chosen) * filterBytes
    const row = cell / columns
    const corner = origin + row * cellPx * stride + (cell % columns) * cellPx
    for (let y = 0; y < cellPx; y++) {
      for (let x = 0; x < cellPx; x += 4) {
        const at = corner + y * stride + x
        let line = source + usize((at - radius * stride - radius) * 2)
        let weights = filter
        let a = i32x4.splat(0)
        let b = i32x4.splat(0)
        let c = i32x4.splat(0)
        let d = i32x4.splat(0)
        for (let fy = 0; fy < side; fy++) {
          let from = line
          for (let v = 0; v < vectors; v++) {
            const w = v128.load(weights)
            a = i32x4.add(a, i32x4.dot_i16x8_s(v128.load(from), w))
            b = i32x4.add(b, i32x4.dot_i16x8_s(v128.load(from, 2), w))
            c = i32x4.add(c, i32x4.dot_i16x8_s(v128.load(from, 4), w))
            d = i32x4.add(d, i32x4.dot_i16x8_s(v128.load(from, 6), w))
            weights += 16
            from += 16
          }
          line += lineBytes
        }
        const to = target + usize(at * 2)
        put(to, a, shift)
        put(to + 2, b, shift)
        put(to + 4, c, shift)
        put(to + 6, d, shift)
      }
    }
  }
}
