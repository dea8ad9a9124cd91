// Open scattered — the gallery that matchers hold, as the center starts with it: a line to them and the map.

import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Gallery } from '../afis/gallery.ts'
import { mapLookMs } from '../limits.ts'
import type { CenterDb } from '../log/log.ts'
import type { NatsSettings } from '../settings.ts'
import { openLine } from './line.ts'
import type { PartitionMap } from './map.ts'
import { type AskTrace, createScatter, type ScatterLimits } from './scatter.ts'
import { createScatteredGallery } from './scattered-gallery.ts'
import { findReadyMap } from './store.ts'

export interface ScatteredOptions {
  readonly log: (line: string) => void
  readonly limits?: Partial<ScatterLimits>
  /** Another one for tests of an installation that is half upgraded. */
  readonly parameters?: string
  /** Hears of every ask of a matcher. */
  readonly trace?: AskTrace
}

/** Answers at once: until map, matchers and NATS are there, every search fails and is queued again. */
export function openScattered(
  db: CenterDb,
  nats: NatsSettings,
  { log, limits = {}, parameters, trace }: ScatteredOptions,
): { readonly gallery: Gallery; stop(): Promise<void> } {
  const line = openLine(nats, log)
  const nowMs = () => performance.now()
  const pause = (ms: number) => delay(ms)
  let latest: { readonly map: PartitionMap | undefined; readonly atMs: number } | undefined
  const gallery = createScatteredGallery({
    scatter: createScatter({ line, nowMs, pause, limits, ...(trace && { trace }) }),
    async findMap(isStale) {
      if (isStale || latest === undefined || nowMs() - latest.atMs >= mapLookMs) {
        latest = { map: await findReadyMap(db), atMs: nowMs() }
      }
      return latest.map
    },
    ids: randomUUID,
    ...(parameters === undefined ? {} : { parameters }),
  })
  return { gallery, stop: line.stop }
}
