// Examiners — finger records examined in threads, one a core.

import { availableParallelism } from 'node:os'
import type { FingerPosition } from '#enrollment/fingers'
import { startThreadPool } from '#kit/node/thread-pool'
import type { Result } from '#kit/result'
import { examineMsMax, recordsAtOnceMax } from '../limits.ts'
import type { ExtractedFinger } from '../records/templates.ts'
import type { ExtractionIssue } from './examine-record.ts'
import type { ExamineFinger } from './extract-fingers.ts'

export interface RecordAsked {
  readonly position: FingerPosition
  readonly record: Uint8Array
}

export interface Examiners {
  readonly examine: ExamineFinger
  stop(): Promise<void>
}

/** What comes out is the same whatever their count. */
export function startExaminers(count: number = availableParallelism()): Examiners {
  const pool = startThreadPool<RecordAsked, Result<ExtractedFinger | undefined, ExtractionIssue>>({
    file: new URL('./examine-thread.ts', import.meta.url),
    count,
    askMsMax: examineMsMax,
    asksMax: recordsAtOnceMax,
    atOnce: true,
  })
  return {
    examine(position, record) {
      // Of its own, so that it can be handed over instead of copied.
      const own = record.slice()
      return pool.run({ position, record: own }, [own.buffer])
    },
    stop: pool.stop,
  }
}
