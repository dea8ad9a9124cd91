// Normalize — every pixel measured against the square around it, eight pixels at a time.
//
// The plain form and its contract stand in ../reference/normalize.ts. Sums are whole numbers;
// what is made of them are single floats, rounded after each operation as in the plain form.

const iota = i16x8(0, 1, 2, 3, 4, 5, 6, 7)

/** `target` is the byte of pixel (0, 0); `room` holds 5 × (width + 2 × radius + 16) numbers. */
export function normalize(
  pixels: usize,
  width: i32,
  height: i32,
  target: usize,
  stride: i32,
  radius: i32,
  deviationMin: f32,
  unit: f32,
  cut: i32,
  blockPx: i32,
  contrast: usize,
  room: usize,
): void {
  const line = usize((width + 2 * radius + 16) * 4)
  memory.fill(room, 0, line * 5)
  const columnSums = room + usize(radius * 4)
  const columnSquares = columnSums + line
  const sums = room + 2 * line
  const squares = sums + line
  const columnsIn = squares + line
  for (let x = 0; x < width; x++) {
    const inside = min(width - 1, x + radius) - max(0, x - radius) + 1
    store<f32>(columnsIn + usize(x * 4), f32(inside))
  }
  let blocks: usize = 0
  const columns = width / blockPx
  for (let y = 0; y < min(radius, height); y++) {
    slide(pixels + usize(y * width), 0, width, columnSums, columnSquares)
  }
  for (let y = 0; y < height; y++) {
    const entering = y + radius < height ? pixels + usize((y + radius) * width) : 0
    const leaving = y - radius - 1 >= 0 ? pixels + usize((y - radius - 1) * width) : 0
    slide(entering, leaving, width, columnSums, columnSquares)
    addAcross(columnSums, width, radius, sums)
    addAcross(columnSquares, width, radius, squares)
    const rowsIn = f32(min(height - 1, y + radius) - max(0, y - radius) + 1)
    const row = target + usize(y * stride * 2)
    // Beyond the row nothing is counted; nothing by nothing is no number, which becomes 0.
    for (let x = 0; x < width; x += 8) {
      const gray = v128.load64_zero(pixels + usize(y * width + x))
      const gray16 = i16x8.extend_low_i8x16_u(gray)
      const at = usize(x * 4)
      const low = measured(
        i32x4.extend_low_i16x8_u(gray16),
        at,
        sums,
        line,
        rowsIn,
        deviationMin,
        unit,
      )
      const high = measured(
        i32x4.extend_high_i16x8_u(gray16),
        at + 16,
        sums,
        line,
        rowsIn,
        deviationMin,
        unit,
      )
      const cutLow = i16x8.max_s(i16x8.narrow_i32x4_s(low, high), i16x8.splat(i16(-cut)))
      const value = i16x8.min_s(cutLow, i16x8.splat(i16(cut)))
      v128.store(row + usize(x * 2), value)
    }
    if (y % blockPx !== blockPx >> 1 || y / blockPx >= height / blockPx) continue
    for (let column = 0; column < columns; column++) {
      const at = usize((column * blockPx + (blockPx >> 1)) * 4)
      const count = rowsIn * load<f32>(columnsIn + at)
      const mean = f32(load<i32>(sums + at)) / count
      const variance = f32(load<i32>(squares + at)) / count - mean * mean
      store<f32>(contrast + blocks, sqrt<f32>(max<f32>(0, variance)))
      blocks += 4
    }
  }
}

/** Four pixels' distances from their means in `unit`s for each deviation, as whole numbers. */
function measured(
  gray: v128,
  at: usize,
  sums: usize,
  line: usize,
  rowsIn: f32,
  deviationMin: f32,
  unit: f32,
): v128 {
  const count = f32x4.mul(f32x4.splat(rowsIn), v128.load(sums + 2 * line + at))
  const mean = f32x4.div(f32x4.convert_i32x4_s(v128.load(sums + at)), count)
  const square = f32x4.div(f32x4.convert_i32x4_s(v128.load(sums + line + at)), count)
  const variance = f32x4.sub(square, f32x4.mul(mean, mean))
  const deviation = f32x4.sqrt(f32x4.max(f32x4.splat(0), variance))
  const distance = f32x4.mul(f32x4.sub(mean, f32x4.convert_i32x4_s(gray)), f32x4.splat(unit))
  return i32x4.trunc_sat_f32x4_s(
    f32x4.div(distance, f32x4.max(deviation, f32x4.splat(deviationMin))),
  )
}

/** One row of pixels comes into the columns' sums and one leaves; 0 stands for none. */
function slide(entering: usize, leaving: usize, width: i32, sums: usize, squares: usize): void {
  for (let x = 0; x < width; x += 8) {
    const at = usize(x)
    const isInside = i16x8.lt_s(iota, i16x8.splat(i16(min(8, width - x))))
    let plus = i16x8.splat(0)
    let minus = i16x8.splat(0)
    if (entering !== 0) plus = v128.and(v128.load8x8_u(entering + at), isInside)
    if (leaving !== 0) minus = v128.and(v128.load8x8_u(leaving + at), isInside)
    const change = i16x8.sub(plus, minus)
    const sum = sums + at * 4
    v128.store(sum, i32x4.add(v128.load(sum), i32x4.extend_low_i16x8_s(change)))
    v128.store(sum + 16, i32x4.add(v128.load(sum + 16), i32x4.extend_high_i16x8_s(change)))
    const square = squares + at * 4
    const low = i32x4.sub(
      i32x4.extmul_low_i16x8_u(plus, plus),
      i32x4.extmul_low_i16x8_u(minus, minus),
    )
    const high = i32x4.sub(
      i32x4.extmul_high_i16x8_u(plus, plus),
      i32x4.extmul_high_i16x8_u(minus, minus),
    )
    v128.store(square, i32x4.add(v128.load(square), low))
    v128.store(square + 16, i32x4.add(v128.load(square + 16), high))
  }
}

/** Sums over `radius` columns to either side; left and right of the picture stand zeros. */
function addAcross(columns: usize, width: i32, radius: i32, sums: usize): void {
  let sum: i32 = 0
  for (let x = 0; x < radius; x++) sum += load<i32>(columns + usize(x * 4))
  let entering = columns + usize(radius * 4)
  let leaving = columns - usize(radius * 4)
  sum += load<i32>(entering)
  store<i32>(sums, sum)
  for (let x = 1; x < width; x++) {
    entering += 4
    sum += load<i32>(entering) - load<i32>(leaving)
    leaving += 4
    store<i32>(sums + usize(x * 4), sum)
  }
}
