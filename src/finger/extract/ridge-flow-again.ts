// Ridge flow again — read off the enhanced picture, which was enhanced along the flow, in rounds.

import type { Grid } from '../grid.ts'
import type { Kernels } from '../kernels/kernels.ts'
import * as parameters from '../parameters.ts'
import { enhanceHalf } from './enhance.ts'
import type { Mask } from './mask.ts'
import type { Quarters } from './quarters.ts'
import { type Flow, ridgeFlowOfHalf } from './ridge-flow.ts'
import type { Period } from './ridge-period.ts'

/** Half the resolution serves: all that is asked of it is where the ridges go. */
export function ridgeFlowAgain(
  quarters: Quarters,
  coarse: Flow,
  period: Period,
  mask: Mask,
  kernels: Kernels,
): Flow {
  const grid: Grid = { columns: coarse.columns, rows: coarse.rows }
  let flow = coarse
  for (let round = 0; round < parameters.flow.rounds; round++) {
    const half = enhanceHalf(quarters, flow, period, mask, kernels)
    flow = ridgeFlowOfHalf(grid, half, kernels)
  }
  return flow
}
