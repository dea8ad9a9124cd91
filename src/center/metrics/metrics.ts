// Metrics — the figures of a center as Prometheus reads them: packets, gallery, matchers, this process.
//
// Nothing here is about a resident, a case or an office.

import type { Metric, Sample } from '#kit/prometheus-text'
import { type SearchTimes, searchSecondsBounds } from '../afis/search-times.ts'
import type { PipelineMode } from '../work/control.ts'

export interface Measured {
  readonly version: string
  readonly pipeline: {
    readonly mode: PipelineMode
    readonly inHandCount: number
    readonly stages: readonly StageMeasured[]
    readonly setAsideCount: number
    readonly adjudicationCount: number
  }
  readonly refusals: readonly { readonly code: string; readonly count: number }[]
  readonly gallery: GalleryMeasured
  readonly process: {
    readonly residentBytes: number
    readonly cpuSeconds: number
    readonly startedAtSeconds: number
  }
}

export interface StageMeasured {
  readonly stage: string
  readonly count: number
  /** 0 while nothing waits. */
  readonly oldestSeconds: number
}

export interface GalleryMeasured {
  readonly people: number
  readonly bytes: number
  readonly lastSeq: number
  readonly lag: number
  readonly searches: SearchTimes
  readonly failedCount: number
  readonly maps: readonly { readonly version: number; readonly readyAtMs: number | null }[]
  readonly partitions: readonly { readonly liveCount: number }[]
  readonly matchers: readonly MatcherMeasured[]
}

export interface MatcherMeasured {
  readonly matcher: string
  readonly isThere: boolean
  readonly seenForMs: number
  readonly lag: number
  readonly copyCount: number
  readonly heldCount: number
  readonly people: number
  readonly load: {
    readonly inHand: number
    readonly answered: number
    readonly refused: number
    readonly residentBytes: number
    readonly searches: SearchTimes
  }
}

const pipelineModes = ['running', 'draining', 'paused'] as const

export function metricsOf({
  version,
  pipeline,
  refusals,
  gallery,
  process,
}: Measured): readonly Metric[] {
  return [
    gauge('loket_build_info', 'The version of this process.', [{ labels: { version }, value: 1 }]),
    ...ofPipeline(pipeline),
    {
      ...{ type: 'counter', name: 'loket_center_door_refusals_total' },
      help: 'What was refused before it came in, by reason; counted in the database.',
      samples: refusals.map(({ code, count }) => ({ labels: { code }, value: count })),
    },
    ...ofGallery(gallery),
    ...ofMatchers(gallery.matchers),
    gauge('process_resident_memory_bytes', 'Memory of this process.', one(process.residentBytes)),
    gauge('process_start_time_seconds', 'When this process began.', one(process.startedAtSeconds)),
    {
      ...{ type: 'counter', name: 'process_cpu_seconds_total' },
      help: 'Time of the processor that this process has used.',
      samples: one(process.cpuSeconds),
    },
  ]
}

function ofPipeline(pipeline: Measured['pipeline']): readonly Metric[] {
  const { mode, inHandCount, stages, setAsideCount, adjudicationCount } = pipeline
  const byStage = (of: (it: StageMeasured) => number) =>
    stages.map((it) => ({ labels: { stage: it.stage }, value: of(it) }))
  const modes = pipelineModes.map((it) => ({ labels: { mode: it }, value: it === mode ? 1 : 0 }))
  return [
    gauge('loket_center_pipeline_mode', '1 at the mode that the pipeline is in.', modes),
    gauge(
      'loket_center_packets_waiting',
      'Packets that wait, by the stage they have reached.',
      byStage((it) => it.count),
    ),
    gauge(
      'loket_center_packets_oldest_seconds',
      'For how long the oldest of them has been at that stage.',
      byStage((it) => it.oldestSeconds),
    ),
    gauge('loket_center_packets_in_hand', 'Packets that a process works on.', one(inHandCount)),
    gauge('loket_center_packets_set_aside', 'Packets that were given up.', one(setAsideCount)),
    gauge(
      'loket_center_adjudications_open',
      'Cases that wait for an expert.',
      one(adjudicationCount),
    ),
  ]
}

