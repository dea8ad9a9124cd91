// Block products — two pictures multiplied block by block, eight pixels at a time.
//
// The plain form and its contract stand in ../reference/block-products.ts. A block is eight wide.

/** `a` and `b` are the bytes of the pixels (0, 0) of two pictures with the same stride. */
export function blockProducts(
  a: usize,
  b: usize,
  stride: i32,
  columns: i32,
  rows: i32,
  out: usize,
): void {
  let to = out
  for (let i = 0; i < columns * rows; i++) {
    let at = usize(((i / columns) * stride + (i % columns)) * 16)
    let sumA = i32x4.splat(0)
    let sumB = i32x4.splat(0)
    let both = i32x4.splat(0)
    for (let y = 0; y < 8; y++) {
      const pixelsA = v128.load(a + at)
      const pixelsB = v128.load(b + at)
      sumA = i32x4.add(sumA, i32x4.dot_i16x8_s(pixelsA, pixelsA))
      sumB = i32x4.add(sumB, i32x4.dot_i16x8_s(pixelsB, pixelsB))
      both = i32x4.add(both, i32x4.dot_i16x8_s(pixelsA, pixelsB))
      at += usize(stride * 2)
    }
    store<i32>(to, total(sumA))
    store<i32>(to + 4, total(sumB))
    store<i32>(to + 8, total(both))
    to += 12
  }
}

function total(sum: v128): i32 {
  return (
    i32x4.extract_lane(sum, 0) +
    i32x4.extract_lane(sum, 1) +
    i32x4.extract_lane(sum, 2) +
    i32x4.extract_lane(sum, 3)
  )
}
