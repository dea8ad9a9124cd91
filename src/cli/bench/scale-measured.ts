// Scale measured — what `bench scale` takes from the figures that other benches printed.

import { fail, ok, type Result } from '#kit/result'

/** Of `bench afis`, at some size of the gallery. */
export interface MeasuredGallery {
  readonly persons: number
  readonly bytesPerPerson: number
  readonly search: { readonly p50Ms: number; readonly p95Ms: number; readonly cpuMs: number }
  readonly coldStartSeconds: number
  readonly machine: { readonly cores: number; readonly load: number }
  readonly parametersSha256: string
}

export interface MeasuredLook {
  readonly act: string
  readonly sentBytes: number
  readonly receivedBytes: number
  readonly quantilesMs: readonly number[]
}

/** Of `bench afis --matchers`. */
export interface MeasuredMatchers {
  readonly machine: { readonly cores: number; readonly load: number }
  readonly persons: number
  readonly matchers: number
  readonly replicas: number
  readonly partitions: number
  readonly rebuildSeconds: number
  readonly rowBytesPerPerson: number
  readonly enrollPerSecond: number
  readonly search: { readonly looks: readonly MeasuredLook[] }
  readonly lastLook: { readonly p50Ms: number; readonly looks: readonly MeasuredLook[] }
  readonly pace: { readonly cpuMs: number; readonly searchesPerSecond: number }
  readonly inProcess: {
    readonly pace: { readonly cpuMs: number; readonly searchesPerSecond: number }
  }
  readonly cost: { readonly throughput: number; readonly cpu: number }
  readonly parametersSha256: string
}

export interface Measured {
  readonly gallery: MeasuredGallery
  readonly matchers: MeasuredMatchers
}

export type MeasuredIssue = { readonly code: 'scale.not-measured' | 'scale.other-parameters' }

const figures: Readonly<Record<keyof Measured, readonly string[]>> = {
  gallery: [
    'persons',
    'machine.load',
    'bytesPerPerson',
    'search.cpuMs',
    'search.p50Ms',
    'search.p95Ms',
  ],
  matchers: [
    'persons',
    'machine.load',
    'matchers',
    'partitions',
    'rebuildSeconds',
    'rowBytesPerPerson',
    'enrollPerSecond',
    'lastLook.p50Ms',
  ],
}

/** Two values read from JSON; both of one engine. */
export function parseMeasured(
  gallery: unknown,
  matchers: unknown,
): Result<Measured, MeasuredIssue> {
  const isMeasured =
    figures.gallery.every((it) => isFigure(gallery, it)) &&
    figures.matchers.every((it) => isFigure(matchers, it)) &&
    [find(matchers, 'search.looks'), find(matchers, 'lastLook.looks')].every(Array.isArray)
  if (!isMeasured) return fail({ code: 'scale.not-measured' })
  const measured = { gallery, matchers } as Measured
  const isSame = measured.gallery.parametersSha256 === measured.matchers.parametersSha256
  return isSame ? ok(measured) : fail({ code: 'scale.other-parameters' })
}

function isFigure(value: unknown, path: string): boolean {
  const figure = find(value, path)
  return typeof figure === 'number' && Number.isFinite(figure)
}

function find(value: unknown, path: string): unknown {
  return path.split('.').reduce((it, name) => (it as Record<string, unknown> | null)?.[name], value)
}
