// Scatter — asks a question of one copy of every partition, each of its replica where one does not
// answer, and says which partitions nobody answered for.

import type { SearchedPart } from '../afis/gallery.ts'
import { lookMsMax, lookSliceMs, roundPauseMs } from '../limits.ts'
import {
  type AnswerBody,
  type AskBody,
  type AskHead,
  type MatcherAnswer,
  type Refusal,
  readAnswer,
  writeAsk,
} from './asks.ts'
import { createDealer } from './dealing.ts'
import type { Line } from './line.ts'
import { type Partition, partitionName } from './map.ts'

export interface ScatterNeeds {
  readonly line: Pick<Line, 'ask'>
  /** Milliseconds that only go forward. */
  readonly nowMs: () => number
  readonly pause: (ms: number) => Promise<void>
  readonly limits?: Partial<ScatterLimits>
  readonly trace?: AskTrace
}

/** One ask of one matcher, for whoever measures. */
export interface AskTold {
  readonly act: AskBody['act']
  readonly matcher: string
  /** Partitions that it was asked about. */
  readonly parts: number
  readonly ms: number
  readonly sentBytes: number
  /** Undefined where nobody answered. */
  readonly receivedBytes: number | undefined
}

export type AskTrace = (told: AskTold) => void

export interface ScatterLimits {
  readonly lookMsMax: number
  readonly sliceMs: number
}

/** What one matcher said of the partitions it was asked about, in their order. */
export interface Told<Body> {
  readonly parts: readonly Partition[]
  readonly searched: readonly SearchedPart[]
  readonly body: Body
}

export interface Scattered<Body> {
  readonly told: readonly Told<Body>[]
  /** Partitions that nobody answered for, and why. */
  readonly missing: readonly string[]
  /** Somebody does not hold what this map says, and there is a newer one. */
  readonly isMapStale: boolean
}

export interface Question {
  readonly parts: readonly Partition[]
  readonly terms: Pick<AskHead, 'seqMin' | 'parametersSha256'>
  /** What is asked about these partitions, in their order. */
  readonly bodyOf: (parts: readonly Partition[]) => AskBody
  /** Who answered before, and has still in hand what came of it: asked again where that can be. */
  readonly before?: readonly Told<unknown>[]
  /** Whether there is a newer map than the one these partitions are from. */
  readonly isOutdated: () => Promise<boolean>
}

export type Scatter = <Act extends AnswerBody['act']>(
  act: Act,
  question: Question,
) => Promise<Scattered<AnswerBody & { readonly act: Act }>>

type No = Refusal | 'no-answer'

export function createScatter(needs: ScatterNeeds): Scatter {
  const { line, nowMs, pause, limits, trace } = needs
  const { lookMsMax: msMax, sliceMs } = { lookMsMax, sliceMs: lookSliceMs, ...limits }
  const dealer = createDealer(nowMs)
  const say = async (
    matcher: string,
    bytes: Uint8Array,
    msMax: number,
    about: Pick<AskTold, 'act' | 'parts'>,
  ): Promise<MatcherAnswer | undefined> => {
    const beganMs = nowMs()
    const reply = await line.ask(matcher, bytes, msMax)
    const sizes = { sentBytes: bytes.length, receivedBytes: reply?.length }
    trace?.({ ...about, matcher, ms: nowMs() - beganMs, ...sizes })
    return reply && readAnswer(reply)
  }

  return async (act, { parts, terms, bodyOf, isOutdated, before = [] }) => {
    type Body = AnswerBody & { readonly act: typeof act }
    const told: Told<Body>[] = []
    const deadlineMs = nowMs() + msMax
    const said = new Map<Partition, No>()
    const whoBefore = new Map(
      before.flatMap((it) => it.searched).map((it) => [it.partition, it.matcher] as const),
    )
    /** Answers the partitions for which everybody was asked in vain. */
    const round = async (
      asked: readonly Partition[],
      tried: ReadonlyMap<Partition, ReadonlySet<string>>,
    ): Promise<readonly Partition[]> => {
      const { groups, lost } = dealer.deal(asked, { tried, before: whoBefore })
      const left = await Promise.all(
        groups.map(async (group) => {
          const { matcher, given } = group
          const own = given.map(({ part }) => part)
          const copies = given.map(({ copy }) => copy)
          const bytes = writeAsk({ head: { copies, ...terms }, body: bodyOf(own) })
          const ms = Math.min(sliceMs, deadlineMs - nowMs())
          const about = { act, parts: own.length }
          const reply = ms > 0 ? await say(matcher, bytes, ms, about) : undefined
          dealer.ended(group, ms > 0 ? reply !== undefined : undefined)
          if (reply !== undefined && 'body' in reply && reply.body.act === act) {
            dealer.learn(matcher, copies, reply.lanes)
            const searched = copies.map(({ partition }) => ({ partition, matcher, seq: reply.seq }))
            told.push({ parts: own, searched, body: reply.body as Body })
            return []
          }
          const no = reply !== undefined && 'refused' in reply ? reply.refused : 'no-answer'
          for (const it of own) if (no !== 'no-answer' || !said.has(it)) said.set(it, no)
          const after = own.map((it) => [it, new Set([...(tried.get(it) ?? []), matcher])] as const)
          return round(own, new Map(after))
        }),
      )
      return [...lost, ...left.flat()]
    }
    let left = await round(parts, new Map())
    let isMapStale = false
    while (left.length > 0 && !isMapStale && nowMs() + roundPauseMs < deadlineMs) {
      await pause(roundPauseMs)
      const isDoubted = left.some((it) => said.get(it) === 'not-mine')
      isMapStale = isDoubted && (await isOutdated())
      if (!isMapStale) left = await round(left, new Map())
    }
    const missing = left.map((it) => `${partitionName(it)} ${said.get(it) ?? 'no-answer'}`)
    return { told, missing, isMapStale }
  }
}
