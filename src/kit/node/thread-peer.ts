// Thread peer — one thread with a memory of its own, asked one thing after the other.

import { Worker } from 'node:worker_threads'
import type { Told } from './thread-pool.ts'

export interface ThreadPeer<Ask, Answer> {
  /** Rejects where the work threw, and everything once the thread has ended. */
  ask(ask: Ask): Promise<Answer>
  stop(): Promise<void>
}

interface Asked<Answer> {
  resolve(answer: Answer): void
  reject(error: Error): void
}

const start = new URL('./thread-start.mjs', import.meta.url)

/** `file` is a TypeScript file that calls `answerAsks`; it answers in the order of the asks. */
export function startThreadPeer<Ask, Answer>(file: URL): ThreadPeer<Ask, Answer> {
  const worker = new Worker(start, { workerData: { file: file.href }, execArgv: [] })
  const waiting: Asked<Answer>[] = []
  let ended: Error | undefined

  const end = (reason: string) => {
    ended ??= new Error(reason)
    for (const { reject } of waiting.splice(0)) reject(ended)
  }
  worker.on('message', ({ fault, answer }: Told<Answer>) => {
    const asked = waiting.shift()
    if (fault === undefined) asked?.resolve(answer as Answer)
    else asked?.reject(new Error(fault))
  })
  worker.on('error', (error) => end(`a thread failed: ${error.message}`))
  worker.on('exit', () => end('a thread ended'))

  return {
    ask: (ask) =>
      new Promise((resolve, reject) => {
        if (ended !== undefined) return reject(ended)
        waiting.push({ resolve, reject })
        worker.postMessage(ask)
      }),
    async stop() {
      end('the thread was ended')
      await worker.terminate()
    },
  }
}
