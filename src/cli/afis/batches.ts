// Batches — people of a load test, some at a time, by threads.

import { availableParallelism } from 'node:os'
import { startThreadPool } from '#kit/node/thread-pool'

const batch = 200
const batchMsMax = 10 * 60_000

export interface Batch<Answer> {
  readonly from: number
  readonly after: number
  readonly answer: Answer
}

/** A few batches ahead of whoever takes them; in the order of their numbers. */
export async function* inBatches<Ask, Answer>(
  file: URL,
  persons: number,
  askOf: (from: number, after: number) => Ask,
): AsyncGenerator<Batch<Answer>> {
  const threads = availableParallelism()
  const pool = startThreadPool<Ask, Answer>({
    file,
    count: threads,
    askMsMax: batchMsMax,
    asksMax: 4 * threads,
  })
  const afterOf = (from: number) => Math.min(persons, from + batch)
  try {
    const ahead: Promise<Answer>[] = []
    for (let from = 0; from < persons; from += batch) {
      for (let next = from + batch * ahead.length; ahead.length < 2 * threads; next += batch) {
        if (next >= persons) break
        ahead.push(pool.run(askOf(next, afterOf(next))))
      }
      yield { from, after: afterOf(from), answer: (await ahead.shift())! }
    }
  } finally {
    await pool.stop()
  }
}
