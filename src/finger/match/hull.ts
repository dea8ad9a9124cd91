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
  let inside = hull.length >= 3
  let nearest = Number.POSITIVE_INFINITY
  for (let i = 0; i < hull.length; i++) {
    const a = hull[i]!
    const b = hull[(i + 1) % hull.length]!
    const ex = b.x - a.x
    const ey = b.y - a.y
    const px = x - a.x
    const py = y - a.y
    if (ex * py - ey * px < 0) inside = false
    const length = ex * ex + ey * ey
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, (px * ex + py * ey) / length))
    nearest = Math.min(nearest, (px - t * ex) ** 2 + (py - t * ey) ** 2)
  }
  return inside || nearest <= margin * margin
}
