// Gathered — minutiae as they come together, until they are a template.

import { minutiaeMax } from '../limits.ts'
import {
  type FingerTemplate,
  flowBlockPx,
  type Minutia,
  outside,
  qualityStep,
  type RidgeFlow,
} from '../template/finger-template.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

/** Room for one template's minutiae, used again for the next. */
export class Gathered {
  count = 0
  readonly x = new Float64Array(minutiaeMax)
  readonly y = new Float64Array(minutiaeMax)
  readonly direction = new Float64Array(minutiaeMax)
  readonly isFork = new Uint8Array(minutiaeMax)
  readonly quality = new Float64Array(minutiaeMax)

  clear(): void {
    this.count = 0
  }

  get isFull(): boolean {
    return this.count === minutiaeMax
  }

  add(x: number, y: number, direction: number, isFork: number, quality: number): void {
    const at = this.count++
    this.x[at] = x
    this.y[at] = y
    this.direction[at] = direction
    this.isFork[at] = isFork
    this.quality[at] = quality
  }

  /** Whether no minutia lies within `apart` px. */
  hasRoomAt(x: number, y: number, apart: number): boolean {
    for (let i = 0; i < this.count; i++) {
      const dx = this.x[i]! - x
      const dy = this.y[i]! - y
      if (dx * dx + dy * dy < apart * apart) return false
    }
    return true
  }

  remove(at: number): void {
    const last = --this.count
    this.x[at] = this.x[last]!
    this.y[at] = this.y[last]!
    this.direction[at] = this.direction[last]!
    this.isFork[at] = this.isFork[last]!
    this.quality[at] = this.quality[last]!
  }

  toTemplate({ width, height }: Size, flow: RidgeFlow): FingerTemplate {
    const minutiae: Minutia[] = []
    for (let i = 0; i < this.count; i++) {
      minutiae.push({
        x: Math.max(0, Math.min(width - 1, Math.round(this.x[i]!))),
        y: Math.max(0, Math.min(height - 1, Math.round(this.y[i]!))),
        direction: Math.round(this.direction[i]!) & 255,
        kind: this.isFork[i] === 1 ? 'bifurcation' : 'ending',
        quality: wholeQuality(this.quality[i]!),
      })
    }
    minutiae.sort((a, b) => a.y - b.y || a.x - b.x)
    return { width, height, minutiae, flow }
  }
}

function wholeQuality(quality: number): number {
  return Math.max(qualityStep, Math.min(100, qualityStep * Math.round(quality / qualityStep)))
}

/** Whether the px (x, y) and the four `border` px beside it are skin. */
export function isWithin(flow: RidgeFlow, x: number, y: number, border: number): boolean {
  return (
    isSkin(flow, x, y) &&
    isSkin(flow, x - border, y) &&
    isSkin(flow, x + border, y) &&
    isSkin(flow, x, y - border) &&
    isSkin(flow, x, y + border)
  )
}

function isSkin({ columns, rows, directions }: RidgeFlow, x: number, y: number): boolean {
  const column = Math.floor(x / flowBlockPx)
  const row = Math.floor(y / flowBlockPx)
  if (column < 0 || row < 0 || column >= columns || row >= rows) return false
  return directions[row * columns + column] !== outside
}
