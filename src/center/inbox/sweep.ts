// Sweep — uploads that nobody goes on with are forgotten, and what a crash left halfway is put right.
//
// Three things can be left behind: an announcement that the office never came back to (it is
// forgotten once it is stale, with what arrived of it), a file whose announcement is gone because a
// crash came between the two (its packet lies in the inbox, or was refused), and an announcement
// without a file, which is whole: the next byte expected is the first. A file whose packet waits for
// its first step has no announcement either, and stays.

import { type Loop, startLoop } from '#kit/loop'
import { uploadStaleMs, uploadSweepMs } from '../limits.ts'
import type { CenterWorld } from '../world.ts'
import { findStale, findUpload, forgetStale, isKeptIn } from './store.ts'

export type SweepNeeds = Pick<CenterWorld, 'db' | 'clock' | 'log' | 'uploads'>

/** At the start, and every hour. */
export function startUploadSweep(needs: SweepNeeds): Loop {
  return startLoop({
    async turn() {
      const { stale, orphaned } = await sweepUploads(needs)
      if (stale + orphaned > 0) needs.log(`uploads: ${stale} stale and ${orphaned} orphaned gone`)
      return false
    },
    idleMs: uploadSweepMs,
    onFault: (error) =>
      needs.log(`uploads: ${error instanceof Error ? error.name : 'unknown fault'}`),
  })
}

/** Nothing that somebody is working on is touched. */
export async function sweepUploads({
  db,
  clock,
  uploads,
}: SweepNeeds): Promise<{ readonly stale: number; readonly orphaned: number }> {
  const swept = { stale: 0, orphaned: 0 }
  const beforeMs = clock() - uploadStaleMs
  for (const digest of await findStale(db, beforeMs)) {
    const gone = await uploads.alone(digest, async () => {
      // First the announcement: a crash between the two leaves a file, which the next sweep finds.
      if (!(await forgetStale(db, digest, beforeMs))) return false
      await uploads.discard(digest)
      return true
    })
    if (gone.ok && gone.value) swept.stale++
  }
  for (const digest of await uploads.list()) {
    const gone = await uploads.alone(digest, async () => {
      if ((await findUpload(db, digest)).announced !== undefined) return false
      if (await isKeptIn(db, digest, uploads.folderId)) return false
      await uploads.discard(digest)
      return true
    })
    if (gone.ok && gone.value) swept.orphaned++
  }
  return swept
}
