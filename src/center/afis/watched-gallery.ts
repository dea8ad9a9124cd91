// Watched gallery — a gallery that also says how long its searches took and how many failed.

import { type Gallery, isSearchFailure, type SearchFailure } from './gallery.ts'
import { createSearchWatch, type SearchTimes } from './search-times.ts'

export interface WatchedGallery extends Gallery {
  /** Searches of everybody, where there is somebody; to look at who came since is none of its own. */
  readonly searches: SearchTimes
  /** How often it had no answer, because not all of it could be reached. */
  readonly failedCount: number
}

/** `nowMs`: milliseconds that only go forward. */
export function watchGallery(gallery: Gallery, nowMs: () => number): WatchedGallery {
  const watch = createSearchWatch(nowMs)
  let failedCount = 0
  const counted = <Answer extends object | undefined>(answer: Answer): Answer => {
    if (answer !== undefined && isSearchFailure(answer)) failedCount++
    return answer
  }
  const reach = gallery.reach?.bind(gallery)
  return {
    async search(newcomer, ask) {
      const beganMs = nowMs()
      const isOfEverybody = ask.afterSeq === 0 && gallery.lastSeq > 0
      const answer = counted(await gallery.search(newcomer, ask))
      if (isOfEverybody && !isSearchFailure(answer)) watch.took(nowMs() - beganMs)
      return answer
    },
    apply: (entries) => gallery.apply(entries),
    ...(reach && {
      reach: async (seq: number): Promise<SearchFailure | undefined> => counted(await reach(seq)),
    }),
    get peopleCount() {
      return gallery.peopleCount
    },
    get lastSeq() {
      return gallery.lastSeq
    },
    get bytes() {
      return gallery.bytes
    },
    stop: () => gallery.stop(),
    get searches() {
      return watch.times
    },
    get failedCount() {
      return failedCount
    },
  }
}
