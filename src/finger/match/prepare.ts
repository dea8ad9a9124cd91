// Prepare — a template made ready to be compared: flat arrays and the code of each minutia.

import type { BitCodes } from '../kernels/kernels.ts'
import type { FingerTemplate } from '../template/finger-template.ts'
import { codesOf } from './cylinders.ts'
import { type Skin, skinOf } from './skin.ts'

export interface Probe {
  readonly template: FingerTemplate
  readonly count: number
  readonly x: Float32Array
  readonly y: Float32Array
  /** Radians. */
  readonly direction: Float32Array
  readonly codes: BitCodes
  readonly skin: Skin
}

export function prepareProbe(template: FingerTemplate): Probe {
  const { minutiae } = template
  return {
    template,
    count: minutiae.length,
    x: Float32Array.from(minutiae, (it) => it.x),
    y: Float32Array.from(minutiae, (it) => it.y),
    direction: Float32Array.from(minutiae, (it) => (it.direction * Math.PI) / 128),
    codes: codesOf(minutiae),
    skin: skinOf(template),
  }
}
