// Thread — the other end of a thread pool: answers one ask after the other.

import { parentPort } from 'node:worker_threads'
import { present } from '#kit/assert'
import type { Told } from './thread-pool.ts'

/** Call once, in a file that a thread pool starts. */
export function answerAsks<Ask, Answer>(answer: (ask: Ask) => Promise<Answer>): void {
  const port = present(parentPort, 'this file runs in a thread')
  port.on('message', async (ask: Ask) => {
    const told = await answer(ask).then(
      (given): Told<Answer> => ({ answer: given }),
      (error): Told<Answer> => ({ fault: String((error as Error).message) }),
    )
    port.postMessage(told)
  })
}
