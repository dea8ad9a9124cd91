// Blur — a grid of numbers smoothed both ways, four of them at a time.
//
// The plain form and its contract stand in ../reference/blur.ts. Each number's sum is made by one
// lane alone, in the same order as there; zeros beyond the rim change nothing.

/** `weights` are 2 × radius + 1; `room` holds the grid and two padded lines. */
export function blur(
  values: usize,
  columns: i32,
  rows: i32,
  weights: usize,
  radius: i32,
  out: usize,
  room: usize,
): void {
  const lineBytes = usize((columns + 2 * radius + 8) * 4)
  const padded = room
  const whole = padded + lineBytes
  const across = whole + lineBytes
  memory.fill(padded, 0, 2 * lineBytes)
  const start = padded + usize(radius * 4)
  for (let x = 0; x < columns; x++) store<f32>(start + usize(x * 4), 1)
  for (let x = 0; x < columns; x += 4) {
    v128.store(whole + usize(x * 4), summed(padded + usize(x * 4), 4, weights, 2 * radius))
  }
  for (let y = 0; y < rows; y++) {
    memory.copy(start, values + usize(y * columns * 4), usize(columns * 4))
    for (let x = 0; x < columns; x += 4) {
      const sum = summed(padded + usize(x * 4), 4, weights, 2 * radius)
      const mean = f32x4.div(sum, v128.load(whole + usize(x * 4)))
      v128.store(across + usize((y * columns + x) * 4), mean)
    }
  }
  for (let y = 0; y < rows; y++) {
    const first = max(0, y - radius)
    const last = min(rows - 1, y + radius)
    const inside = weights + usize((first - y + radius) * 4)
    let total: f32 = 0
    for (let k = 0; k <= last - first; k++) total += load<f32>(inside + usize(k * 4))
    for (let x = 0; x < columns; x += 4) {
      const from = across + usize((first * columns + x) * 4)
      const sum = summed(from, usize(columns * 4), inside, last - first)
      v128.store(out + usize((y * columns + x) * 4), f32x4.div(sum, f32x4.splat(total)))
    }
  }
}

/** Four sums, each over the numbers 0 … `last` that stand `step` bytes apart. */
function summed(from: usize, step: usize, weights: usize, last: i32): v128 {
  let sum = f32x4.splat(0)
  let at = from
  for (let k = 0; k <= last; k++) {
    const weight = v128.load32_splat(weights + usize(k * 4))
    sum = f32x4.add(sum, f32x4.mul(weight, v128.load(at)))
    at += step
  }
  return sum
}
