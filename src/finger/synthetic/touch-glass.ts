// Touch glass — how much of the sensor each pixel's skin covers: ridges, gaps, pores, dry patches.

import type { Seeded } from '#kit/seeded'
import type { PressedSkin } from './press-skin.ts'
import { drawLine } from './skin-marks.ts'
import { smoothNoise } from './smooth-noise.ts'
import type { SyntheticFinger } from './synthetic-finger.ts'
import type { Touch } from './touch.ts'

const grainCellPx = 1.9
const patchCellPx = 26
const pressureCellPx = 80
const rimCellPx = 45

/** 0 where only glass is, 1 where skin covers the pixel. */
export function touchGlass(
  finger: SyntheticFinger,
  touch: Touch,
  pressed: PressedSkin,
  size: { width: number; height: number; pixelPx: number },
  chance: Seeded,
): Float32Array {
  const { width, height, pixelPx } = size
  const noise = (name: string, cellPx: number) =>
    smoothNoise(chance.fork(name), width, height, Math.max(1, cellPx / pixelPx)).values
  const grain = noise('grain', grainCellPx)
  const patches = noise('patches', patchCellPx)
  const pressure = noise('pressure', pressureCellPx)
  const ragged = noise('rim', rimCellPx)
  const scratches = new Uint8Array(width * height)
  const lines = chance.fork('scratches')
  for (let i = 0; i < touch.scratchCount; i++) drawLine(scratches, width, height, lines)
  const covered = new Float32Array(width * height)
  for (let at = 0; at < covered.length; at++) {
    const rim = pressed.rim[at]! + 0.028 * ragged[at]!
    if (rim > 1.12) continue
    const skin = skinAt(finger, pressed.x[at]!, pressed.y[at]!, touch)
    if (skin === noSkin) continue
    const patch = touch.patchiness * Math.max(0, patches[at]! - 0.6)
    const lift = rim > 0.7 ? 6 * (rim - 0.7) * (rim - 0.7) : 0
    const edge = rim > 0.96 ? (rim - 0.96) * 12 : 0
    const level =
      skin +
      touch.thickness +
      0.14 * pressure[at]! +
      touch.grain * grain[at]! -
      patch -
      lift -
      edge -
      scratches[at]! / 90
    covered[at] = 1 / (1 + Math.exp(-4.2 * level))
  }
  return covered
}

const noSkin = Number.NEGATIVE_INFINITY

/** The relief between four points of the master, less what its pores and creases take away. */
function skinAt(finger: SyntheticFinger, x: number, y: number, touch: Touch): number {
  const { width, height, relief, pores, creases } = finger
  const column = x + width / 2
  const row = y + height / 2
  const left = Math.floor(column)
  const top = Math.floor(row)
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return noSkin
  const at = top * width + left
  const under = at + width
  if (relief[at] === 0 && relief[at + 1] === 0 && relief[under] === 0) return noSkin
  const right = column - left
  const down = row - top
  const a = (1 - right) * (1 - down)
  const b = right * (1 - down)
  const c = (1 - right) * down
  const d = right * down
  const height127 =
    a * relief[at]! + b * relief[at + 1]! + c * relief[under]! + d * relief[under + 1]!
  const pore = a * pores[at]! + b * pores[at + 1]! + c * pores[under]! + d * pores[under + 1]!
  const crease =
    a * creases[at]! + b * creases[at + 1]! + c * creases[under]! + d * creases[under + 1]!
  return height127 / 127 - (touch.poreDepth * pore) / 140 - (touch.creaseDepth * crease) / 90
}
