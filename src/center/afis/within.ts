// Within — a search that may take so long and no longer: late, it is no answer at all.

import type { Fingers, Gallery, SearchAnswer, SearchAsk, SearchFailure } from './gallery.ts'

/**
 * Ends with `search.deadline` where the gallery has not answered after so many milliseconds, at once
 * where there are none; what it says later is heard by nobody.
 */
export async function searchWithin(
  ms: number,
  gallery: Pick<Gallery, 'search'>,
  newcomer: Fingers,
  ask: SearchAsk,
): Promise<SearchAnswer | SearchFailure> {
  const late: SearchFailure = { code: 'search.deadline', missing: ['time'] }
  if (ms <= 0) return late
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = new Promise<SearchFailure>((resolve) => {
    timer = setTimeout(() => resolve(late), ms)
  })
  try {
    return await Promise.race([gallery.search(newcomer, ask), end])
  } finally {
    clearTimeout(timer)
  }
}
