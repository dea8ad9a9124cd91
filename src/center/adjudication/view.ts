// View — how two prints are looked at in step: zoom, turn and shift, and where a point then lies.

export interface View {
  /** 1 shows the whole print. */
  readonly zoom: number
  /** Degrees, clockwise. */
  readonly turn: number
  /** In units of the drawing, of which a pane is `paneWidth` wide. */
  readonly shiftX: number
  readonly shiftY: number
  /** 1 as captured. */
  readonly contrast: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Sides {
  readonly width: number
  readonly height: number
}

export const asCaptured: View = { zoom: 1, turn: 0, shiftX: 0, shiftY: 0, contrast: 1 }

/** The drawing: two panes of the same sides with a gap between. */
export const paneWidth = 480
export const paneHeight = 560
export const paneGap = 40

const zoomMax = 8
const zoomStep = 1.25
const turnStep = 15
const contrasts: readonly number[] = [1, 1.5, 2.2, 0.7]

export function zoomed(view: View, steps: number): View {
  const zoom = Math.min(zoomMax, Math.max(1, view.zoom * zoomStep ** steps))
  // What is in the middle stays in the middle.
  const grown = zoom / view.zoom
  return { ...view, zoom, shiftX: view.shiftX * grown, shiftY: view.shiftY * grown }
}

export function turned(view: View, steps: number): View {
  return { ...view, turn: (view.turn + steps * turnStep + 360) % 360 }
}

export function shifted(view: View, byX: number, byY: number): View {
  const reachX = (paneWidth * view.zoom) / 2
  const reachY = (paneHeight * view.zoom) / 2
  return {
    ...view,
    shiftX: Math.min(reachX, Math.max(-reachX, view.shiftX + byX)),
    shiftY: Math.min(reachY, Math.max(-reachY, view.shiftY + byY)),
  }
}

export function nextContrast(view: View): View {
  const at = contrasts.indexOf(view.contrast)
  return { ...view, contrast: contrasts[(at + 1) % contrasts.length] ?? 1 }
}

/** Units of the drawing per pixel of the print. */
export function scaleOf(view: View, print: Sides): number {
  return view.zoom * Math.min(paneWidth / print.width, paneHeight / print.height)
}

/** From the middle of the print to its place in the drawing, as an SVG transform. */
export function transformOf(view: View, print: Sides, pane: 0 | 1): string {
  const { x, y } = middleOf(view, pane)
  const scale = scaleOf(view, print)
  const toMiddle = `translate(${-print.width / 2} ${-print.height / 2})`
  return `translate(${x} ${y}) rotate(${view.turn}) scale(${scale}) ${toMiddle}`
}

/** Where a point of the print lies in the drawing: the same as `transformOf` says. */
export function placeOf(view: View, print: Sides, pane: 0 | 1, point: Point): Point {
  const middle = middleOf(view, pane)
  const scale = scaleOf(view, print)
  const x = (point.x - print.width / 2) * scale
  const y = (point.y - print.height / 2) * scale
  const angle = (view.turn * Math.PI) / 180
  return {
    x: middle.x + x * Math.cos(angle) - y * Math.sin(angle),
    y: middle.y + x * Math.sin(angle) + y * Math.cos(angle),
  }
}

/** Whether a point of the drawing lies within its pane: lines end where nothing is seen. */
export function isShown({ x, y }: Point, pane: 0 | 1): boolean {
  const left = leftOf(pane)
  return x >= left && x <= left + paneWidth && y >= 0 && y <= paneHeight
}

export function leftOf(pane: 0 | 1): number {
  return pane * (paneWidth + paneGap)
}

function middleOf(view: View, pane: 0 | 1): Point {
  return {
    x: leftOf(pane) + paneWidth / 2 + view.shiftX,
    y: paneHeight / 2 + view.shiftY,
  }
}
