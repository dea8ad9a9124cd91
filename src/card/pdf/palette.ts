// Palette — the few colors and sizes of everything printed here; all of them survive a gray printer.

export const palette = {
  ink: '#16211f',
  muted: '#56625f',
  line: '#b4bfbc',
  field: '#f4f7f6',
  teal: '#0b5c5a',
  tint: '#e6f0ef',
  stamp: '#3c3f8f',
  sample: '#a3241c',
} as const

/** Points of a length in millimeters. */
export function mm(millimeters: number): number {
  return (millimeters * 72) / 25.4
}

export const pageSizes = {
  a4: [mm(210), mm(297)],
  a5: [mm(148), mm(210)],
  /** ISO/IEC 7810 ID-1, the size of the card. */
  id1: [mm(85.6), mm(53.98)],
} as const
