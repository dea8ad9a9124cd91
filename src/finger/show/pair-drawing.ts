// Pair drawing — two prints side by side: where each lies, its marks, and the lines between pairs.
//
// One geometry for all who show a pair: the adjudicators' screen, and files made by the command
// line. Lengths are units of the drawing, of which a pane is `paneWidth` wide.

/** How both prints are looked at in step. */
export interface Look {
  /** 1 shows the whole print. */
  readonly zoom: number
  /** Degrees, clockwise. */
  readonly turn: number
  readonly shiftX: number
  readonly shiftY: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Sides {
  readonly width: number
  readonly height: number
}

/** A print to be shown: the picture, if there is one, fills the box that the template has. */
export interface ShownPrint extends Sides {
  readonly minutiae: readonly ShownMinutia[]
}

export interface ShownMinutia extends Point {
  /** In 256ths of a turn, counterclockwise from the right. */
  readonly direction: number
  readonly kind: string
}

/** A minutia as it is drawn: a ring for an ending, a square for a fork, and a stroke to the tip. */
export interface Mark extends Point {
  /** Its number in the template. */
  readonly minutia: number
  readonly tip: Point
  readonly isFork: boolean
  readonly isPaired: boolean
}

export interface PairLine {
  readonly from: Mark
  readonly to: Mark
}

export interface PairDrawing {
  readonly marks: readonly [readonly Mark[], readonly Mark[]]
  readonly lines: readonly PairLine[]
}

export type PaneNumber = 0 | 1

export const wholePrint: Look = { zoom: 1, turn: 0, shiftX: 0, shiftY: 0 }

/** The drawing: two panes of the same sides with a gap between. */
export const paneWidth = 480
export const paneHeight = 560
export const paneGap = 40
export const drawingWidth = 2 * paneWidth + paneGap

/** Of a mark's ring or square: from the middle to its side, and to the tip of its stroke. */
export const markRadius = 5
const tipLength = 14

/**
 * What is to be drawn over two prints. Marks outside of their pane are left out, and with them the
 * lines to them; a pair of minutiae that do not exist is passed over.
 */
export function pairDrawing(
  look: Look,
  [a, b]: readonly [ShownPrint, ShownPrint],
  pairs: readonly (readonly number[])[],
): PairDrawing {
  const marksOf = (print: ShownPrint, pane: PaneNumber) => {
    const paired = new Set(pairs.map((it) => it[pane]))
    return print.minutiae.flatMap((it, minutia) => {
      const middle = placeOf(look, print, pane, it)
      if (!isShown(middle, pane)) return []
      const angle = (look.turn * Math.PI) / 180 - (it.direction * Math.PI) / 128
      const tip = {
        x: middle.x + tipLength * Math.cos(angle),
        y: middle.y + tipLength * Math.sin(angle),
      }
      const isFork = it.kind === 'bifurcation'
      return [{ ...middle, minutia, tip, isFork, isPaired: paired.has(minutia) }]
    })
  }
  const marks = [marksOf(a, 0), marksOf(b, 1)] as const
  const [left, right] = marks.map((it) => new Map(it.map((mark) => [mark.minutia, mark])))
  const lines = pairs.flatMap(([ours = -1, theirs = -1]) => {
    const from = left?.get(ours)
    const to = right?.get(theirs)
    return from === undefined || to === undefined ? [] : [{ from, to }]
  })
  return { marks, lines }
}

/** Units of the drawing per pixel of the print. */
export function scaleOf(look: Look, print: Sides): number {
  return look.zoom * Math.min(paneWidth / print.width, paneHeight / print.height)
}

/** From the middle of the print to its place in the drawing, as an SVG transform. */
export function transformOf(look: Look, print: Sides, pane: PaneNumber): string {
  const { x, y } = middleOf(look, pane)
  const toMiddle = `translate(${-print.width / 2} ${-print.height / 2})`
  return `translate(${x} ${y}) rotate(${look.turn}) scale(${scaleOf(look, print)}) ${toMiddle}`
}

/** Where a point of the print lies in the drawing: the same as `transformOf` says. */
export function placeOf(look: Look, print: Sides, pane: PaneNumber, point: Point): Point {
  const middle = middleOf(look, pane)
  const scale = scaleOf(look, print)
  const x = (point.x - print.width / 2) * scale
  const y = (point.y - print.height / 2) * scale
  const angle = (look.turn * Math.PI) / 180
  return {
    x: middle.x + x * Math.cos(angle) - y * Math.sin(angle),
    y: middle.y + x * Math.sin(angle) + y * Math.cos(angle),
  }
}

/** Whether a point of the drawing lies within its pane: lines end where nothing is seen. */
export function isShown({ x, y }: Point, pane: PaneNumber): boolean {
  const left = leftOf(pane)
  return x >= left && x <= left + paneWidth && y >= 0 && y <= paneHeight
}

export function leftOf(pane: PaneNumber): number {
  return pane * (paneWidth + paneGap)
}

function middleOf(look: Look, pane: PaneNumber): Point {
  return {
    x: leftOf(pane) + paneWidth / 2 + look.shiftX,
    y: paneHeight / 2 + look.shiftY,
  }
}
