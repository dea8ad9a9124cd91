// Hull — the convex polygon around the minutiae, beyond which nobody knows what there is.

export interface Point {
  readonly x: number
  readonly y: number
}

/** Corners in turn, by Andrew's monotone chain. */
export function hullOf(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y)
  if (sorted.length < 3) return sorted
  const lower = chain(sorted)
  const upper = chain(sorted.toReversed())
  return [...lower.slice(0, -1), ...upper.slice(0, -1)]
}

function chain(points: readonly Point[]): Point[] {
  const corners: Point[] = []
  for (const point of points) {
    while (corners.length >= 2 && turn(corners.at(-2)!, corners.at(-1)!, point) <= 0) corners.pop()
    corners.push(point)
  }
  return corners
}

function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/** Whether the point lies in the hull or at most `margin` outside it. */
export function isNearHull(hull: readonly Point[], x: number, y: number, margin: number): boolean {
  if (hull.length < 3) return hull.some((it) => Math.hypot(x - it.x, y - it.y) <= margin)
  let inside = true
  for (let i = 0, k = hull.length - 1; i < hull.length; k = i++) {
    const a = hull[k]!
    const b = hull[i]!
    if ((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x) < 0) {
      if (distanceToSegment(a, b, x, y) <= margin) return true
      inside = false
    }
  }
  return inside
}

function distanceToSegment(a: Point, b: Point, x: number, y: number): number {
  const ex = b.x - a.x
  const ey = b.y - a.y
  const px = x - a.x
  const py = y - a.y
  const length = ex * ex + ey * ey
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, (px * ex + py * ey) / length))
  return Math.sqrt((px - t * ex) ** 2 + (py - t * ey) ** 2)
}
