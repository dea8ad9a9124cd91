// Inks — the colors of all drawn pictures, one byte each: grays, heat from cold to hot, and names.

const grays = 32
const heats = 64

/** Dark enough on a pale print, and told apart also by those who see no red or no green. */
const named = {
  paper: [255, 255, 255],
  pane: [246, 247, 248],
  edge: [196, 202, 208],
  ridge: [20, 24, 28],
  skin: [226, 236, 245],
  flow: [11, 95, 165],
  ending: [200, 60, 0],
  fork: [0, 90, 181],
  alone: [150, 156, 162],
  pair: [0, 128, 96],
  faint: [190, 214, 206],
} as const satisfies Readonly<Record<string, readonly [number, number, number]>>

/** Between five colors of growing lightness. */
const stops = [
  [52, 38, 102],
  [44, 92, 140],
  [32, 145, 140],
  [110, 200, 90],
  [250, 230, 60],
] as const

type InkName = keyof typeof named

const names = Object.keys(named) as InkName[]

/** Number of each named ink in the palette. */
export const inks = Object.fromEntries(
  names.map((name, i) => [name, grays + heats + i]),
) as Readonly<Record<InkName, number>>

/** Red, green and blue of each ink, 0 … 255. */
export const palette: readonly (readonly [number, number, number])[] = [
  ...Array.from({ length: grays }, (_, i) => grayAt(i / (grays - 1))),
  ...Array.from({ length: heats }, (_, i) => heatAt(i / (heats - 1))),
  ...names.map((name) => named[name]),
]

/** The ink for a gray level, 0 black … 255 white. */
export function grayInk(level: number): number {
  return Math.round((clamp(level / 255) || 0) * (grays - 1))
}

/** The same lighter by half, so that what is drawn over it stands out. */
export function paleInk(level: number): number {
  return grayInk(128 + level / 2)
}

/** The ink for a share, 0 … 1: from dark blue over green to yellow. */
export function heatInk(share: number): number {
  return grays + Math.round((clamp(share) || 0) * (heats - 1))
}

function grayAt(share: number): [number, number, number] {
  const level = Math.round(255 * share)
  return [level, level, level]
}

function heatAt(share: number): [number, number, number] {
  const at = share * (stops.length - 1)
  const below = Math.min(stops.length - 2, Math.floor(at))
  const mix = (channel: 0 | 1 | 2) => {
    const low = stops[below]![channel]
    return Math.round(low + (at - below) * (stops[below + 1]![channel] - low))
  }
  return [mix(0), mix(1), mix(2)]
}

function clamp(share: number): number {
  return Math.max(0, Math.min(1, share))
}
