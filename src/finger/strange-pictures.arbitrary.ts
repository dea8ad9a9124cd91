// Strange pictures — what lies on a scanner or in a file and is no finger: drawn, never taken.

import type { GrayImage } from '#formats/gray-image'
import { seeded } from '#kit/seeded'
import { drawRidges, scatter } from './drawn-ridges.arbitrary.ts'

const width = 320
const height = 400
const dpi = 500

function draw(gray: (x: number, y: number) => number): GrayImage {
  const pixels = Uint8Array.from({ length: width * height }, (_, i) =>
    Math.max(0, Math.min(255, Math.round(gray(i % width, Math.floor(i / width))))),
  )
  return { width, height, pixels, dpi }
}

export function blank(gray: number): GrayImage {
  return draw(() => gray)
}

/** An empty glass: light that falls off to the sides, and a sensor's noise. */
export function emptyGlass(): GrayImage {
  const chance = seeded('empty glass')
  return draw((x, y) => 225 - Math.hypot(x - 160, y - 200) / 20 + 3 * chance.normal())
}

/** Of every scale at once when `cellPx` is 1, in flakes of that size otherwise. */
export function noise(cellPx: number): GrayImage {
  const chance = seeded(`noise ${cellPx}`)
  const columns = Math.ceil(width / cellPx)
  const cells = Array.from({ length: columns * height }, () => chance.below(256))
  return draw((x, y) => cells[Math.floor(y / cellPx) * columns + Math.floor(x / cellPx)]!)
}

const glyphs = [
  ['#...#', '#..#.', '###..', '#..#.', '#...#'],
  ['.###.', '#...#', '#####', '#...#', '#...#'],
  ['####.', '#...#', '####.', '#..#.', '#...#'],
  ['#####', '..#..', '..#..', '..#..', '..#..'],
  ['#...#', '#...#', '#...#', '#...#', '.###.'],
  ['####.', '#....', '####.', '#....', '####.'],
] as const

/** Lines of capitals, `dotPx` being the side of a letter's dot. */
export function text(dotPx: number): GrayImage {
  const chance = seeded(`text ${dotPx}`)
  const line = 8 * dotPx
  const letter = 6 * dotPx
  const columns = Math.ceil(width / letter)
  const letters = Array.from({ length: columns * Math.ceil(height / line) }, () =>
    chance.unit() < 0.15 ? undefined : chance.pick(glyphs),
  )
  return draw((x, y) => {
    const glyph = letters[Math.floor(y / line) * columns + Math.floor(x / letter)]
    const row = glyph?.[Math.floor((y % line) / dotPx)]
    return row?.[Math.floor((x % letter) / dotPx)] === '#' ? 25 : 240
  })
}

/** A face before a wall: smooth shades, soft and hard edges, hair. */
export function photo(): GrayImage {
  const chance = seeded('photo')
  const hair = Array.from({ length: width }, () => 18 * chance.normal())
  const oval = (x: number, y: number, atX: number, atY: number, a: number, b: number) =>
    ((x - atX) / a) ** 2 + ((y - atY) / b) ** 2
  return draw((x, y) => {
    const grain = 3 * chance.normal()
    if (oval(x, y, 125, 175, 14, 7) < 1 || oval(x, y, 195, 175, 14, 7) < 1) return 50 + grain
    if (oval(x, y, 160, 255, 32, 8) < 1) return 95 + grain
    if (oval(x, y, 160, 120, 95, 90) < 1 && y < 130) return 45 + hair[(x + (y >> 2)) % width]!
    if (oval(x, y, 160, 200, 85, 120) < 1) return 190 - 0.35 * Math.abs(x - 150) + grain
    if (y > 330 && oval(x, y, 160, 420, 150, 110) < 1) return (x >> 4) % 2 === 0 ? 90 : 140
    return 215 - 0.1 * y + 0.05 * x + grain
  })
}

/** Creases as wide, bowed valleys that cross the ridges; the same for every scale. */
function creases(x: number, y: number, scale: number): number {
  const deep = (distance: number) => Math.exp(-((distance / (7 * scale)) ** 2))
  const heart = y - 120 - ((x - 260) / 22) ** 2 / 3
  const head = y - 210 - (x - 40) / 3
  const life = Math.hypot(x - 20, y - 380) - 210
  const fine = ((x + 2.3 * y) % 61) - 30
  return Math.min(1, deep(heart) + deep(head) + deep(life) + 0.5 * deep(2.5 * fine))
}

/** A part of a palm at its true size: ridges that run almost straight, and creases across them. */
export function palm(): GrayImage {
  const ridges = drawRidges({
    width,
    height,
    dislocations: scatter('palm', 30, width, height),
    periodPx: 10.5,
    turn: 0.35,
    bowPx: 25,
    noise: 14,
  })
  return draw((x, y) => {
    const gray = ridges.pixels[y * width + x]!
    return gray + (235 - gray) * creases(x, y, 1)
  })
}

/** A whole hand photographed into the picture: its ridges too fine to be seen, its creases wide. */
export function hand(): GrayImage {
  const chance = seeded('hand')
  return draw((x, y) => {
    const isSkin = Math.hypot((x - 160) / 140, (y - 220) / 170) < 1
    if (!isSkin) return 240 + 4 * chance.normal()
    return (
      150 - 75 * creases(x, y, 0.8) + 8 * Math.cos((2 * Math.PI * y) / 2.6) + 6 * chance.normal()
    )
  })
}

export function mirrored(image: GrayImage): GrayImage {
  const { width, pixels } = image
  const turned = pixels.map((_, i) => pixels[i - (i % width) + width - 1 - (i % width)]!)
  return { ...image, pixels: turned }
}

/** Only the part of the picture that `keeps` is left, on white glass. */
export function partOf(image: GrayImage, keeps: (x: number, y: number) => boolean): GrayImage {
  const { width, pixels } = image
  const kept = pixels.map((gray, i) => (keeps(i % width, Math.floor(i / width)) ? gray : 235))
  return { ...image, pixels: kept }
}
