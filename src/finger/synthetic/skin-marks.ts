// Skin marks — the pores on the ridges and the creases across them: they come back at every visit.

import type { Seeded } from '#kit/seeded'

/** A map of strengths over a master: 0 nothing, 255 all. */
export type SkinMarks = Uint8Array

const poreTries = 5_000
const poreSpacingPx = 7
const poreHeightMin = 0.7

/** Pores sit on the ridges' tops, about one each 8 to 12 px, none regular. */
export function drawPores(
  heights: Float32Array,
  width: number,
  height: number,
  chance: Seeded,
): SkinMarks {
  const marks = new Uint8Array(width * height)
  const columns = Math.ceil(width / poreSpacingPx)
  const taken = new Uint8Array(columns * Math.ceil(height / poreSpacingPx))
  for (let tried = 0; tried < poreTries; tried++) {
    const x = 4 + chance.below(width - 8)
    const y = 4 + chance.below(height - 8)
    const cell = Math.floor(y / poreSpacingPx) * columns + Math.floor(x / poreSpacingPx)
    if (heights[y * width + x]! < poreHeightMin || taken[cell] !== 0) continue
    taken[cell] = 1
    const radius = 0.6 + 0.6 * chance.unit()
    const depth = 120 + 135 * chance.unit()
    for (let dy = -3; dy <= 3; dy++) {
      for (let dx = -3; dx <= 3; dx++) {
        const at = (y + dy) * width + x + dx
        const strength = depth * Math.exp(-(dx * dx + dy * dy) / (2 * radius * radius))
        if (strength > marks[at]!) marks[at] = strength
      }
    }
  }
  return marks
}

const creaseCountMax = 14
const creaseStepPx = 0.7

/** Fine white lines, most of them lying across the finger; `age` 0 has few, 1 many. */
export function drawCreases(width: number, height: number, age: number, chance: Seeded): SkinMarks {
  const marks = new Uint8Array(width * height)
  const count = Math.floor(creaseCountMax * age * age * (0.4 + 0.6 * chance.unit()))
  for (let crease = 0; crease < count; crease++) drawLine(marks, width, height, chance)
  return marks
}

/** One wandering line that thins out at both ends. */
export function drawLine(marks: SkinMarks, width: number, height: number, chance: Seeded): void {
  let x = width * (0.1 + 0.8 * chance.unit())
  let y = height * (0.15 + 0.75 * chance.unit())
  let direction = 0.3 * chance.normal() + (chance.unit() < 0.15 ? 1.3 : 0)
  const lengthPx = 30 + 110 * chance.unit()
  const widthPx = 0.7 + 0.9 * chance.unit()
  const depth = 130 + 125 * chance.unit()
  const steps = Math.floor(lengthPx / creaseStepPx)
  for (let step = 0; step < steps; step++) {
    const along = step / steps
    stamp(marks, width, height, x, y, widthPx * (0.5 + 2 * along * (1 - along)), depth)
    direction += 0.025 * chance.normal()
    x += creaseStepPx * Math.cos(direction)
    y += creaseStepPx * Math.sin(direction)
  }
}

function stamp(
  marks: SkinMarks,
  width: number,
  height: number,
  x: number,
  y: number,
  radius: number,
  depth: number,
): void {
  const reach = Math.ceil(2 * radius)
  const column = Math.round(x)
  const row = Math.round(y)
  for (let at = row - reach; at <= row + reach; at++) {
    for (let to = column - reach; to <= column + reach; to++) {
      if (at < 0 || to < 0 || at >= height || to >= width) continue
      const distance = ((to - x) ** 2 + (at - y) ** 2) / (2 * radius * radius)
      const strength = depth * Math.exp(-distance)
      if (strength > marks[at * width + to]!) marks[at * width + to] = strength
    }
  }
}
