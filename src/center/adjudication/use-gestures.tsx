// Use gestures — mouse, wheel, fingers and arrow keys move and zoom both prints in step.

import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef } from 'react'
import { drawingWidth, leftOf, paneHeight, paneWidth } from '#finger/show'
import { moved, type Spot, shifted, type View, type Way, zoomed, zoomStepsOf } from './view.ts'

export type Drawing = RefObject<SVGSVGElement | null>
export type Change = (next: (before: View) => View) => void

interface Place {
  readonly clientX: number
  readonly clientY: number
}

/** The page must not scroll meanwhile, which only a listener that is not passive can prevent. */
export function useWheel(drawing: Drawing, onChange: Change) {
  useEffect(() => {
    const element = drawing.current
    if (element === null) return
    const turn = (event: WheelEvent) => {
      event.preventDefault()
      const spot = spotOf(element, event)
      onChange((before) => zoomed(before, event.deltaY < 0 ? 1 : -1, spot))
    }
    element.addEventListener('wheel', turn, { passive: false })
    return () => element.removeEventListener('wheel', turn)
  })
}

/** One pointer drags; two that move apart zoom, about the middle between them. */
export function usePointers(drawing: Drawing, onChange: Change) {
  const down = useRef(new Map<number, Place>())
  const lift = (event: PointerEvent) => void down.current.delete(event.pointerId)
  return {
    onPointerDown(event: PointerEvent<SVGSVGElement>) {
      down.current.set(event.pointerId, placeOf(event))
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove(event: PointerEvent<SVGSVGElement>) {
      const last = down.current.get(event.pointerId)
      const element = drawing.current
      if (last === undefined || element === null) return
      const now = placeOf(event)
      const other = [...down.current].find(([id]) => id !== event.pointerId)?.[1]
      down.current.set(event.pointerId, now)
      if (other === undefined) {
        const [x, y] = [now.clientX - last.clientX, now.clientY - last.clientY]
        const units = unitsPerPx(element)
        onChange((before) => shifted(before, x * units, y * units))
      } else {
        const steps = zoomStepsOf(distance(now, other) / Math.max(1, distance(last, other)))
        const spot = spotOf(element, middleOf(now, other))
        onChange((before) => zoomed(before, steps, spot))
      }
    },
    onPointerUp: lift,
    onPointerCancel: lift,
  }
}

const arrows: Readonly<Record<string, Way>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

/** While the frame has the focus, arrows move the prints; elsewhere they go from finger to finger. */
export function arrowKeys(onChange: Change) {
  return (event: KeyboardEvent) => {
    const way = arrows[event.key]
    if (way === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    onChange((before) => moved(before, way))
  }
}

function placeOf({ clientX, clientY }: Place): Place {
  return { clientX, clientY }
}

function unitsPerPx(element: Element): number {
  return drawingWidth / (element.getBoundingClientRect().width || drawingWidth)
}

/** From the middle of the pane that the place lies in. */
function spotOf(element: Element, place: Place): Spot {
  const box = element.getBoundingClientRect()
  const units = unitsPerPx(element)
  const x = (place.clientX - box.left) * units
  const pane = x < leftOf(1) ? 0 : 1
  return {
    x: x - leftOf(pane) - paneWidth / 2,
    y: (place.clientY - box.top) * units - paneHeight / 2,
  }
}

function distance(a: Place, b: Place): number {
  return Math.max(1, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY))
}

function middleOf(a: Place, b: Place): Place {
  return { clientX: (a.clientX + b.clientX) / 2, clientY: (a.clientY + b.clientY) / 2 }
}
