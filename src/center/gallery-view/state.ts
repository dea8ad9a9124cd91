// State — the one thing to say first of the gallery: whether searches go on, and what would end them.

import type { GalleryReply, PartitionRow, ReplicaRow } from './wire.ts'

export type GalleryState =
  | { readonly kind: 'one-process' | 'no-map' | 'first-map' | 'building' | 'whole' }
  /** Parts that nobody holds, or of which one copy is left; and by state the matchers it is due to. */
  | {
      readonly kind: 'lost' | 'one-copy'
      readonly parts: readonly string[]
      readonly due: Readonly<Record<Exclude<ReplicaRow['state'], 'held'>, readonly string[]>>
    }

/** What is worst, of what is so. */
export function stateOf({ place, maps, partitions }: GalleryReply): GalleryState {
  if (place === 'one-process') return { kind: 'one-process' }
  if (maps.length === 0) return { kind: 'no-map' }
  if (maps.every((it) => it.readyAtMs === null)) return { kind: 'first-map' }
  const lost = partitions.filter((it) => it.liveCount === 0)
  if (lost.length > 0) return { kind: 'lost', ...dueTo(lost) }
  const single = partitions.filter((it) => it.liveCount === 1)
  if (single.length > 0) return { kind: 'one-copy', ...dueTo(single) }
  return { kind: maps.length > 1 ? 'building' : 'whole' }
}

function dueTo(partitions: readonly PartitionRow[]) {
  const replicas = partitions.flatMap((it) => it.replicas)
  const named = (state: ReplicaRow['state']) => [
    ...new Set(replicas.filter((it) => it.state === state).map((it) => it.matcher)),
  ]
  return {
    parts: partitions.map((it) => it.partition),
    due: {
      gone: named('gone'),
      loading: named('loading'),
      'other-version': named('other-version'),
    },
  }
}

/** Matchers to whom what others held can be given, as far as they run. */
export function heirsOf({ matchers }: GalleryReply, of: readonly string[]): readonly string[] {
  return matchers.filter((it) => it.isThere && !of.includes(it.matcher)).map((it) => it.matcher)
}
