// Thread pool — the same work in several threads, so that the main one keeps answering.

import { type TransferListItem, Worker } from 'node:worker_threads'
import { assert } from '#kit/assert'

export interface ThreadPool<Ask, Answer> {
  /**
   * Waits for a thread that is free. Rejects where the work threw, took too long or ended its thread;
   * the next ask finds a new one.
   */
  run(ask: Ask, transfer?: readonly TransferListItem[]): Promise<Answer>
  /** Lets nothing go on: what is asked still is rejected. */
  stop(): Promise<void>
}

export interface ThreadPoolOptions {
  /** A TypeScript file that calls `answerAsks`. */
  readonly file: URL
  readonly count: number
  /** Work that takes longer is ended, with its thread. */
  readonly askMsMax: number
  /** Asks that may wait at once; more is a slip of whoever asks. */
  readonly asksMax: number
  /** Threads begin at once, so that the first ask does not wait for what they load. */
  readonly atOnce?: boolean
}

interface Job<Ask, Answer> {
  readonly ask: Ask
  readonly transfer: readonly TransferListItem[]
  resolve(answer: Answer): void
  reject(error: Error): void
}

interface Thread<Ask, Answer> {
  readonly worker: Worker
  job: Job<Ask, Answer> | undefined
  timer: NodeJS.Timeout | undefined
}

const start = new URL('./thread-start.mjs', import.meta.url)

/** Threads begin when they are first needed, unless `atOnce`. */
export function startThreadPool<Ask, Answer>(options: ThreadPoolOptions): ThreadPool<Ask, Answer> {
  const { file, count, askMsMax, asksMax } = options
  const threads = new Set<Thread<Ask, Answer>>()
  const waiting: Job<Ask, Answer>[] = []
  let stopped = false

  const settle = (thread: Thread<Ask, Answer>) => {
    const { job } = thread
    clearTimeout(thread.timer)
    thread.job = undefined
    return job
  }
  const drop = (thread: Thread<Ask, Answer>, reason: string) => {
    threads.delete(thread)
    void thread.worker.terminate()
    settle(thread)?.reject(new Error(reason))
    if (!stopped) next()
  }
  const begin = () => {
    const worker = new Worker(start, { workerData: { file: file.href }, execArgv: [] })
    const thread: Thread<Ask, Answer> = { worker, job: undefined, timer: undefined }
    threads.add(thread)
    worker.on('message', ({ fault, answer }: Told<Answer>) => {
      const job = settle(thread)
      if (fault === undefined) job?.resolve(answer as Answer)
      else job?.reject(new Error(fault))
      next()
    })
    worker.on('error', (error) => drop(thread, `a thread failed: ${error.message}`))
    worker.on('exit', () => threads.has(thread) && drop(thread, 'a thread ended'))
    return thread
  }
  const next = () => {
    if (waiting.length === 0) return
    const free = [...threads].find((it) => it.job === undefined)
    const thread = free ?? (threads.size < count ? begin() : undefined)
    if (thread === undefined) return
    const job = waiting.shift()!
    thread.job = job
    thread.timer = setTimeout(() => drop(thread, 'a thread took too long'), askMsMax)
    thread.worker.postMessage(job.ask, job.transfer)
  }
  while (options.atOnce && threads.size < count) begin()

  return {
    run: (ask, transfer = []) =>
      new Promise((resolve, reject) => {
        assert(waiting.length < asksMax, 'whoever asks waits for answers now and then')
        if (stopped) return reject(new Error('the threads were ended'))
        waiting.push({ ask, transfer, resolve, reject })
        next()
      }),
    async stop() {
      stopped = true
      for (const job of waiting.splice(0)) job.reject(new Error('the threads were ended'))
      const ends = [...threads].map(({ worker }) => worker.terminate())
      for (const thread of threads) drop(thread, 'the threads were ended')
      await Promise.all(ends)
    },
  }
}

/** What a thread says of one ask. */
export interface Told<Answer> {
  readonly answer?: Answer
  readonly fault?: string
}
