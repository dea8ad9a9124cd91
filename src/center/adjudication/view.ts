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
