// Skin — where a template saw the finger, block by block.

import * as parameters from '../parameters.ts'
import { type FingerTemplate, outside } from '../template/finger-template.ts'
import { hullOf, isNearHull } from './hull.ts'

export interface Skin {
  readonly columns: number
  readonly rows: number
  readonly blockPx: number
  /** 1 where the block shows the finger. */
  readonly inside: Uint8Array
}

/** By the ridge flow; a template that came without an image saw what lies around its minutiae. */
export function skinOf({ flow, minutiae, width, height }: FingerTemplate): Skin {
  if (flow !== undefined) {
    const { columns, rows, blockPx } = flow
    return { columns, rows, blockPx, inside: flow.directions.map((it) => (it === outside ? 0 : 1)) }
  }
  const { blockPx, marginPx } = parameters.skin
  const columns = Math.ceil(width / blockPx)
  const rows = Math.ceil(height / blockPx)
  const hull = hullOf(minutiae)
  const inside = Uint8Array.from({ length: columns * rows }, (_, i) => {
    const x = ((i % columns) + 0.5) * blockPx
    const y = (Math.floor(i / columns) + 0.5) * blockPx
    return isNearHull(hull, x, y, marginPx) ? 1 : 0
  })
  return { columns, rows, blockPx, inside }
}

/** Whether the finger was seen at the px (x, y). */
export function isSeen(skin: Skin, x: number, y: number): boolean {
  const column = Math.floor(x / skin.blockPx)
  const row = Math.floor(y / skin.blockPx)
  if (column < 0 || row < 0 || column >= skin.columns || row >= skin.rows) return false
  return skin.inside[row * skin.columns + column] === 1
}
