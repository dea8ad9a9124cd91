// Thread peer — one thread with a memory of its own, asked one thing after the other.

import { Worker } from 'node:worker_threads'
import type { Told } from './thread-pool.ts'

export interface ThreadPeer<Ask, Answer> {
  /** Rejects where the work threw, and everything once the thread has ended. */
  ask(ask: Ask): Promise<Answer>
  stop(): Promise<void>
}

interface Asked<Ask, Answer> {
  readonly ask: Ask
  resolve(answer: Answer): void
  reject(error: Error): void
}

const start = new URL('./thread-start.mjs', import.meta.url)

/**
 * `file` is a TypeScript file that calls `answerAsks`; it answers in the order of the asks. What
 * `passes` those that wait at the end of the line goes before them, never before what has begun.
 */
export function startThreadPeer<Ask, Answer>(
  file: URL,
  passes: (ask: Ask, waiting: Ask) => boolean = () => false,
): ThreadPeer<Ask, Answer> {
  const worker = new Worker(start, { workerData: { file: file.href }, execArgv: [] })
  const line: Asked<Ask, Answer>[] = []
  let begun: Asked<Ask, Answer> | undefined
  let ended: Error | undefined

  const next = () => {
    begun = line.shift()
    if (begun !== undefined) worker.postMessage(begun.ask)
  }
  const end = (reason: string) => {
    ended ??= new Error(reason)
    begun?.reject(ended)
    begun = undefined
    for (const { reject } of line.splice(0)) reject(ended)
  }
  worker.on('message', ({ fault, answer }: Told<Answer>) => {
    const asked = begun
    next()
    if (fault === undefined) asked?.resolve(answer as Answer)
    else asked?.reject(new Error(fault))
  })
  worker.on('error', (error) => end(`a thread failed: ${error.message}`))
  worker.on('exit', () => end('a thread ended'))

  return {
    ask: (ask) =>
      new Promise((resolve, reject) => {
        if (ended !== undefined) return reject(ended)
        let at = line.length
        while (at > 0 && passes(ask, line[at - 1]!.ask)) at--
        line.splice(at, 0, { ask, resolve, reject })
        if (begun === undefined) next()
      }),
    async stop() {
      end('the thread was ended')
      await worker.terminate()
    },
  }
}
