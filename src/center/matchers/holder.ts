// Holder — all copies that a matcher has: given and taken by the map, and together at one number.

import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { CenterDb } from '../log/log.ts'
import { findLastVisitSeq, type GalleryPage, readGalleryPage } from '../records/store.ts'
import { type Copy, loadCopy, reachedBy, spanOf } from './copy.ts'
import type { Hosts } from './hosts.ts'
import { type CopyName, copyKey } from './map.ts'
import type { CopyReport } from './store.ts'

export interface Holder {
  /** All copies have every change up to here. */
  readonly seq: number
  /** Follows the database if it must; false where that number cannot be reached. */
  reach(seq: number): Promise<boolean>
  follow(): Promise<void>
  find(name: CopyName): Copy | undefined
  /** Drops what is no longer meant and loads the next that is not here; answers whether more lack. */
  hold(wanted: readonly CopyName[]): Promise<boolean>
  saveChanges(min?: number): Promise<void>
  report(): readonly CopyReport[]
  stop(): Promise<void>
}

export interface HolderNeeds {
  readonly db: CenterDb
  readonly hosts: Hosts
  readonly folder: string
  readonly log: (line: string) => void
}

export function createHolder({ db, hosts, folder, log }: HolderNeeds): Holder {
  const copies = new Map<string, Copy>()
  /** By its key. */
  let meant: ReadonlyMap<string, CopyName> = new Map()
  let seq = 0
  /** Copies take entries, come and go one thing after the other. */
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const mine = last.then(work, work)
    last = mine.catch(() => {})
    return mine
  }
  /** Somebody whom this engine has not read yet: nobody after them is held. */
  let heldUpAt: number | undefined
  const tellHeldUp = (at: number | undefined) => {
    if (at !== undefined && heldUpAt === undefined) {
      log(`matcher: held up at ${at} until this version's templates are made`)
    }
    heldUpAt = at
  }
  const drop = async (copy: Copy) => {
    copies.delete(copyKey(copy.name))
    await copy.shard.stop()
  }
  const catchUp = async (): Promise<void> => {
    const goal = await findLastVisitSeq(db)
    if (goal < seq) {
      log('matcher: the database is behind what is held here, so all of it is loaded anew')
      for (const copy of copies.values()) await drop(copy)
      seq = goal
    }
    while (seq < goal) {
      const spans = [...copies.values()].map((it) => spanOf(it.name.partition))
      const page = spans.length === 0 ? nobody : await readGalleryPage(db, seq, spans)
      const through = reachedBy(page, goal)
      for (const copy of copies.values()) {
        // Whoever cannot take an entry would leave somebody out: it is loaded anew.
        await copy.apply(page.entries, through).catch(async (error) => {
          log(`matcher: ${copyKey(copy.name)} is loaded anew: ${(error as Error).name}`)
          await drop(copy)
        })
      }
      seq = through
      tellHeldUp(page.heldUpAt)
      if (page.heldUpAt !== undefined) return
    }
  }
  let queued: Promise<void> | undefined
  /** What another began may have read before the latest entry was there; what only waits has not. */
  const follow = (): Promise<void> => {
    queued ??= inTurn(() => {
      queued = undefined
      return catchUp()
    })
    return queued
  }
  const load = async (name: CopyName) => {
    const copy = await loadCopy(db, hosts, { name, folder })
    await copy.saveChanges()
    await inTurn(async () => {
      await catchUp()
      for (let isHeldUp = false; copy.seq < seq && !isHeldUp; ) {
        const page = await readGalleryPage(db, copy.seq, [spanOf(name.partition)])
        await copy.apply(page.entries, reachedBy(page, seq))
        isHeldUp = page.heldUpAt !== undefined
      }
      if (!isMeant(name)) return copy.shard.stop()
      copies.set(copyKey(name), copy)
      // Ahead of the others it may be: then they follow. Behind them it is only where it is held up.
      seq = Math.min(seq, copy.seq)
    })
    await follow()
  }
  const isMeant = (name: CopyName) => meant.has(copyKey(name))

  return {
    get seq() {
      return seq
    },
    async reach(wanted) {
      if (seq < wanted) await follow()
      return seq >= wanted
    },
    follow,
    find: (name) => copies.get(copyKey(name)),
    async hold(wanted) {
      meant = new Map(wanted.map((it) => [copyKey(it), it]))
      await inTurn(async () => {
        for (const copy of copies.values()) if (!isMeant(copy.name)) await drop(copy)
      })
      await sweep(folder, meant)
      const isLacking = (it: CopyName) => !copies.has(copyKey(it))
      const next = wanted.find(isLacking)
      if (next !== undefined) await load(next)
      return wanted.some(isLacking)
    },
    async saveChanges(min) {
      for (const copy of copies.values()) await copy.saveChanges(min)
    },
    report() {
      return [...meant].map(([key, name]) => {
        const copy = copies.get(key)
        return {
          ...name,
          state: copy === undefined || heldUpAt !== undefined ? 'loading' : 'current',
          throughSeq: copy?.seq ?? 0,
          visits: copy?.state.visits ?? 0,
          people: copy?.state.people ?? 0,
          bytes: copy?.state.bytes ?? 0,
        }
      })
    },
    async stop() {
      await last
    },
  }
}

const nobody: GalleryPage = { entries: [], heldUpAt: undefined }

/** Snapshots of copies that are no longer meant. */
async function sweep(folder: string, meant: ReadonlyMap<string, CopyName>): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!meant.has(name)) await rm(join(folder, name), { recursive: true, force: true })
  }
}
