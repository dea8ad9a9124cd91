// Skin — where a template saw the finger, block by block.

import * as parameters from '../parameters.ts'
import { type FingerTemplate, flowBlockPx, outside } from '../template/finger-template.ts'
import { hullOf, isNearHull } from './hull.ts'

/** Blocks as those of the ridge flow, 16 px wide. */
export interface Skin {
  readonly columns: number
  readonly rows: number
  /** 1 where the block shows the finger. */
  readonly inside: Uint8Array
}

/** By the ridge flow; a template that came without an image saw what lies around its minutiae. */
export function skinOf({ flow, minutiae, width, height }: FingerTemplate): Skin {
  if (flow !== undefined) {
    const { columns, rows } = flow
    return { columns, rows, inside: flow.directions.map((it) => (it === outside ? 0 : 1)) }
  }
  const { marginPx } = parameters.skin
  const columns = Math.ceil(width / flowBlockPx)
  const rows = Math.ceil(height / flowBlockPx)
  const hull = hullOf(minutiae)
  const inside = Uint8Array.from({ length: columns * rows }, (_, i) => {
    const x = ((i % columns) + 0.5) * flowBlockPx
    const y = (Math.floor(i / columns) + 0.5) * flowBlockPx
    return isNearHull(hull, x, y, marginPx) ? 1 : 0
  })
  return { columns, rows, inside }
}

/** Whether the finger was seen at the px (x, y). */
export function isSeen(skin: Skin, x: number, y: number): boolean {
  const column = Math.floor(x / flowBlockPx)
  const row = Math.floor(y / flowBlockPx)
  if (column < 0 || row < 0 || column >= skin.columns || row >= skin.rows) return false
  return skin.inside[row * skin.columns + column] === 1
}
