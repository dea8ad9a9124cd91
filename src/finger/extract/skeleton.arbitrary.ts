// Skeleton arbitrary — binary pictures drawn with characters, for the tests of the skeleton's steps.

import type { Binary } from './binarize.ts'
import type { Flow } from './ridge-flow.ts'

/** `#` is ridge; a frame of two valley pixels is added all around. */
export function draw(...rows: readonly string[]): Binary {
  const width = Math.max(...rows.map((it) => it.length)) + 4
  const height = rows.length + 4
  const pixels = new Uint8Array(width * height)
  for (const [y, row] of rows.entries()) {
    for (const [x, it] of [...row].entries()) if (it === '#') pixels[(y + 2) * width + x + 2] = 1
  }
  return { width, height, pixels }
}

export function show({ width, height, pixels }: Binary): string[] {
  const rows = Array.from({ length: height - 4 }, (_, y) =>
    Array.from({ length: width - 4 }, (_, x) =>
      pixels[(y + 2) * width + x + 2] === 1 ? '#' : '.',
    ).join(''),
  )
  return rows
}

/** Ridges from left to right all over a picture of that size. */
export function levelFlow({ width, height }: Binary): Flow {
  const columns = Math.ceil(width / 8)
  const rows = Math.ceil(height / 8)
  const blocks = columns * rows
  return { columns, rows, cos2: new Float32Array(blocks).fill(1), sin2: new Float32Array(blocks) }
}
