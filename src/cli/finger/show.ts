// Show — two prints side by side with their minutiae, and lines between those that are paired.

import { writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { escapeXml } from '#card/svg'
import { pairedMinutiae } from '#finger'
import {
  drawingWidth,
  leftOf,
  type Mark,
  markRadius,
  type PairDrawing,
  type PrintToShow,
  paintPair,
  pairDrawing,
  palette,
  paneHeight,
  paneWidth,
  transformOf,
  wholePrint,
} from '#finger/show'
import { encodeColorPng, encodePng } from '#formats/png'
import { trouble } from '#kit/node/trouble'
import { parseAsked } from './asked.ts'
import { getShownFile, toStdout } from './read-print.ts'
import { wrongUsage } from './usage.ts'

type Prints = readonly [PrintToShow, PrintToShow]

export async function runShow(args: readonly string[]): Promise<number> {
  const asked = parseAsked(args, { pathsMin: 2, pathsMax: 2 })
  if (typeof asked === 'string') return wrongUsage(asked)
  const { out } = asked
  const form = out === undefined ? undefined : extname(out).toLowerCase()
  if (form !== undefined && form !== '.png' && form !== '.svg') {
    return wrongUsage(`${out} must end in .png or .svg`)
  }
  const a = await getShownFile(asked.paths[0]!, asked)
  const b = await getShownFile(asked.paths[1]!, asked)
  const { score, pairs } = pairedMinutiae(a.template, b.template)
  const drawing = pairDrawing(wholePrint, [a.template, b.template], pairs)
  const told = `score ${score.toFixed(2)}, ${pairs.length} pairs of ${a.template.minutiae.length} and ${b.template.minutiae.length} minutiae`
  if (out !== undefined) {
    const bytes =
      form === '.png'
        ? encodeColorPng(paintPair([a, b], drawing, { pxPerUnit: 1 }), palette)
        : svgOf([a, b], drawing, told)
    await writeFile(out, bytes).catch(() => {
      throw trouble('print.write', `${out} cannot be written`)
    })
  }
  toStdout(asked.json ? JSON.stringify({ score, pairs, out }) : told)
  return 0
}

const captionHeight = 40

/** A drawing that stands alone: the prints lie inside it as PNG. */
export function svgOf(prints: Prints, { marks, lines }: PairDrawing, caption: string): string {
  const height = paneHeight + captionHeight
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${drawingWidth} ${height}">
<title>${escapeXml(caption)}</title>
<style>
  .pane { fill: #f6f7f8; stroke: #c4cad0 }
  .line { stroke: #008060; stroke-width: 1.2; opacity: 0.8 }
  .mark { fill: none; stroke: #969ca2; stroke-width: 1.6 }
  .ending { stroke: #c83c00 }
  .fork { stroke: #005ab5 }
  text { font: 18px system-ui, sans-serif; fill: #14181c }
</style>
<rect width="${drawingWidth}" height="${height}" fill="#fff"/>
${prints.map((print, pane) => paneOf(print, pane === 0 ? 0 : 1)).join('\n')}
${lines.map(({ from, to }) => `<path class="line" d="M${at(from)}L${at(to)}"/>`).join('\n')}
${marks.flat().map(markOf).join('\n')}
<text x="4" y="${height - 12}">${escapeXml(caption)}</text>
</svg>
`
}

function paneOf({ template, image }: PrintToShow, pane: 0 | 1): string {
  const rect = `<rect class="pane" x="${leftOf(pane)}" width="${paneWidth}" height="${paneHeight}"/>`
  if (image === undefined) return rect
  const data = Buffer.from(encodePng(image)).toString('base64')
  const { width, height } = template
  const place = `width="${width}" height="${height}" preserveAspectRatio="none" opacity="0.6"`
  const turned = transformOf(wholePrint, template, pane)
  return `${rect}\n<image ${place} transform="${turned}" href="data:image/png;base64,${data}"/>`
}

function markOf(mark: Mark): string {
  const { x, y, tip, isFork, isPaired } = mark
  const r = markRadius
  const shape = isFork
    ? `M${number(x - r)} ${number(y - r)}h${2 * r}v${2 * r}h${-2 * r}z`
    : `M${number(x - r)} ${number(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`
  const kind = isPaired ? (isFork ? ' fork' : ' ending') : ''
  return `<path class="mark${kind}" d="${shape}M${at(mark)}L${at(tip)}"/>`
}

function at({ x, y }: { readonly x: number; readonly y: number }): string {
  return `${number(x)} ${number(y)}`
}

function number(value: number): string {
  return String(Math.round(value * 10) / 10)
}
