// Spool — the default printer: each card lies as a file in a folder until it is said to be printed.
//
// The job in the database is the truth. Files are made from it, also after a crash between the two.

import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf, writeDurably } from '#kit/node/files'
import type { OfficeWorld } from '../world.ts'
import { findJob } from './store.ts'

type Needs = Pick<OfficeWorld, 'db' | 'vault' | 'settings'>

export function fileNameOf(jobId: string): string {
  return `card-${jobId}.pdf`
}

/** Puts the file of a job there, if it is not there yet. */
export async function spool(needs: Needs, jobId: string): Promise<void> {
  const job = await findJob(needs, jobId)
  if (job?.card === undefined || job.state !== 'spooled') return
  await mkdir(needs.settings.spoolFolder, { recursive: true, mode: 0o700 })
  await writeDurably(join(needs.settings.spoolFolder, job.fileName), job.card, { mode: 0o600 })
}

export async function unspool(needs: Needs, fileName: string): Promise<void> {
  await rm(join(needs.settings.spoolFolder, fileName), { force: true })
}

/** After a start: every waiting job has its file, and no other card lies about. */
export async function tidySpool(needs: Needs): Promise<void> {
  const rows = await needs.db
    .selectFrom('print_jobs')
    .select(['job_id', 'file_name'])
    .where('state', '=', 'spooled')
    .execute()
  const waiting = new Set(rows.map((row) => row.file_name))
  for (const { job_id } of rows) await spool(needs, job_id)
  for (const name of await namesIn(needs.settings.spoolFolder)) {
    if (/^card-[0-9a-f-]{36}\.pdf$/.test(name) && !waiting.has(name)) await unspool(needs, name)
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}
