// Arrival — since when this resident has been standing at the desk, also across its pages.

import { line } from '#kit/web/api'
import { useKept } from '#kit/web/kept'

export interface Arrival {
  readonly sinceMs: number | undefined
  /** The first thing done for a resident starts the clock; later ones leave it alone. */
  readonly begin: () => void
  readonly clear: () => void
}

const nobody = 0
const oneDay = 1

export function useArrival(): Arrival {
  const { value, keep, clear } = useKept('desk-arrival', nobody, oneDay)
  const sinceMs = value === nobody ? undefined : value
  const begin = () => {
    if (sinceMs === undefined) keep(line.now())
  }
  return { sinceMs, begin, clear }
}
