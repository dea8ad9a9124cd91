// Scatter — asks a question of one copy of every partition, each of its replica where one does not
// answer, and says which partitions nobody answered for.

import type { SearchedPart } from '../afis/gallery.ts'
import { avoidFirstMs, avoidMsMax, lookMsMax, lookSliceMs, roundPauseMs } from '../limits.ts'
import {
  type AnswerBody,
  type AskBody,
  type AskHead,
  type MatcherAnswer,
  type Refusal,
  readAnswer,
  writeAsk,
} from './asks.ts'
import type { Line } from './line.ts'
import { type Partition, partitionName, type Replica } from './map.ts'

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

interface Health {
  inHand: number
  failures: number
  avoidUntilMs: number
}

export function createScatter(needs: ScatterNeeds): Scatter {
  const { line, nowMs, pause, limits, trace } = needs
  const { lookMsMax: msMax, sliceMs } = { lookMsMax, sliceMs: lookSliceMs, ...limits }
  const healths = new Map<string, Health>()
  let turn = 0

  const healthOf = (matcher: string): Health => {
    const known = healths.get(matcher) ?? { inHand: 0, failures: 0, avoidUntilMs: 0 }
    healths.set(matcher, known)
    return known
  }
  const learn = (health: Health, hasAnswered: boolean) => {
    health.failures = hasAnswered ? 0 : health.failures + 1
    const waitMs = Math.min(avoidFirstMs * 2 ** (health.failures - 1), avoidMsMax)
    health.avoidUntilMs = hasAnswered ? 0 : nowMs() + waitMs
  }
  const say = async (
    matcher: string,
    bytes: Uint8Array,
    msMax: number,
    about: Pick<AskTold, 'act' | 'parts'>,
  ): Promise<MatcherAnswer | undefined> => {
    const health = healthOf(matcher)
    health.inHand++
    const beganMs = nowMs()
    const reply = await line.ask(matcher, bytes, msMax)
    health.inHand--
    learn(health, reply !== undefined)
    const sizes = { sentBytes: bytes.length, receivedBytes: reply?.length }
    trace?.({ ...about, matcher, ms: nowMs() - beganMs, ...sizes })
    return reply && readAnswer(reply)
  }
  /** Of those not asked yet the one that answers, and has least to do; of equals by turns. */
  const choose = (
    it: Partition,
    tried: ReadonlySet<string>,
    dealt: ReadonlyMap<string, number>,
    before: ReadonlyMap<string, string>,
  ) => {
    const known = before.get(partitionName(it))
    const left = it.replicas.filter((by) => !tried.has(by.matcher))
    const cost = ({ matcher }: Replica) => {
      const health = healthOf(matcher)
      const isAvoided = health.avoidUntilMs > nowMs()
      const isOther = known !== undefined && known !== matcher
      return (isAvoided ? 1e6 : 0) + (isOther ? 1e3 : 0) + health.inHand + (dealt.get(matcher) ?? 0)
    }
    const first = turn++ % Math.max(1, left.length)
    const inTurn = [...left.slice(first), ...left.slice(0, first)]
    return inTurn.toSorted((a, b) => cost(a) - cost(b))[0]
  }

  return async (act, { parts, terms, bodyOf, isOutdated, before = [] }) => {
    type Body = AnswerBody & { readonly act: typeof act }
    const told: Told<Body>[] = []
    const deadlineMs = nowMs() + msMax
    const said = new Map<Partition, No>()
    const known = new Map(
      before.flatMap((it) => it.searched).map((it) => [it.partition, it.matcher] as const),
    )
    /** Answers the partitions for which everybody was asked in vain. */
    const round = async (
      asked: readonly Partition[],
      tried: ReadonlyMap<Partition, ReadonlySet<string>>,
    ): Promise<readonly Partition[]> => {
      const { groups, lost } = deal(asked, (it, dealt) =>
        choose(it, tried.get(it) ?? new Set(), dealt, known),
      )
      const left = await Promise.all(
        groups.map(async ({ matcher, given }) => {
          const own = given.map(({ part }) => part)
          const copies = given.map(({ part, since }) => ({ partition: partitionName(part), since }))
          const bytes = writeAsk({ head: { copies, ...terms }, body: bodyOf(own) })
          const ms = Math.min(sliceMs, deadlineMs - nowMs())
          const about = { act, parts: own.length }
          const reply = ms > 0 ? await say(matcher, bytes, ms, about) : undefined
          if (reply !== undefined && 'body' in reply && reply.body.act === act) {
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

interface Group {
  readonly matcher: string
  readonly given: { readonly part: Partition; readonly since: number }[]
}

/** Each partition to the matcher that is chosen for it; those for which there is none are lost. */
function deal(
  parts: readonly Partition[],
  choose: (it: Partition, dealt: ReadonlyMap<string, number>) => Replica | undefined,
): { readonly groups: readonly Group[]; readonly lost: readonly Partition[] } {
  const groups = new Map<string, Group>()
  const dealt = new Map<string, number>()
  const lost: Partition[] = []
  for (const part of parts) {
    const replica = choose(part, dealt)
    if (replica === undefined) {
      lost.push(part)
      continue
    }
    const { matcher, since } = replica
    const group = groups.get(matcher) ?? { matcher, given: [] }
    group.given.push({ part, since })
    groups.set(matcher, group)
    dealt.set(matcher, (dealt.get(matcher) ?? 0) + 1)
  }
  return { groups: [...groups.values()], lost }
}
