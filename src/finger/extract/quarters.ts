// Quarters — the smoothed picture as four of half the size, for filters with every second tap.

import type { Kernels } from '../kernels/kernels.ts'
import * as parameters from '../parameters.ts'
import { emptyPlane, type Plane } from '../plane.ts'

export interface Quarters {
  /** Size of the whole picture in px. */
  readonly width: number
  readonly height: number
  /** Even and odd columns of the even rows, then of the odd rows. */
  readonly planes: readonly [Plane, Plane, Plane, Plane]
}

export function quarters(plane: Plane, kernels: Kernels): Quarters {
  const { width, height } = plane
  const margin = (parameters.gabor.taps + 1) / 2
  const empty = () => emptyPlane(Math.ceil(width / 2), Math.ceil(height / 2), margin)
  const planes = [empty(), empty(), empty(), empty()] as const
  kernels.quarter(plane, planes)
  return { width, height, planes }
}
