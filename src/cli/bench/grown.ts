// Grown — ten finger image records each of people who do not exist, grown once and kept on disk.

import { mkdir } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { FingerPosition } from '#formats/finger-position'
import { findJson, writeJson } from '#kit/node/files'
import { startThreadPool } from '#kit/node/thread-pool'

/** As they are kept: position and record, in base64. */
export type GrownRecords = readonly (readonly [number, string])[]
export type Records = ReadonlyMap<FingerPosition, Uint8Array>

/** Counted up when the same name grows otherwise. */
const version = 1
const growMsMax = 300_000

/** Two people from each that grows: as it is, and mirrored, which is a finger of somebody else. */
export async function openGrown(
  folder: string,
  count: number,
  tell: (line: string) => void,
): Promise<readonly Records[]> {
  await mkdir(folder, { recursive: true })
  const pool = startThreadPool<string, GrownRecords[]>({
    file: new URL('./grown-thread.ts', import.meta.url),
    count: availableParallelism(),
    askMsMax: growMsMax,
    asksMax: count,
  })
  let grown = 0
  const growing = Array.from({ length: Math.ceil(count / 2) }, async (_, k) => {
    const file = join(folder, `grown-${k}-v${version}.json`)
    const kept = (await findJson(file)) as GrownRecords[] | undefined
    if (kept !== undefined) return kept
    const made = await pool.run(`bench center ${k}`)
    await writeJson(file, made)
    if (++grown % 10 === 0) tell(`the hands of ${2 * grown} people have grown`)
    return made
  })
  try {
    return (await Promise.all(growing)).flat().slice(0, count).map(recordsOf)
  } finally {
    await pool.stop()
  }
}

function recordsOf(kept: GrownRecords): Records {
  return new Map(kept.map(([at, text]) => [at as FingerPosition, Buffer.from(text, 'base64')]))
}
