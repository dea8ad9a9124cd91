// View — how an expert looks at two prints in step: zoom, turn, shift and contrast.

import { type Look, paneHeight, paneWidth, wholePrint } from '#finger/show'

export interface View extends Look {
  /** 1 as captured. */
  readonly contrast: number
}

export const asCaptured: View = { ...wholePrint, contrast: 1 }

const zoomMax = 8
const zoomStep = 1.25
const turnStep = 15
const contrasts: readonly number[] = [0.5, 0.7, 1, 1.4, 2, 2.8]
/** Of the drawing's units: a step by an arrow key or its button. */
const moveStep = 48

/** A place in a pane, in units from its middle. */
export interface Spot {
  readonly x: number
  readonly y: number
}

const middle: Spot = { x: 0, y: 0 }

/** What lies at `spot` stays there; a step need not be a whole one. */
export function zoomed(view: View, steps: number, spot: Spot = middle): View {
  const zoom = Math.min(zoomMax, Math.max(1, view.zoom * zoomStep ** steps))
  const grown = zoom / view.zoom
  const shift = {
    x: spot.x - (spot.x - view.shiftX) * grown,
    y: spot.y - (spot.y - view.shiftY) * grown,
  }
  return shifted({ ...view, zoom, shiftX: 0, shiftY: 0 }, shift.x, shift.y)
}

/** The steps that make it `ratio` times as large: fingers that move apart. */
export function zoomStepsOf(ratio: number): number {
  return Math.log(ratio) / Math.log(zoomStep)
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

export type Way = 'left' | 'right' | 'up' | 'down'

const ways: Readonly<Record<Way, Spot>> = {
  left: { x: -moveStep, y: 0 },
  right: { x: moveStep, y: 0 },
  up: { x: 0, y: -moveStep },
  down: { x: 0, y: moveStep },
}

/** The prints move that way. */
export function moved(view: View, way: Way): View {
  return shifted(view, ways[way].x, ways[way].y)
}

export function contrasted(view: View, steps: 1 | -1): View {
  const at = contrasts.indexOf(view.contrast)
  const next = Math.min(contrasts.length - 1, Math.max(0, at + steps))
  return { ...view, contrast: contrasts[next] ?? 1 }
}
