// Snapshot — the gallery on disk, so that a start reads it instead of building it from the database.
//
// A file a block, and one list that names them. The list is replaced at once, so there is always a
// whole snapshot; blocks that did not change are not written again. What came after it is taken from
// the database.

import { createHash } from 'node:crypto'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { engineParameters, templateVersion } from '#finger'
import { findJson, writeJson } from '#kit/node/files'
import { cascade } from './parameters.ts'
import type { BlockFile, ShardState } from './shard.ts'
import type { RemoteShard } from './shard-asks.ts'

interface SnapshotList {
  readonly blockSha256: string
  /** Every change of the gallery up to this number is in it. */
  readonly throughSeq: number
  readonly blocks: readonly BlockFile[]
}

const listName = 'snapshot.json'

/** Names all that scores and candidate lists depend on, but for the code itself. */
export const parametersSha256 = digestOf({
  // A module's names come in an order that whoever runs it chooses.
  engineParameters: Object.fromEntries(
    Object.entries(engineParameters).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ),
  templateVersion,
  cascade,
})

const { quick, close, rows, turnMax, missSquarePx, missShare, ...made } = engineParameters.sketch

/** Names what the bytes of a block depend on: how sketches are made, not how they are looked at. */
export const blockSha256 = digestOf({ sketch: made, templateVersion })

function digestOf(value: object): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex')
}

export interface LoadedSnapshot {
  readonly throughSeq: number
  readonly states: readonly ShardState[]
}

/** `throughSeq` is what all shards had taken when this was asked. */
export async function saveSnapshot(
  shards: readonly RemoteShard[],
  folder: string,
  throughSeq: number,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const before = await readList(folder)
  const known = before?.blockSha256 === blockSha256 ? before.blocks : []
  const files = await Promise.all(shards.map((it) => it.save(folder, known)))
  const list: SnapshotList = { blockSha256, throughSeq, blocks: files.flat() }
  await writeJson(join(folder, listName), list)
  const named = new Set([listName, ...list.blocks.map((it) => it.name)])
  for (const name of await readdir(folder)) {
    if (!named.has(name)) await rm(join(folder, name), { force: true })
  }
}

/** Undefined where there is none, or none that this engine made, or one that the disk has spoiled. */
export async function loadSnapshot(
  shards: readonly RemoteShard[],
  folder: string,
): Promise<LoadedSnapshot | undefined> {
  const list = await readList(folder)
  if (list?.blockSha256 !== blockSha256) return undefined
  const states = await Promise.all(
    shards.map((shard, number) => {
      const own = list.blocks.filter((it) => it.partition % shards.length === number)
      return shard.load(folder, own)
    }),
  )
  const whole = states.filter((it) => it !== undefined)
  return whole.length === states.length ? { throughSeq: list.throughSeq, states: whole } : undefined
}

async function readList(folder: string): Promise<SnapshotList | undefined> {
  return (await findJson(join(folder, listName)).catch(() => undefined)) as SnapshotList | undefined
}
