// Gallery — everybody found unique, finger by finger: what a newcomer is searched in.
//
// A rebuildable image of the database, brought up to date by the entries that came since. One
// interface, whatever answers behind it: a few people compared one by one, or a million.

import type { CaseId } from '#enrollment/events'
import type { FingerPosition } from '#enrollment/fingers'
import type { FingerTemplate } from '#finger'

export type Fingers = ReadonlyMap<FingerPosition, FingerTemplate>

/** Templates as they are stored: most are never read again before a search. */
export type StoredFingers = ReadonlyMap<FingerPosition, Uint8Array>

/** An entry of the database's gallery: somebody's fingers of one visit, or that they left it. */
export interface GalleryEntry {
  /** The number of the change; a visit that is replaced or removed gets a later one. */
  readonly seq: number
  readonly caseId: CaseId
  /** The person's first case: several visits of one person share it. */
  readonly personId: CaseId
  /** Undefined where the visit was removed. */
  readonly fingers: StoredFingers | undefined
}

export interface SearchAsk {
  /** Weaker candidates than this are not worth a look. */
  readonly scoreMin: number
  readonly candidatesMax: number
  /** Only entries later than this; 0 asks everybody. */
  readonly afterSeq: number
}

export interface Found {
  /** Of a person's visits the one that is most alike. */
  readonly caseId: CaseId
  readonly personId: CaseId
  /** Fused over the fingers that both people have: a natural log-likelihood ratio. */
  readonly score: number
  readonly fingers: readonly FoundFinger[]
}

export interface FoundFinger {
  readonly position: FingerPosition
  /** Another one where positions were mixed up, now or then. */
  readonly recordedPosition: FingerPosition
  readonly score: number
}

export interface SearchAnswer {
  /** The people of the gallery who resemble the newcomer, best first; ties by case. */
  readonly found: readonly Found[]
  /** People who have a finger that the newcomer's could be compared with. */
  readonly comparedPeople: number
  /** People in the gallery, and its latest entry, when the search began. */
  readonly peopleCount: number
  readonly throughSeq: number
  /** Who searched which part, where several processes hold it. */
  readonly searched?: readonly SearchedPart[]
}

/** Part of the gallery by the first three digits of the case, who searched it, and how far it had come. */
export interface SearchedPart {
  /** Such as '000-3ff'. */
  readonly partition: string
  readonly matcher: string
  readonly seq: number
}

const failures = ['SEARCH_FAILURE_AT_CENTRAL', 'search.deadline'] as const

/** Not all of the gallery could be searched at the state that was asked for, or not in time: nothing follows from it. */
export interface SearchFailure {
  readonly code: (typeof failures)[number]
  /** The partitions that nobody answered for, and what was said instead. */
  readonly missing: readonly string[]
}

export function isSearchFailure(it: object): it is SearchFailure {
  return 'code' in it && failures.some((code) => code === it.code)
}

export interface Gallery {
  search(newcomer: Fingers, ask: SearchAsk): Promise<SearchAnswer | SearchFailure>
  /** Takes entries in the order of their numbers; what is here already changes nothing. */
  apply(entries: readonly GalleryEntry[]): Promise<void>
  /**
   * Where this is there, the gallery is held by processes that follow the database by themselves, and
   * takes no entries: it is only told how far they must have come.
   */
  reach?(seq: number): Promise<SearchFailure | undefined>
  readonly peopleCount: number
  /** The number of the latest entry that is here; 0 while there is none. */
  readonly lastSeq: number
  /** What its visits take in this process; undefined where it is not said, or others hold them. */
  readonly bytes?: number | undefined
  /** What is asked later fails. */
  stop(): Promise<void>
}

/** A gallery in this process: it is whole, or throws. */
export interface LocalGallery extends Gallery {
  search(newcomer: Fingers, ask: SearchAsk): Promise<SearchAnswer>
}

/** Best first; ties are broken by id, so that the same search always yields the same order. */
export function byScoreThenCase(a: Found, b: Found): number {
  return b.score - a.score || (a.caseId < b.caseId ? -1 : 1)
}
