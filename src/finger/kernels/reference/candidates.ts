// Candidates — the pairs of minutiae whose surroundings are most alike.

/**
 * The `wanted` best of all pairs, best first, of equals the one that comes first: for each its
 * likeness and its place in `likeness`.
 */
export function candidates(likeness: Uint16Array, wanted: number): Int32Array {
  const best = Array.from(likeness.keys())
    .filter((it) => likeness[it]! > 0)
    .sort((p, q) => likeness[q]! - likeness[p]! || p - q)
    .slice(0, wanted)
  return Int32Array.from(best.flatMap((it) => [likeness[it]!, it]))
}
