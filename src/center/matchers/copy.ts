// Copy — one copy of one partition as a matcher has it: read from its snapshot or from the database, and
// kept on disk.

import { join } from 'node:path'
import type { GalleryEntry } from '../afis/gallery.ts'
import type { ShardState } from '../afis/shard.ts'
import type { RemoteShard } from '../afis/shard-asks.ts'
import { loadSnapshot, saveSnapshot } from '../afis/snapshot.ts'
import { partitionDigits, snapshotAfterChanges } from '../limits.ts'
import type { CenterDb } from '../log/log.ts'
import {
  findLastVisitSeq,
  type GalleryPage,
  galleryPageMax,
  readGalleryPage,
} from '../records/store.ts'
import type { Hosts } from './hosts.ts'
import { type CopyName, copyKey } from './map.ts'

export interface Copy {
  readonly name: CopyName
  readonly shard: RemoteShard
  /** The thread that it lies in: there it waits for the others. */
  readonly lane: number
  /** Every change of its part of the gallery up to this number is here. */
  readonly seq: number
  readonly state: ShardState
  holds(entry: Pick<GalleryEntry, 'caseId'>): boolean
  /** Its own entries among these, after which it has all up to `seq`. */
  apply(entries: readonly GalleryEntry[], seq: number): Promise<void>
  saveChanges(min?: number): Promise<void>
}

const emptyState: ShardState = { visits: 0, people: 0, bytes: 0, lastSeq: 0, positions: new Map() }

/** Both ends of the cases that lie in a partition of this name. */
export function spanOf(partition: string): { readonly first: number; readonly last: number } {
  const [first = 0, last = 0] = partition.split('-').map((it) => Number.parseInt(it, 16))
  return { first, last }
}

/** As far as the database went when this began, or as this engine has read it. */
export async function loadCopy(
  db: CenterDb,
  hosts: Hosts,
  { name, folder: above }: { readonly name: CopyName; readonly folder: string },
): Promise<Copy> {
  const folder = join(above, copyKey(name))
  const span = spanOf(name.partition)
  const goal = await findLastVisitSeq(db)
  let shard = hosts.open()
  const loaded = await loadSnapshot([shard], folder)
  // A database that was put back to an earlier day gives its numbers a second time.
  const isUsable = loaded !== undefined && loaded.throughSeq <= goal
  if (!isUsable) {
    await shard.stop()
    shard = hosts.open()
  }
  let seq = isUsable ? loaded.throughSeq : 0
  let state = (isUsable ? loaded.states[0] : undefined) ?? emptyState
  let savedSeq = seq
  const holds: Copy['holds'] = ({ caseId }) => {
    const digits = Number.parseInt(caseId.slice(0, partitionDigits), 16)
    return digits >= span.first && digits <= span.last
  }
  const apply: Copy['apply'] = async (entries, through) => {
    const own = entries.filter((it) => it.seq > seq && holds(it))
    if (own.length > 0) state = await shard.apply(own.map(withOwnMemory))
    seq = Math.max(seq, through)
  }
  for (let isHeldUp = false; seq < goal && !isHeldUp; ) {
    const page = await readGalleryPage(db, seq, [span])
    await apply(page.entries, reachedBy(page, goal))
    isHeldUp = page.heldUpAt !== undefined
  }
  return {
    name,
    shard,
    lane: shard.lane,
    get seq() {
      return seq
    },
    get state() {
      return state
    },
    holds,
    apply,
    async saveChanges(min = snapshotAfterChanges) {
      if (seq - savedSeq < min) return
      const through = seq
      await saveSnapshot([shard], folder, through)
      savedSeq = through
    },
  }
}

/** How far a page reaches: one that is neither full nor held up has all there was at the goal. */
export function reachedBy({ entries, heldUpAt }: GalleryPage, goal: number): number {
  if (heldUpAt !== undefined) return heldUpAt - 1
  const last = entries.at(-1)?.seq ?? 0
  return entries.length === galleryPageMax ? last : Math.max(goal, last)
}

/** A message copies the whole of the memory that a view looks at. */
function withOwnMemory({ fingers, ...it }: GalleryEntry): GalleryEntry {
  const copied = fingers && new Map([...fingers].map(([at, bytes]) => [at, Uint8Array.from(bytes)]))
  return { ...it, fingers: copied }
}