function ofGallery(gallery: GalleryMeasured): readonly Metric[] {
  const { maps, partitions, searches, lastSeq } = gallery
  const ready = maps.find((it) => it.readyAtMs !== null)
  const copies = (live: (count: number) => boolean) =>
    partitions.length === 0 ? [] : one(partitions.filter((it) => live(it.liveCount)).length)
  return [
    gauge('loket_gallery_people', 'People whom newcomers are compared with.', one(gallery.people)),
    gauge('loket_gallery_bytes', 'Memory of all copies of the gallery.', one(gallery.bytes)),
    gauge('loket_gallery_last_change', 'The number of the latest change.', one(lastSeq)),
    gauge(
      'loket_gallery_lag_changes',
      'Changes that this process has yet to take.',
      one(gallery.lag),
    ),
    gauge(
      'loket_gallery_map_version',
      'The map that is searched by; 0 while there is none.',
      maps.length === 0 ? [] : one(ready?.version ?? 0),
    ),
    gauge(
      'loket_gallery_map_latest_version',
      'The latest map; a higher one than is searched by is being made ready.',
      maps.slice(-1).map((it) => ({ value: it.version })),
    ),
    gauge(
      'loket_gallery_partitions',
      'Parts of the gallery.',
      copies(() => true),
    ),
    gauge(
      'loket_gallery_partitions_single_copy',
      'Parts with only one copy that answers.',
      copies((count) => count === 1),
    ),
    gauge(
      'loket_gallery_partitions_lost',
      'Parts that nobody answers for: searches have stopped.',
      copies((count) => count === 0),
    ),
    {
      ...{ type: 'histogram', name: 'loket_search_duration_seconds' },
      help: 'Searches of everybody that this process made.',
      samples: [histogramOf(searches)],
    },
    {
      ...{ type: 'counter', name: 'loket_search_failures_total' },
      help: 'Searches of this process that ended without an answer and are made again.',
      samples: one(gallery.failedCount),
    },
  ]
}

function ofMatchers(matchers: readonly MatcherMeasured[]): readonly Metric[] {
  const each = (of: (it: MatcherMeasured) => number): readonly Sample[] =>
    matchers.map((it) => ({ labels: { matcher: it.matcher }, value: of(it) }))
  const asks = matchers.flatMap(({ matcher, load }) =>
    (['answered', 'refused'] as const).map((result) => {
      return { labels: { matcher, result }, value: load[result] }
    }),
  )
  return [
    gauge(
      'loket_matcher_up',
      '1 while the matcher is seen.',
      each((it) => Number(it.isThere)),
    ),
    gauge(
      'loket_matcher_seen_seconds',
      'Since it was last seen.',
      each((it) => it.seenForMs / 1_000),
    ),
    gauge(
      'loket_matcher_lag_changes',
      'Changes it has yet to take.',
      each((it) => it.lag),
    ),
    gauge(
      'loket_matcher_copies',
      'Copies that it is to hold.',
      each((it) => it.copyCount),
    ),
    gauge(
      'loket_matcher_copies_held',
      'Copies that it answers for.',
      each((it) => it.heldCount),
    ),
    gauge(
      'loket_matcher_people',
      'People in its copies.',
      each((it) => it.people),
    ),
    gauge(
      'loket_matcher_resident_memory_bytes',
      'Memory of its process.',
      each((it) => it.load.residentBytes),
    ),
    gauge(
      'loket_matcher_asks_in_hand',
      'Asks it works on.',
      each((it) => it.load.inHand),
    ),
    {
      ...{ type: 'counter', name: 'loket_matcher_asks_total' },
      help: 'Asks since it was started, by whether it answered or refused.',
      samples: asks,
    },
    {
      ...{ type: 'histogram', name: 'loket_matcher_look_duration_seconds' },
      help: 'Looks at everybody it holds, one a search.',
      samples: matchers.map(({ matcher, load }) => ({
        ...{ labels: { matcher } },
        ...histogramOf(load.searches),
      })),
    },
  ]
}

const one = (value: number): readonly Sample[] => [{ value }]

function gauge(name: string, help: string, samples: readonly Sample[]): Metric {
  return { type: 'gauge', name, help, samples }
}

function histogramOf({ count, secondsSum, within }: SearchTimes) {
  return { bounds: searchSecondsBounds, within, count, sum: secondsSum }
}
