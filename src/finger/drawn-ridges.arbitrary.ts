// Drawn ridges — pictures of parallel ridges with dislocations at known places, and arbitraries.
//
// A wave whose phase turns once around a point has one ridge more on one side of it than on the
// other: a minutia, exactly there.

import fc from 'fast-check'
import type { GrayImage } from '#formats/gray-image'
import { seeded } from '#kit/seeded'
import type { FingerTemplate, Minutia } from './template/finger-template.ts'

export interface Dislocation {
  readonly x: number
  readonly y: number
  /** 1 or −1: which way the phase turns. */
  readonly sense: 1 | -1
}

export interface Drawing {
  readonly width: number
  readonly height: number
  readonly dislocations: readonly Dislocation[]
  readonly periodPx?: number
  /** Four times how far the ridges' ends lie above their middles; 60 if not said. */
  readonly bowPx?: number
  /** Radians by which the picture is turned about its center, y down. */
  readonly turn?: number
  readonly shiftX?: number
  readonly dpi?: number
  /** Deviation of the noise in gray levels. */
  readonly noise?: number
}

export function drawRidges(drawing: Drawing): GrayImage {
  const { width, height, dislocations, periodPx = 9, bowPx = 60 } = drawing
  const { turn = 0, shiftX = 0 } = drawing
  const chance = seeded('noise')
  const pixels = new Uint8Array(width * height)
  for (let i = 0; i < pixels.length; i++) {
    const at = unturned((i % width) - shiftX, Math.floor(i / width), width, height, turn)
    const bow = ((at.x - width / 2) / width) ** 2 * bowPx
    let phase = (2 * Math.PI * (at.y + bow)) / periodPx
    for (const it of dislocations) phase += it.sense * Math.atan2(at.y - it.y, at.x - it.x)
    const gray = 128 + 90 * Math.cos(phase) + (drawing.noise ?? 0) * chance.normal()
    pixels[i] = Math.max(0, Math.min(255, Math.round(gray)))
  }
  return { width, height, pixels, dpi: drawing.dpi ?? 500 }
}

/** Where the point of the turned picture was before it was turned. */
function unturned(x: number, y: number, width: number, height: number, turn: number) {
  const dx = x - width / 2
  const dy = y - height / 2
  return {
    x: width / 2 + dx * Math.cos(turn) + dy * Math.sin(turn),
    y: height / 2 - dx * Math.sin(turn) + dy * Math.cos(turn),
  }
}

/** Dislocations at least `apart` px from each other and `border` px from the edge. */
export function scatter(seed: string, count: number, width: number, height: number): Dislocation[] {
  const chance = seeded(seed)
  const apart = 26
  const border = 45
  const placed: Dislocation[] = []
  for (let tries = 0; tries < 4_000 && placed.length < count; tries++) {
    const x = border + chance.below(width - 2 * border)
    const y = border + chance.below(height - 2 * border)
    if (placed.some((it) => Math.hypot(it.x - x, it.y - y) < apart)) continue
    placed.push({ x, y, sense: chance.pick([1, -1] as const) })
  }
  return placed
}

const minutia: fc.Arbitrary<Minutia> = fc.record({
  x: fc.constantFrom(0, 1, 150, 254, 255, 256, 299),
  y: fc.constantFrom(0, 1, 200, 255, 256, 399),
  direction: fc.constantFrom(0, 1, 127, 128, 254, 255),
  kind: fc.constantFrom('ending', 'bifurcation'),
  quality: fc.constantFrom(0, 4, 60, 64, 96, 100),
})

/** Any template that can be written; its values crowd at the borders. */
export const template: fc.Arbitrary<FingerTemplate> = fc.record({
  width: fc.constantFrom(300, 301, 2_000),
  height: fc.constantFrom(400, 2_000),
  minutiae: fc.array(minutia, { maxLength: 120 }).map((all) => all.toSorted((a, b) => a.y - b.y)),
  flow: fc.option(
    fc
      .record({ columns: fc.integer({ min: 1, max: 30 }), rows: fc.integer({ min: 1, max: 30 }) })
      .chain(({ columns, rows }) =>
        fc.record({
          columns: fc.constant(columns),
          rows: fc.constant(rows),
          directions: fc
            .uint8Array({ minLength: columns * rows, maxLength: columns * rows })
            .map((it) => it.map((value) => (value < 64 ? value : 255))),
        }),
      ),
    { nil: undefined },
  ),
})

/** A template of minutiae strewn by chance, as an unrelated finger would have them. */
export function strewnTemplate(seed: string, count = 40): FingerTemplate {
  const chance = seeded(seed)
  const width = 320
  const height = 400
  const places = scatter(seed, count, width, height).sort((a, b) => a.y - b.y || a.x - b.x)
  const minutiae = places.map(({ x, y }) => ({
    x,
    y,
    direction: chance.below(256),
    kind: chance.pick(['ending', 'bifurcation'] as const),
    quality: 60 + 4 * chance.below(10),
  }))
  return { width, height, minutiae, flow: undefined }
}

/** The same minutiae on a finger laid down turned (256ths of a turn) and shifted. */
export function movedTemplate(it: FingerTemplate, turn: number, dx: number, dy: number) {
  const angle = (turn * Math.PI) / 128
  const minutiae = it.minutiae.map((one) => ({
    ...one,
    x: Math.round(200 + (one.x - 160) * Math.cos(angle) + (one.y - 200) * Math.sin(angle) + dx),
    y: Math.round(250 - (one.x - 160) * Math.sin(angle) + (one.y - 200) * Math.cos(angle) + dy),
    direction: (one.direction + turn) & 255,
  }))
  return { ...it, width: 500, height: 600, minutiae }
}
