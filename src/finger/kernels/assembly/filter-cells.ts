// Filter cells — each square cell of a picture through the filter chosen for it, eight lanes wide.
//
// The plain form and its contract stand in ../reference/filter-cells.ts. A filter has two vectors
// to a row; four neighboring pixels share each load of them.

const nowhere: i32 = 0xffff
const rowBytes: usize = 32

/** `source` and `target` are the bytes of the pixels (0, 0); strides are px. */
export function filterCells(
  source: usize,
  stride: i32,
  quarterBytes: usize,
  quarters: i32,
  target: usize,
  targetStride: i32,
  bank: usize,
  radius: i32,
  shift: i32,
  cellPx: i32,
  columns: i32,
  rows: i32,
  choice: usize,
): void {
  const side = 2 * radius + 1
  const step = quarters === 4 ? 2 : 1
  const right = usize(step * 2)
  const down = usize(targetStride * step * 2)
  const first = source - usize((radius * stride + radius) * 2)
  for (let cell = 0; cell < columns * rows; cell++) {
    const chosen = i32(load<u16>(choice + usize(cell * 2)))
    if (chosen === nowhere) continue
    const filter = bank + usize(chosen * side) * rowBytes
    const cellX = (cell % columns) * cellPx
    const cellY = (cell / columns) * cellPx
    for (let quarter = 0; quarter < quarters; quarter++) {
      for (let i = 0; i < cellPx * cellPx; i += 4) {
        const x = cellX + ((i >> 1) % cellPx)
        const y = cellY + ((i >> 1) / cellPx) * 2
        const from = first + usize(quarter) * quarterBytes + usize((y * stride + x) * 2)
        const toX = x * step + (quarter & 1)
        const toY = y * step + (quarter >> 1)
        const to = target + usize((toY * targetStride + toX) * 2)
        fourPixels(from, usize(stride * 2), filter, side, shift, to, right, down)
      }
    }
  }
}

/** Two pixels side by side and the two below them. */
function fourPixels(
  source: usize,
  lineBytes: usize,
  filter: usize,
  side: i32,
  shift: i32,
  to: usize,
  right: usize,
  down: usize,
): void {
  let line = source
  let weights = filter
  let a = i32x4.splat(0)
  let b = i32x4.splat(0)
  let c = i32x4.splat(0)
  let d = i32x4.splat(0)
  for (let fy = 0; fy < side; fy++) {
    const w0 = v128.load(weights)
    const w1 = v128.load(weights, 16)
    const below = line + lineBytes
    a = i32x4.add(a, i32x4.dot_i16x8_s(v128.load(line), w0))
    b = i32x4.add(b, i32x4.dot_i16x8_s(v128.load(line, 2), w0))
    c = i32x4.add(c, i32x4.dot_i16x8_s(v128.load(below), w0))
    d = i32x4.add(d, i32x4.dot_i16x8_s(v128.load(below, 2), w0))
    a = i32x4.add(a, i32x4.dot_i16x8_s(v128.load(line, 16), w1))
    b = i32x4.add(b, i32x4.dot_i16x8_s(v128.load(line, 18), w1))
    c = i32x4.add(c, i32x4.dot_i16x8_s(v128.load(below, 16), w1))
    d = i32x4.add(d, i32x4.dot_i16x8_s(v128.load(below, 18), w1))
    weights += rowBytes
    line = below
  }
  put(to, a, shift)
  put(to + right, b, shift)
  put(to + down, c, shift)
  put(to + down + right, d, shift)
}

function put(target: usize, sum: v128, shift: i32): void {
  const total =
    i32x4.extract_lane(sum, 0) +
    i32x4.extract_lane(sum, 1) +
    i32x4.extract_lane(sum, 2) +
    i32x4.extract_lane(sum, 3)
  const value = (total + (1 << (shift - 1))) >> shift
  store<i16>(target, i16(max(-32768, min(32767, value))))
}
