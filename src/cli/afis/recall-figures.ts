// Recall figures — what the search of everybody found of the probes of one kind, and what it lost.

import { falsePositiveRateUsual, policyFor } from '#center'
import type { Lineup } from './comparing.ts'
import { quantile } from './probes.ts'
import { fingersOfKind, type Kind, type RecallProbe } from './recall-probes.ts'
import { type Passed, passedOf, type SearchedProbe } from './recall-search.ts'
import { noScore, type Tally } from './tally.ts'

/** One probe in one gallery, found by the cascade and by comparing it with everybody. */
export interface RecallRow {
  readonly probe: RecallProbe
  readonly cascade: SearchedProbe
  /** Undefined where nobody could be enrolled, or nothing extracted of the probe. */
  readonly exhaustive: { readonly rank: number; readonly score: number } | undefined
  /** The best score of somebody else, of all; undefined where it was compared with nobody. */
  readonly stranger: number | undefined
}

export interface Rates {
  /** Share of the probes whose mate is the best of all. */
  readonly rank1: number
  /** Share of the probes whose mate is not brought up: below the threshold, or not found at all. */
  readonly missedAtFpir: number
}

export interface StageFigures {
  readonly name: string
  /** Mean share of the visits that go on. */
  readonly penetration: number
  /** Share that holds the mate, of the probes for which the exhaustive search brings it up. */
  readonly hitRate: number
  /** Among these: within which share of the visits 99 % of the mates stand; undefined beyond all kept. */
  readonly needed: number | undefined
}

export interface Figures {
  readonly probes: number
  /** From this score on, a human looks. */
  readonly threshold: number
  readonly cascade: Rates
  readonly exhaustive: Rates
  /** Share of the probes whose mate the exhaustive search brings up and the cascade does not. */
  readonly lost: number
  /** By the exhaustive search: share of the probes that bring up somebody else, and the best scores. */
  readonly strangers: {
    readonly broughtUp: number
    readonly median: number | undefined
    readonly most: number | undefined
  }
  readonly stages: readonly StageFigures[]
}

/** What is measured in one gallery. */
export interface Recalled extends Figures {
  /** In the gallery. */
  readonly people: number
  /** Fingers that are handed in together. */
  readonly fused: { readonly four?: Figures; readonly ten?: Figures }
}

export interface RecallAnswer extends Recalled {
  /** Of these so many do not exist. */
  readonly persons: number
  /** Among the mirrored prints alone. */
  readonly mirrored: Recalled
  /** Scores of single prints with strangers' that so large a share stays below. */
  readonly tails: Readonly<Record<'real' | 'mirrored' | 'generated', Tail>>
  readonly parametersSha256: string
}

export interface Tail {
  readonly pairs: number
  readonly p99: number | undefined
  readonly p999: number | undefined
  readonly p9999: number | undefined
}

export function rowsOf(
  probes: readonly RecallProbe[],
  searched: readonly SearchedProbe[],
  lineup: Lineup,
  { ahead, best }: Tally,
): RecallRow[] {
  return probes.map((probe, k) => {
    const { mate } = lineup.probes[k]!
    return {
      probe,
      cascade: searched[k]!,
      exhaustive: mate && { rank: 1 + ahead[k]!, score: mate.score },
      stranger: best[k]! === noScore ? undefined : best[k]!,
    }
  })
}

/** Undefined where there is no such probe. */
export function figuresOf(
  all: readonly RecallRow[],
  kind: Kind,
  people: number,
): Figures | undefined {
  const rows = all.filter((it) => it.probe.kind === kind)
  if (rows.length === 0) return undefined
  const { adjudicateScoreMin: threshold } = policyFor({
    people,
    fingers: fingersOfKind[kind],
    rate: falsePositiveRateUsual,
  })
  const share = (isCounted: (it: RecallRow) => boolean) =>
    rows.filter(isCounted).length / rows.length
  const isBroughtUp = (it: { score?: number | undefined } | undefined) =>
    it?.score !== undefined && it.score >= threshold
  const ratesOf = (
    of: (it: RecallRow) => { rank?: number | undefined; score?: number | undefined } | undefined,
  ): Rates => ({
    rank1: share((it) => of(it)?.rank === 1),
    missedAtFpir: share((it) => !isBroughtUp(of(it))),
  })
  const strangers = rows.flatMap((it) => it.stranger ?? [])
  return {
    probes: rows.length,
    threshold,
    cascade: ratesOf((it) => it.cascade),
    exhaustive: ratesOf((it) => it.exhaustive),
    lost: share((it) => isBroughtUp(it.exhaustive) && !isBroughtUp(it.cascade)),
    strangers: {
      broughtUp: share(({ stranger }) => isBroughtUp({ score: stranger })),
      median: strangers.length === 0 ? undefined : quantile(strangers, 0.5),
      most: strangers.length === 0 ? undefined : Math.max(...strangers),
    },
    stages: stagesOf(rows, people, threshold),
  }
}

function stagesOf(rows: readonly RecallRow[], people: number, threshold: number): StageFigures[] {
  const findable = rows.filter(({ exhaustive }) => (exhaustive?.score ?? noScore) >= threshold)
  const stages: readonly (readonly [string, (it: SearchedProbe) => Passed])[] = [
    ['quick look', (it) => it.quick],
    ['close look', (it) => it.close],
    ['full matcher', (it) => broughtUp(it, people, threshold)],
  ]
  return stages.map(([name, passed]) => {
    const within = findable.map((it) => passed(it.cascade).mateWithin ?? Number.POSITIVE_INFINITY)
    const needed = quantile(within, 0.99)
    return {
      name,
      penetration: rows.reduce((sum, it) => sum + passed(it.cascade).share, 0) / rows.length,
      hitRate: within.filter(Number.isFinite).length / Math.max(1, within.length),
      needed: Number.isFinite(needed) ? needed : undefined,
    }
  })
}

function broughtUp({ found }: SearchedProbe, people: number, threshold: number): Passed {
  const kept = found.filter((it) => it.score >= threshold)
  return passedOf(
    kept,
    kept.find((it) => it.isMate),
    people,
  )
}
