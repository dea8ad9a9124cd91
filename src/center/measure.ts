// Measure — how this data center stands, in figures: its gallery for a screen, all of it for Prometheus.

import { cpuUsage, memoryUsage, uptime } from 'node:process'
import { programVersion } from '#kit/node/program'
import type { WatchedGallery } from './afis/watched-gallery.ts'
import type { GalleryReply } from './gallery-view/wire.ts'
import { readStanding } from './matchers/read-standing.ts'
import type { Measured } from './metrics/metrics.ts'
import { readRefusals } from './metrics/store.ts'
import { findLastVisitSeq } from './records/store.ts'
import { readControl } from './work/control.ts'
import { countOpenAdjudications, countSetAside, countStages } from './work/counts.ts'
import type { CenterWorld } from './world.ts'

export type GalleryMeasured = GalleryReply & Measured['gallery']

export async function measureGallery(
  { db }: Pick<CenterWorld, 'db'>,
  gallery: WatchedGallery,
): Promise<GalleryMeasured> {
  const { searches, failedCount } = gallery
  const residentBytes = memoryUsage.rss()
  const told = { residentBytes, searches, failedCount }
  if (gallery.reach === undefined) {
    const lastSeq = await findLastVisitSeq(db)
    const [people, bytes] = [gallery.peopleCount, gallery.bytes ?? 0]
    const lag = Math.max(0, lastSeq - gallery.lastSeq)
    const nobody = { maps: [], partitions: [], matchers: [] }
    return { ...told, ...nobody, place: 'one-process', people, bytes, lastSeq, lag }
  }
  const standing = await readStanding(db)
  return {
    ...told,
    place: 'matchers',
    people: standing.partitions.reduce((sum, it) => sum + it.people, 0),
    bytes: standing.matchers.reduce((sum, it) => sum + it.bytes, 0),
    lag: 0,
    lastSeq: standing.lastSeq,
    maps: [...standing.maps],
    matchers: [...standing.matchers],
    partitions: standing.partitions.map((it) => ({ ...it, replicas: [...it.replicas] })),
  }
}

export async function measureAll(
  { db, clock }: Pick<CenterWorld, 'db' | 'clock'>,
  gallery: WatchedGallery,
): Promise<Measured> {
  const atMs = clock()
  const { mode, inHandCount } = await readControl(db, atMs)
  const used = cpuUsage()
  const stages = (await countStages(db)).map(({ oldestAtMs, ...it }) => {
    return { ...it, oldestSeconds: Math.max(0, atMs - (oldestAtMs ?? atMs)) / 1_000 }
  })
  return {
    version: programVersion,
    pipeline: {
      ...{ mode, inHandCount, stages },
      setAsideCount: await countSetAside(db),
      adjudicationCount: await countOpenAdjudications(db),
    },
    refusals: await readRefusals(db),
    gallery: await measureGallery({ db }, gallery),
    process: {
      residentBytes: memoryUsage.rss(),
      cpuSeconds: (used.user + used.system) / 1e6,
      startedAtSeconds: Math.round(atMs / 1_000 - uptime()),
    },
  }
}
