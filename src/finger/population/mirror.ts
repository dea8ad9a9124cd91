// Mirror — a finger's mirror image: a new finger, as real as the one it was made of.

import {
  type FingerTemplate,
  flowBlockPx,
  flowDirections,
  type Minutia,
  outside,
  type RidgeFlow,
} from '../template/finger-template.ts'

/**
 * What the engine would see of the picture's mirror image, left and right exchanged. A template
 * with a ridge flow is mirrored within its whole blocks, and as wide as these: so the flow's blocks
 * stay what they are, and the mirror of the mirror has the same minutiae and the same flow.
 */
export function mirrorTemplate({ width, height, minutiae, flow }: FingerTemplate): FingerTemplate {
  const wide = flow === undefined ? width : Math.max(width, flow.columns * flowBlockPx)
  const mirrored = minutiae
    .map((it): Minutia => ({ ...it, x: wide - 1 - it.x, direction: (128 - it.direction) & 255 }))
    .sort((a, b) => a.y - b.y || a.x - b.x)
  return { width: wide, height, minutiae: mirrored, flow: flow && mirrorFlow(flow) }
}

function mirrorFlow({ columns, rows, directions }: RidgeFlow): RidgeFlow {
  const mirrored = directions.map((_, i) => {
    const column = i % columns
    const it = directions[i - column + (columns - 1 - column)]!
    return it === outside ? outside : (flowDirections - it) % flowDirections
  })
  return { columns, rows, directions: mirrored }
}
