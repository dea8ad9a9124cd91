// QR — a text as a QR code: its modules, and an SVG of them for screens.

import bwipjs from 'bwip-js'
import { assert, present } from '#kit/assert'
import { MAX_QR_BYTES } from './limits.ts'
import { escapeXml } from './svg.ts'

export interface QrCode {
  /** Modules along one side, without the quiet zone. */
  readonly side: number
  readonly isDark: (column: number, row: number) => boolean
}

/** Modules of white that ISO/IEC 18004 asks for around the code. */
export const QUIET_ZONE_MODULES = 4

/** The QR code (ISO/IEC 18004, error correction M) of a text of at most `MAX_QR_BYTES` bytes. */
export function qrCodeOf(text: string): QrCode {
  assert(text !== '', 'a QR code says something')
  assert(new TextEncoder().encode(text).length <= MAX_QR_BYTES, 'a QR code a phone can read')
  const options = { bcid: 'qrcode', text, eclevel: 'M', parse: false } as const
  const [raw] = bwipjs.raw(options)
  assert(raw !== undefined && 'pixs' in raw, 'bwip-js answers the modules of a matrix code')
  const { pixs, pixx: side, pixy } = raw
  assert(side === pixy && pixs.length === side * side, 'a QR code is square')
  return { side, isDark: (column, row) => present(pixs[row * side + column], 'a module') === 1 }
}

/** Each dark run of a row as `[column, row, length]`: far fewer rectangles than modules. */
export function darkRunsOf(code: QrCode): [column: number, row: number, length: number][] {
  const runs: [number, number, number][] = []
  for (let row = 0; row < code.side; row++) {
    for (let column = 0; column < code.side; column++) {
      if (!code.isDark(column, row)) continue
      const start = column
      while (column < code.side && code.isDark(column, row)) column++
      runs.push([start, row, column - start])
    }
  }
  return runs
}

/**
 * The code as an SVG document of one path on white, quiet zone included, for screens; it takes the
 * size its place gives it. `label` is what a screen reader says.
 */
export function qrSvg(text: string, label: string): string {
  const code = qrCodeOf(text)
  const size = code.side + 2 * QUIET_ZONE_MODULES
  const path = darkRunsOf(code)
    .map(([x, y, run]) => `M${x + QUIET_ZONE_MODULES} ${y + QUIET_ZONE_MODULES}h${run}v1h-${run}z`)
    .join('')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img"`,
    ` aria-label="${escapeXml(label)}" shape-rendering="crispEdges">`,
    `<rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`,
  ].join('')
}
