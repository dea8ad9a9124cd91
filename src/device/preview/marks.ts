// Marks — what is drawn over the preview: a frame around each finger, its quality as bar and number.
//
// Drawn as SVG without any text element: numbers are strokes of seven segments, so that no font
// has to be installed where the scanner runs.

import { qualityAccepted } from '#finger'

export interface Cell {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** 0 … 100; undefined where no finger lies. */
  readonly quality: number | undefined
}

const barHeight = 10
const color = { good: '#1b7f3b', weak: '#b45309', none: '#9aa3ad' } as const

export function marksSvg(width: number, height: number, cells: readonly Cell[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    ...cells.map(cellSvg),
    '</svg>',
  ].join('')
}

function cellSvg({ left, top, width, height, quality }: Cell): string {
  const stroke = strokeOf(quality)
  const dash = quality === undefined ? ' stroke-dasharray="6 6"' : ''
  const around = `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="none" stroke="${stroke}" stroke-width="3" rx="8"${dash}/>`
  if (quality === undefined) return around
  const barTop = top + height + 6
  const filled = Math.round((width * quality) / 100)
  const bar =
    `<rect x="${left}" y="${barTop}" width="${width}" height="${barHeight}" fill="#e5e7eb"/>` +
    `<rect x="${left}" y="${barTop}" width="${filled}" height="${barHeight}" fill="${stroke}"/>`
  return around + bar + numberSvg(Math.round(quality), left + 8, top + 8, stroke)
}

function strokeOf(quality: number | undefined): string {
  if (quality === undefined) return color.none
  return quality >= qualityAccepted ? color.good : color.weak
}

/** Segments a to g, as points of a digit 10 wide and 18 high. */
const segments: Readonly<Record<string, string>> = {
  a: 'M1 0H9',
  b: 'M10 1V8',
  c: 'M10 10V17',
  d: 'M1 18H9',
  e: 'M0 10V17',
  f: 'M0 1V8',
  g: 'M1 9H9',
}
const digits = [
  'abcdef',
  'bc',
  'abged',
  'abgcd',
  'fgbc',
  'afgcd',
  'afgedc',
  'abc',
  'abcdefg',
  'abcdfg',
]

function numberSvg(value: number, left: number, top: number, stroke: string): string {
  const strokes = Array.from(String(value), (digit, i) => {
    const path = Array.from(digits[Number(digit)] ?? '', (it) => segments[it]).join('')
    return `<path transform="translate(${left + 16 * i} ${top})" d="${path}"/>`
  })
  return `<g fill="none" stroke="${stroke}" stroke-width="3" stroke-linecap="round">${strokes.join('')}</g>`
}
