// Attention — what on the overview wants somebody, worst first; nothing else is said in words.

import type { OverviewReply } from './wire.ts'

/** The list that a figure opens. */
export type Opens =
  | { readonly list: 'cases'; readonly at: string }
  | { readonly list: 'visits'; readonly span: 'today' | 'month' }
  | { readonly list: 'returns' }
  | { readonly page: 'complaints' | 'outbox' | 'approvals' }

export type Matter =
  | { readonly about: 'failed'; readonly count: number }
  | { readonly about: 'complaints-overdue'; readonly count: number }
  | { readonly about: 'complaints-soon'; readonly count: number }
  | { readonly about: 'blangko'; readonly stock: number; readonly ready: number }
  | { readonly about: 'promise'; readonly late: number; readonly served: number }
  | { readonly about: 'waiting-long'; readonly ms: number }
  | { readonly about: 'older'; readonly at: string; readonly count: number }
  | { readonly about: 'outbox'; readonly count: number; readonly ms: number }
  | { readonly about: 'approvals'; readonly count: number }
  | { readonly about: 'scanner'; readonly deviceId: string; readonly share: number }

export interface Attention {
  readonly matter: Matter
  readonly tone: 'refusal' | 'needs'
  readonly opens: Opens | undefined
}

const dayMs = 24 * 3_600_000
/** Below this share within the promise, the day is not going as promised. */
export const withinShareLeast = 0.9
/** Half an hour in the waiting room is long beside ten minutes at the counter. */
export const queueMsMax = 30 * 60_000
/** Where this many fingers of a scanner had to be taken again, it wants cleaning or care. */
export const retriedShareMax = 0.3
const fingersLeast = 20

export function attentionOf(overview: OverviewReply): readonly Attention[] {
  const found: (Attention | false)[] = [
    ...wrong(overview),
    ...late(overview),
    ...overview.stages.map(
      ({ at, ages }) =>
        ages.older > 0 &&
        at !== 'failed' &&
        needs({ about: 'older', at, count: ages.older }, { list: 'cases', at }),
    ),
    ...overview.captures.map(({ deviceId, fingers, retried }) => {
      const share = fingers === 0 ? 0 : retried / fingers
      const isBad = fingers >= fingersLeast && share > retriedShareMax
      return isBad && needs({ about: 'scanner', deviceId, share }, undefined)
    }),
  ]
  const all = found.filter((it) => it !== false)
  return [...all.filter((it) => it.tone === 'refusal'), ...all.filter((it) => it.tone === 'needs')]
}

function wrong({ stages, complaints, blangko }: OverviewReply): (Attention | false)[] {
  const failed = stages.find((it) => it.at === 'failed')?.count ?? 0
  const { stock, ready } = blangko
  return [
    failed > 0 && refusal({ about: 'failed', count: failed }, { list: 'cases', at: 'failed' }),
    complaints.overdue > 0 &&
      refusal({ about: 'complaints-overdue', count: complaints.overdue }, { page: 'complaints' }),
    (stock <= 0 || stock < ready) &&
      refusal({ about: 'blangko', stock, ready }, { list: 'cases', at: 'printing' }),
  ]
}

function late(overview: OverviewReply): (Attention | false)[] {
  const { counter, queue, complaints, outbox, approvals, nowMs } = overview
  const { served, withinPromise } = counter.today
  const { longestMs } = queue
  const stuckMs = outbox.oldestSinceMs === null ? 0 : nowMs - outbox.oldestSinceMs
  return [
    served > 0 &&
      withinPromise / served < withinShareLeast &&
      needs(
        { about: 'promise', late: served - withinPromise, served },
        { list: 'visits', span: 'today' },
      ),
    longestMs !== null &&
      longestMs > queueMsMax &&
      needs({ about: 'waiting-long', ms: longestMs }, { list: 'cases', at: 'queue' }),
    stuckMs > dayMs &&
      needs({ about: 'outbox', count: outbox.waiting, ms: stuckMs }, { page: 'outbox' }),
    approvals.waiting > 0 &&
      needs({ about: 'approvals', count: approvals.waiting }, { page: 'approvals' }),
    complaints.dueSoon > 0 &&
      needs({ about: 'complaints-soon', count: complaints.dueSoon }, { page: 'complaints' }),
  ]
}

function needs(matter: Matter, opens: Opens | undefined): Attention {
  return { matter, tone: 'needs', opens }
}

function refusal(matter: Matter, opens: Opens | undefined): Attention {
  return { matter, tone: 'refusal', opens }
}
