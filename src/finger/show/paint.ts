// Paint — planes, grids and minutiae of an extraction as pictures.

import type { Binary } from '../extract/binarize.ts'
import { isInside, type Mask } from '../extract/mask.ts'
import type { FoundMinutia } from '../extract/minutiae.ts'
import type { Quarters } from '../extract/quarters.ts'
import { directionAt, type Flow } from '../extract/ridge-flow.ts'
import type { Scaled } from '../extract/scale.ts'
import * as parameters from '../parameters.ts'
import { originOf, type Plane } from '../plane.ts'
import {
  type FingerTemplate,
  flowBlockPx,
  flowDirections,
  outside,
} from '../template/finger-template.ts'
import { grayInk, heatInk, inks, paleInk } from './inks.ts'
import {
  drawLine,
  drawMark,
  emptyPicture,
  enlarged,
  type Picture,
  pictureByPixel,
} from './picture.ts'

/** What later results are drawn over: the print, and the skin as far as it is known by then. */
export interface Ground {
  readonly scaled: Scaled
  readonly mask: Mask | undefined
}

/** Strokes and marks need room: each px of the print is drawn as a square of so many. */
const times = 2
const markRadius = 6
const tipPx = 16
/** Share of a block's side that a stroke has where the flow is not clear at all. */
const leastStroke = 0.3

export function pictureOfGray({ width, height, pixels }: Scaled): Picture {
  return pictureByPixel(width, height, (x, y) => grayInk(pixels[y * width + x]!))
}

/** Nothing is middle gray, ridges are dark: three times the mean value is black. */
export function pictureOfPlane(plane: Plane): Picture {
  const { width, height, stride, data } = plane
  let sum = 0
  let count = 1
  for (const it of data) {
    if (it === 0) continue
    sum += Math.abs(it)
    count++
  }
  const full = (3 * sum) / count || 1
  return pictureByPixel(width, height, (x, y) => {
    return grayInk(128 * (1 - data[originOf(plane) + y * stride + x]! / full))
  })
}

export function pictureOfQuarters({ planes }: Quarters): Picture {
  const [first] = planes
  const drawn = planes.map(pictureOfPlane)
  return pictureByPixel(2 * first.width, 2 * first.height, (x, y) => {
    const which = (y < first.height ? 0 : 2) + (x < first.width ? 0 : 1)
    return drawn[which]!.pixels[(y % first.height) * first.width + (x % first.width)]!
  })
}

/** The print where there is skin, and paper elsewhere. */
export function pictureOfMask({ scaled }: Ground, mask: Mask): Picture {
  const { width, height, pixels } = scaled
  return pictureByPixel(width, height, (x, y) => {
    if (isInside(mask, x, y)) return grayInk(pixels[y * width + x]!)
    return isBeside(mask, x, y) ? inks.flow : inks.paper
  })
}

function isBeside(mask: Mask, x: number, y: number): boolean {
  return [-2, 2].some((by) => isInside(mask, x + by, y) || isInside(mask, x, y + by))
}

/** A stroke in each block of skin: along the ridges, and the longer the clearer they are. */
export function pictureOfFlow(ground: Ground, flow: Flow): Picture {
  const picture = paleGround(ground)
  const side = parameters.block * times
  for (let i = 0; i < flow.columns * flow.rows; i++) {
    if (ground.mask !== undefined && ground.mask.inside[i] !== 1) continue
    const middle = {
      x: ((i % flow.columns) + 0.5) * side,
      y: (Math.floor(i / flow.columns) + 0.5) * side,
    }
    const coherence = Math.min(1, Math.hypot(flow.cos2[i]!, flow.sin2[i]!))
    const half = (side / 2 - 1) * (leastStroke + (1 - leastStroke) * coherence)
    drawStroke(picture, middle, directionAt(flow, i), half, inks.flow)
  }
  return picture
}

/** Each block of skin in the heat of its value between `least` and `most`. */
export function pictureOfHeat(
  { scaled, mask }: Ground,
  values: Float32Array,
  least: number,
  most: number,
): Picture {
  const columns = Math.floor(scaled.width / parameters.block)
  return pictureByPixel(scaled.width, scaled.height, (x, y) => {
    if (mask !== undefined && !isInside(mask, x, y)) return inks.paper
    const i = Math.floor(y / parameters.block) * columns + Math.floor(x / parameters.block)
    return heatInk((values[i]! - least) / Math.max(1e-9, most - least))
  })
}

export function pictureOfBinary({ width, height, pixels }: Binary): Picture {
  return pictureByPixel(width, height, (x, y) =>
    pixels[y * width + x] === 1 ? inks.ridge : inks.paper,
  )
}

export function pictureOfFound(ground: Ground, found: readonly FoundMinutia[]): Picture {
  const picture = paleGround(ground)
  for (const it of found) drawMinutia(picture, it, it.direction, it.kind === 'bifurcation')
  return picture
}

/** All that is kept: the flow in its coarse blocks and the minutiae. */
export function pictureOfTemplate({ width, height, flow, minutiae }: FingerTemplate): Picture {
  const picture = emptyPicture(width * times, height * times)
  const side = flowBlockPx * times
  for (const [i, direction] of flow?.directions.entries() ?? []) {
    if (flow === undefined || direction === outside) continue
    const middle = {
      x: ((i % flow.columns) + 0.5) * side,
      y: (Math.floor(i / flow.columns) + 0.5) * side,
    }
    const angle = (-direction * Math.PI) / flowDirections
    drawStroke(picture, middle, angle, side / 2 - 3, inks.edge)
  }
  for (const it of minutiae) {
    drawMinutia(picture, it, (-it.direction * Math.PI) / 128, it.kind === 'bifurcation')
  }
  return picture
}

function paleGround({ scaled: { width, height, pixels } }: Ground): Picture {
  const pale = pictureByPixel(width, height, (x, y) => paleInk(pixels[y * width + x]!))
  return enlarged(pale, times)
}

interface Place {
  readonly x: number
  readonly y: number
}

/** `angle` in radians, y down. */
function drawStroke(picture: Picture, at: Place, angle: number, half: number, ink: number): void {
  const dx = half * Math.cos(angle)
  const dy = half * Math.sin(angle)
  drawLine(picture, { x: at.x - dx, y: at.y - dy }, { x: at.x + dx, y: at.y + dy }, ink, 2)
}

function drawMinutia(picture: Picture, at: Place, angle: number, isFork: boolean): void {
  const middle = { x: (at.x + 0.5) * times, y: (at.y + 0.5) * times }
  const ink = isFork ? inks.fork : inks.ending
  const reach = (length: number) => ({
    x: middle.x + length * Math.cos(angle),
    y: middle.y + length * Math.sin(angle),
  })
  drawMark(picture, middle, { isFork, radius: markRadius }, ink)
  drawLine(picture, reach(markRadius), reach(tipPx), ink, 2)
}
