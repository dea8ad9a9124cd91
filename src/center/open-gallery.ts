// Open gallery — the gallery as the center starts with it: read from its snapshot, or built from the
// database, then brought up to date; and kept on disk while it changes.

import { availableParallelism } from 'node:os'
import { startLoop } from '#kit/loop'
import { createThreadedGallery, type KeptGallery } from './afis/cascade.ts'
import type { Gallery } from './afis/gallery.ts'
import { catchUp } from './catch-up.ts'
import { snapshotAfterChanges, snapshotIdleMs } from './limits.ts'
import type { CenterDb } from './log/log.ts'
import { findLastVisitSeq } from './records/store.ts'

export interface OpenedGallery {
  readonly gallery: Gallery
  stop(): Promise<void>
}

/** `folder` is the snapshot's; it may be thrown away at any time while the center does not run. */
export async function openGallery(
  db: CenterDb,
  folder: string,
  log: (line: string) => void,
): Promise<OpenedGallery> {
  const gallery = await loadGallery(db, folder)
  let savedSeq = gallery.lastSeq
  await catchUp(db, gallery)
  const save = async () => {
    const seq = gallery.lastSeq
    if (seq === savedSeq) return
    await gallery.save(folder)
    savedSeq = seq
  }
  const keeping = startLoop({
    async turn() {
      if (gallery.lastSeq - savedSeq >= snapshotAfterChanges) await save()
      return false
    },
    idleMs: snapshotIdleMs,
    async onFault(error) {
      log(`gallery: ${error instanceof Error ? error.name : 'unknown fault'}`)
    },
  })
  return {
    gallery,
    async stop() {
      await keeping.stop()
      // A start without this only takes longer.
      await save().catch(() => log('gallery: the snapshot could not be written'))
      await gallery.stop()
    },
  }
}

async function loadGallery(db: CenterDb, folder: string): Promise<KeptGallery> {
  const threads = availableParallelism()
  const gallery = createThreadedGallery(threads)
  // A database that was put back to an earlier day gives its numbers a second time.
  if ((await gallery.load(folder)) && gallery.lastSeq <= (await findLastVisitSeq(db))) {
    return gallery
  }
  await gallery.stop()
  return createThreadedGallery(threads)
}
