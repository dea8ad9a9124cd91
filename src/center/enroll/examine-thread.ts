// Examine thread — examines finger records, one after the other, beside the main thread.

import { answerAsks } from '#kit/node/thread'
import { examineRecord } from './examine-record.ts'
import type { RecordAsked } from './examiners.ts'

answerAsks(({ position, record }: RecordAsked) => examineRecord(position, record))
