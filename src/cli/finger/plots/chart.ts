// Chart — a plain chart in SVG: a frame with ticks, curves or areas in it, and their names beside.

import { escapeXml } from '#card/svg'

export interface Tick {
  /** Where on the axis, 0 … 1 from its start. */
  readonly at: number
  readonly text: string
}

export interface Axis {
  readonly label: string
  readonly ticks: readonly Tick[]
}

export interface Series {
  readonly name: string
  readonly color: string
  /** On both axes 0 … 1 from their starts. */
  readonly points: readonly (readonly [x: number, y: number])[]
  readonly look: 'curve' | 'bold-curve' | 'area' | 'dashes'
}

export interface Chart {
  readonly title: string
  readonly across: Axis
  readonly up: Axis
  readonly series: readonly Series[]
}

const width = 760
const height = 440
const left = 70
const right = 170
const top = 44
const bottom = 56
const innerWidth = width - left - right
const innerHeight = height - top - bottom

/** Told apart also by those who see no red or no green. */
export const seriesColors: readonly string[] = [
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#cc79a7',
  '#8a6d00',
  '#56b4e9',
]

export function renderChart({ title, across, up, series }: Chart): string {
  const parts = [
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="${left}" y="26" font-size="16" font-weight="600">${escapeXml(title)}</text>`,
    ...across.ticks.map(acrossTick),
    ...up.ticks.map(upTick),
    `<text x="${left + innerWidth / 2}" y="${height - 14}" text-anchor="middle">${escapeXml(across.label)}</text>`,
    `<text transform="translate(18 ${top + innerHeight / 2}) rotate(-90)" text-anchor="middle">${escapeXml(up.label)}</text>`,
    ...series.map(seriesPath),
    `<rect x="${left}" y="${top}" width="${innerWidth}" height="${innerHeight}" fill="none" stroke="#8a9299"/>`,
    ...series.map(nameOf),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="13" fill="#1a1f24">
<title>${escapeXml(title)}</title>
${parts.join('\n')}
</svg>
`
}

function acrossTick({ at, text }: Tick): string {
  const x = xOf(at)
  return `<path d="M${x} ${top}v${innerHeight}" stroke="#e3e5e4"/><text x="${x}" y="${height - bottom + 20}" text-anchor="middle">${escapeXml(text)}</text>`
}

function upTick({ at, text }: Tick): string {
  const y = yOf(at)
  return `<path d="M${left} ${y}h${innerWidth}" stroke="#e3e5e4"/><text x="${left - 8}" y="${y + 4}" text-anchor="end">${escapeXml(text)}</text>`
}

function seriesPath({ points, color, look }: Series): string {
  const places = points.map(([x, y]) => `${xOf(x)} ${yOf(y)}`)
  if (places.length === 0) return ''
  const line = `M${places.join('L')}`
  if (look === 'area') {
    const ground = yOf(0)
    const closed = `${line}L${xOf(points.at(-1)![0])} ${ground}L${xOf(points[0]![0])} ${ground}Z`
    return `<path d="${closed}" fill="${color}" fill-opacity="0.35" stroke="${color}"/>`
  }
  const dashes = look === 'dashes' ? ' stroke-dasharray="6 4"' : ''
  const thick = look === 'bold-curve' ? 3 : 1.6
  return `<path d="${line}" fill="none" stroke="${color}" stroke-width="${thick}"${dashes}/>`
}

function nameOf({ name, color }: Series, i: number): string {
  const x = width - right + 14
  const y = top + 14 + 22 * i
  return `<path d="M${x} ${y - 4}h16" stroke="${color}" stroke-width="4"/><text x="${x + 22}" y="${y}">${escapeXml(name)}</text>`
}

function xOf(share: number): number {
  return Math.round((left + share * innerWidth) * 10) / 10
}

function yOf(share: number): number {
  return Math.round((top + (1 - share) * innerHeight) * 10) / 10
}
