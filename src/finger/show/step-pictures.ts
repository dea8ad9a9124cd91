// Step pictures — each intermediate result of an extraction as a picture and a few figures.
//
// A result is known by its shape, not by its step's name: steps may come, go and be repeated. What
// has no picture is told with its figures alone.

import type { Binary } from '../extract/binarize.ts'
import type { Mask } from '../extract/mask.ts'
import type { FoundMinutia } from '../extract/minutiae.ts'
import type { Normalized } from '../extract/normalize.ts'
import type { Quarters } from '../extract/quarters.ts'
import type { Flow } from '../extract/ridge-flow.ts'
import type { Period } from '../extract/ridge-period.ts'
import type { Scaled } from '../extract/scale.ts'
import type { Plane } from '../plane.ts'
import type { FingerTemplate } from '../template/finger-template.ts'
import type { Trace } from '../trace.ts'
import {
  type Figure,
  figuresOfFlow,
  figuresOfFound,
  figuresOfLines,
  figuresOfMask,
  figuresOfReliability,
  figuresOfScaled,
  figuresOfTemplate,
  periodFigures,
} from './figures.ts'
import {
  type Ground,
  pictureOfBinary,
  pictureOfFlow,
  pictureOfFound,
  pictureOfGray,
  pictureOfHeat,
  pictureOfMask,
  pictureOfPlane,
  pictureOfQuarters,
  pictureOfTemplate,
} from './paint.ts'
import type { Picture } from './picture.ts'

export interface StepPicture {
  readonly step: string
  readonly picture: Picture | undefined
  readonly figures: readonly Figure[]
}

/** A trace that draws each result as it comes, before the next step may change it. */
export function drawingTrace(onStep: (drawn: StepPicture) => void): Trace {
  let ground: Ground | undefined
  return (step, value) => {
    if (hasAll<Scaled>(value, 'pixels', 'to500')) ground = { scaled: value, mask: undefined }
    if (ground === undefined) return value
    if (hasAll<Mask>(value, 'inside', 'columns')) ground = { ...ground, mask: value }
    onStep({ step, ...drawn(value, ground) })
    return value
  }
}

function drawn(value: unknown, ground: Ground): Omit<StepPicture, 'step'> {
  const { scaled, mask } = ground
  if (value === scaled) return { picture: pictureOfGray(scaled), figures: figuresOfScaled(scaled) }
  if (hasAll<Normalized>(value, 'plane')) return plain(pictureOfPlane(value.plane))
  if (hasAll<Plane>(value, 'data', 'stride')) return plain(pictureOfPlane(value))
  if (hasAll<Quarters>(value, 'planes')) return plain(pictureOfQuarters(value))
  if (value === mask && mask !== undefined) {
    return { picture: pictureOfMask(ground, mask), figures: figuresOfMask(scaled, mask) }
  }
  if (hasAll<Flow>(value, 'cos2', 'sin2')) {
    return { picture: pictureOfFlow(ground, value), figures: figuresOfFlow(ground, value) }
  }
  if (hasAll<Period>(value, 'px', 'columns')) {
    const { least, most, figures } = periodFigures(ground, value)
    return { picture: pictureOfHeat(ground, value.px, least, most), figures }
  }
  if (value instanceof Float32Array && value.length === mask?.inside.length) {
    return {
      picture: pictureOfHeat(ground, value, 0, 1),
      figures: figuresOfReliability(ground, value),
    }
  }
  if (hasAll<Binary>(value, 'pixels', 'width')) {
    return { picture: pictureOfBinary(value), figures: figuresOfLines(value) }
  }
  if (Array.isArray(value)) {
    const found = value as readonly FoundMinutia[]
    return { picture: pictureOfFound(ground, found), figures: figuresOfFound(found) }
  }
  if (hasAll<FingerTemplate>(value, 'minutiae')) {
    return { picture: pictureOfTemplate(value), figures: figuresOfTemplate(value) }
  }
  return { picture: undefined, figures: [] }
}

function plain(picture: Picture): Omit<StepPicture, 'step'> {
  return { picture, figures: [] }
}

/** The names tell the shapes of the engine's own results apart. */
function hasAll<Shape>(
  value: unknown,
  ...names: readonly (keyof Shape & string)[]
): value is Shape {
  return typeof value === 'object' && value !== null && names.every((name) => name in value)
}
