// Local day — the calendar day in Musi Banyuasin (WIB, UTC+7, no summer time).

const wibOffsetMs = 7 * 3_600_000

/** YYYY-MM-DD of an instant, as the office's wall calendar shows it. */
export function localDayOf(atMs: number): string {
  return new Date(atMs + wibOffsetMs).toISOString().slice(0, 10)
}

/** The instant at which a local day begins. */
export function startOfLocalDayMs(atMs: number): number {
  return Math.floor((atMs + wibOffsetMs) / 86_400_000) * 86_400_000 - wibOffsetMs
}
