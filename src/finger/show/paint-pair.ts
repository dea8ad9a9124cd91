// Paint pair — two prints side by side as a picture, with marks and lines over them.

import type { GrayImage } from '#formats/gray-image'
import {
  type FingerTemplate,
  flowBlockPx,
  flowDirections,
  outside,
} from '../template/finger-template.ts'
import { inks, paleInk } from './inks.ts'
import {
  drawingWidth,
  leftOf,
  type Mark,
  markRadius,
  type PairDrawing,
  type PaneNumber,
  paneHeight,
  paneWidth,
  placeOf,
  scaleOf,
  wholePrint,
} from './pair-drawing.ts'
import { drawDot, drawLine, drawMark, emptyPicture, type Picture } from './picture.ts'

/** A template may come without its picture: then its ridge flow is drawn, if it has one. */
export interface PrintToShow {
  readonly template: FingerTemplate
  readonly image: GrayImage | undefined
}

export interface PairLook {
  /** Px to a unit of the drawing. */
  readonly pxPerUnit: number
  /** The ink of each of the drawing's lines; undefined: that of a pair. */
  readonly inkOf?: (line: number) => number
}

/** Both prints whole, `drawingWidth` × `paneHeight` units large. */
export function paintPair(
  prints: readonly [PrintToShow, PrintToShow],
  { marks, lines }: PairDrawing,
  { pxPerUnit, inkOf = () => inks.pair }: PairLook,
): Picture {
  const picture = emptyPicture(
    Math.round(drawingWidth * pxPerUnit),
    Math.round(paneHeight * pxPerUnit),
  )
  for (const pane of [0, 1] as const) {
    const { image, template } = prints[pane]
    fillPane(picture, pane, template, image, pxPerUnit)
    if (image === undefined) drawFlow(picture, pane, template, pxPerUnit)
    for (const mark of marks[pane]) paintMark(picture, mark, pxPerUnit)
  }
  for (const [i, { from, to }] of lines.entries()) {
    drawLine(picture, scaled(from, pxPerUnit), scaled(to, pxPerUnit), inkOf(i))
  }
  return picture
}

function fillPane(
  picture: Picture,
  pane: PaneNumber,
  template: FingerTemplate,
  image: GrayImage | undefined,
  pxPerUnit: number,
): void {
  const scale = scaleOf(wholePrint, template)
  const corner = placeOf(wholePrint, template, pane, { x: 0, y: 0 })
  const left = Math.round(leftOf(pane) * pxPerUnit)
  const right = Math.round((leftOf(pane) + paneWidth) * pxPerUnit)
  for (let y = 0; y < picture.height; y++) {
    for (let x = left; x < right; x++) {
      const u = ((x + 0.5) / pxPerUnit - corner.x) / scale / template.width
      const v = ((y + 0.5) / pxPerUnit - corner.y) / scale / template.height
      const gray = image === undefined ? undefined : grayAt(image, u, v)
      drawDot(picture, x, y, gray === undefined ? inks.pane : paleInk(gray))
    }
  }
}

/** Between four pixels; `u` and `v` are shares of the sides. Undefined outside of the picture. */
function grayAt({ width, height, pixels }: GrayImage, u: number, v: number): number | undefined {
  if (u < 0 || v < 0 || u >= 1 || v >= 1) return undefined
  const x = Math.max(0, Math.min(width - 1.001, u * width - 0.5))
  const y = Math.max(0, Math.min(height - 1.001, v * height - 0.5))
  const at = Math.floor(y) * width + Math.floor(x)
  const right = x - Math.floor(x)
  const below = y - Math.floor(y)
  const above = pixels[at]! * (1 - right) + (pixels[at + 1] ?? 255) * right
  const under = (pixels[at + width] ?? 255) * (1 - right) + (pixels[at + width + 1] ?? 255) * right
  return above * (1 - below) + under * below
}

function drawFlow(
  picture: Picture,
  pane: PaneNumber,
  template: FingerTemplate,
  pxPerUnit: number,
): void {
  const { flow } = template
  if (flow === undefined) return
  for (const [i, direction] of flow.directions.entries()) {
    if (direction === outside) continue
    const middle = {
      x: ((i % flow.columns) + 0.5) * flowBlockPx,
      y: (Math.floor(i / flow.columns) + 0.5) * flowBlockPx,
    }
    const angle = (-direction * Math.PI) / flowDirections
    const end = (way: 1 | -1) =>
      scaled(
        placeOf(wholePrint, template, pane, {
          x: middle.x + way * (flowBlockPx / 2 - 2) * Math.cos(angle),
          y: middle.y + way * (flowBlockPx / 2 - 2) * Math.sin(angle),
        }),
        pxPerUnit,
      )
    drawLine(picture, end(-1), end(1), inks.edge)
  }
}

function paintMark(picture: Picture, mark: Mark, pxPerUnit: number): void {
  const ink = mark.isPaired ? (mark.isFork ? inks.fork : inks.ending) : inks.alone
  const middle = scaled(mark, pxPerUnit)
  const radius = Math.max(2, markRadius * pxPerUnit)
  drawMark(picture, middle, { isFork: mark.isFork, radius }, ink)
  drawLine(picture, middle, scaled(mark.tip, pxPerUnit), ink, pxPerUnit >= 1 ? 2 : 1)
}

function scaled(point: { readonly x: number; readonly y: number }, pxPerUnit: number) {
  return { x: point.x * pxPerUnit, y: point.y * pxPerUnit }
}
