// Binarize — what is above zero in the blocks inside, eight pixels at a time.
//
// The plain form and its contract stand in ../reference/binarize.ts. A block is eight px wide.

/** `source` is the byte of pixel (0, 0); `pixels` are all zero before. */
export function binarize(
  source: usize,
  width: i32,
  height: i32,
  stride: i32,
  inside: usize,
  columns: i32,
  rows: i32,
  pixels: usize,
): void {
  const one = i16x8.splat(1)
  for (let i = 0; i < columns * rows; i++) {
    if (load<u8>(inside + usize(i)) !== 1) continue
    const x = (i % columns) * 8
    const y = (i / columns) * 8
    for (let k = y; k < y + 8; k++) {
      const values = v128.load(source + usize((k * stride + x) * 2))
      const ridge = v128.and(i16x8.gt_s(values, i16x8.splat(0)), one)
      const bytes = i8x16.narrow_i16x8_u(ridge, ridge)
      v128.store64_lane(pixels + usize(k * width + x), bytes, 0)
    }
  }
  memory.fill(pixels, 0, usize(width))
  memory.fill(pixels + usize((height - 1) * width), 0, usize(width))
  for (let y = 0; y < height; y++) {
    store<u8>(pixels + usize(y * width), 0)
    store<u8>(pixels + usize(y * width + width - 1), 0)
  }
}
